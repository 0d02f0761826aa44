import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { ScriptError } from '../script.ts';

/** An address as a browser asks for it, and the path within the site where it must lead. */
export interface Expected {
  old: string;
  path: string;
}

/** The address of the site, as its maps state it. */
export const ORIGIN = 'https://www.example.gov.cn';

/** Addresses as different systems gave them, of the notice of a number: UTF-8 and GBK, a query, capitals. */
const FORMS: readonly ((number: number) => string)[] = [
  (number) => `/jyxx/004002/20180301/${number}.html`,
  (number) => `/JYXX/ShowInfo.aspx?InfoID=${number}&CategoryNum=004002`,
  (number) => `/%D5%D0%B1%EA/${number}.shtml`,
  (number) => `/%E9%80%9A%E7%9F%A5/${number}.html`,
  (number) => `/art/2019/3/22/art_11_${number}`,
];

/** Writes notices that had so many addresses on an old site, attachments' among them; returns where each must lead. */
export function writeMoved(folder: string, count: number): readonly Expected[] {
  for (const name of ['site.yaml', 'calendar', 'pages'])
    cpSync(join(root, 'content', name), join(folder, name), { recursive: true });
  return Array.from({ length: Math.ceil(count / (FORMS.length + 1)) }, (_, index) => index + 1)
    .flatMap((number) => writeNotice(folder, number))
    .slice(0, count);
}

function writeNotice(folder: string, number: number): readonly Expected[] {
  const id = `old-${number}`;
  const place = join(folder, 'announcements/general/2018', id);
  const olds = FORMS.map((form) => form(number));
  const file = `/upload/P0${number}.csv`;
  write(join(place, '表格.csv'), '名称\n示例单位\n');
  write(
    join(place, 'index.md'),
    `---
标题: 关于第 ${number} 项示例工作的通知
类别: 通知公告
类型: 通知
发布时间: 2018-03-01 10:00
发布单位: 示例中心
旧网址:
${olds.map((old) => `  - ${old}\n`).join('')}附件:
  - 文件: 表格.csv
    名称: 表格
    旧网址: [${file}]
---

第 ${number} 项示例工作照此办理。
`,
  );
  return [
    ...olds.map((old) => ({ old, path: `announcements/${id}/` })),
    { old: file, path: `announcements/${id}/attachment-1.csv` },
  ];
}

/** Builds the site of such a content folder. @throws {ScriptError} with what the build says */
export function buildMoved(content: string, dir: string, base: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'src/cli/main.ts'), 'build', '--trial'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: content, OUT_DIR: dir, SITE_URL: ORIGIN, BASE_PATH: base },
    },
  );
  if (status !== 0) throw new ScriptError(`the build failed:\n${stdout}${stderr}`);
  console.log(stdout.trim().split('\n').slice(-1)[0]);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
