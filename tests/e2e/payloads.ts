import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a payload calls when it runs. On a clean page nobody ever has. */
export const GLOBAL = 'zhangbangWasHere';
const run = `window.${GLOBAL}=1`;

/** A host that no page of the site may ever ask for anything. */
export const ELSEWHERE = 'elsewhere.invalid';

/** Texts that break out where somebody forgets to escape: in text, attributes, comments, scripts, JSON, XML. */
export const TEXTS: readonly string[] = [
  `<script>${run}</script>`,
  `"><img src=x onerror="${run}">`,
  `'onmouseover='${run}' x='`,
  `</title><script>${run}</script>`,
  `</script><script>${run}</script>`,
  `--><svg onload=${run}>`,
  `]]><script>${run}</script>`,
  // Longer or deeper than what the check takes for the place holder of a template.
  '{{constructor.constructor(`' + run + ';' + 'void 0;'.repeat(6) + '`)()}}',
  `\${[{ a: ${run} }].length}&copy&reg=<b>`,
];

/** Targets of links and images that must not survive. */
export const TARGETS: readonly string[] = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `java&#115;cript:${run}`,
  `&#x6A;avascript:${run}`,
  `javascript&colon;${run}`,
  `\\javascript:${run}`,
  `vbscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `data:text/html;base64,PHNjcmlwdD4=`,
  'file:///etc/passwd',
  'blob:https://a/b',
  `//${ELSEWHERE}/x`,
  `/\\${ELSEWHERE}/x`,
  `\\\\${ELSEWHERE}\\x`,
  `https://www.gov.cn@${ELSEWHERE}/`,
];

const BODY = [
  ...TEXTS,
  ...TARGETS.flatMap((target) => [
    `[一](<${target}>)`,
    `[二](${target})`,
    `![三](<${target}>)`,
    `[四]: ${target}`,
    `<${target}>`,
  ]),
  `<iframe src="https://${ELSEWHERE}/"></iframe>`,
  `<a href="javascript:${run}" onclick="${run}">点</a>`,
  `<details open ontoggle="${run}">`,
  `<style>@import "https://${ELSEWHERE}/a.css"</style>`,
  `![远](https://${ELSEWHERE}/a.png)`,
  `[名]( javascript:${run} "${run}")`,
  `[题](https://www.gov.cn/ "\\"onmouseover=\\"${run}")`,
  `\`\`\`"><script>${run}</script>\n<script>${run}</script>\n\`\`\``,
  `# <img src=x onerror=${run}>`,
  `| <script>${run}</script> | [五](<javascript:${run}>) |\n| --- | --- |\n| "><img src=x onerror=${run}> | 六 |`,
].join('\n\n');

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The titles of the announcements made, by id. */
export const TITLES: Readonly<Record<string, string>> = Object.fromEntries(
  TEXTS.map((text, index) => [`payload-${index + 1}`, `${text} 通知`]),
);

/** Writes a content folder in which every text that a clerk can write is an attack. */
export function writePayloads(root: string): void {
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write(
    'site.yaml',
    `站点名称: 高明公共资源交易\n中心名称: ${quoted(TEXTS[1]!)}\n网址: https://www.example.gov.cn\n地区:\n  - ${quoted(TEXTS[0]!)}\n联系电话: 0757-00000000\n说明: ${quoted(TEXTS[1]!)}\n`,
  );
  write('pages/help.md', `---\n标题: ${quoted(TEXTS[3]!)}\n说明: ${quoted(TEXTS[1]!)}\n---\n\n${BODY}\n`);
  for (const [index, [id, title]] of Object.entries(TITLES).entries()) {
    const text = quoted(TEXTS[index]!);
    const fields = [
      `标题: ${quoted(title)}`,
      '类别: 建设工程',
      '类型: 招标公告',
      `项目编号: GM-JS-2026-00${index + 1}`,
      '发布时间: 2026-03-02 09:00',
      `招标人: ${text}`,
      `地区: ${quoted(TEXTS[0]!)}`,
      '预算金额: 358.6万元',
      `标段:\n  - 编号: 01\n    名称: ${text}`,
      '文件获取开始: 2026-03-02',
      '文件获取结束: 2026-03-09',
      '投标截止: 2026-03-25 09:30',
      `资格要求: ${text}`,
      `联系人: ${text}`,
      `附件:\n  - 文件: 表.txt\n    名称: ${text}`,
    ];
    write(`announcements/construction/2026/${id}/index.md`, `---\n${fields.join('\n')}\n---\n\n${BODY}\n`);
    write(`announcements/construction/2026/${id}/表.txt`, '表');
  }
}
