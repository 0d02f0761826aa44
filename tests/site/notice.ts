import { base, type Tree } from '../core/fixtures.ts';

/** Where it stands with its attachments. */
export const folder = 'announcements/general/2026/notice';
/** A notice with these attachments, each named 名称 and its file, and with more fields. */
export const noticeWith = (files: Readonly<Record<string, string>>, more = ''): Tree => ({
  ...base,
  [`${folder}/index.md`]: `---
标题: 关于报名的通知
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 佛山市公共资源交易中心高明分中心
${
  Object.keys(files).length > 0
    ? `附件:\n${Object.keys(files)
        .map((file) => `  - 文件: ${file}\n    名称: 名称${file}\n`)
        .join('')}`
    : ''
}${more}---

报名表见附件。
`,
  ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text])),
});
