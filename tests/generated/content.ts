import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check, isPublishable } from '../../src/core/check.ts';
import { AREAS, filesOf, mended, type Matter } from './matters.ts';

/** Settings of the sample with pages, screens and kiosks whose names mean something to programs. */
const SETTINGS = ['site.yaml', 'calendar', 'displays', 'kiosks', 'pages'];

const PAGE = '---\n标题: "甲 & <乙> ]]>"\n说明: "“说明”"\n---\n\n见 [帮助](help)。\n';

/** Names that addresses, shells and lists of digests might take for something else. */
const ATTACHED = [
  '招标 文件#1%41&.txt',
  "a+b=c;d,e'f(1)[2]{3}@$!`~^.txt",
  'e\u0301.txt',
  '𠮷\u3000乙.TXT',
  '-rf.txt',
];

const notice = `---
标题: 附件的名称各式各样
类别: 通知公告
类型: 通知
发布时间: 2026-11-20 09:00
发布单位: 示例中心
附件:
${ATTACHED.map((name) => `  - 文件: ${JSON.stringify(name)}\n    名称: ${JSON.stringify(`<${name}>`)}\n`).join('')}---

${ATTACHED.map((name) => `[附件](<${name.replaceAll(/[%#]/gu, encodeURIComponent)}>)`).join('\n\n')}
`;

/** Writes a content folder of these announcements. Returns its path; the caller removes it. */
export function write(matters: readonly Matter[]): string {
  const root = mkdtempSync(join(tmpdir(), 'zhangbang-generated-'));
  for (const name of SETTINGS) cpSync(join('content', name), join(root, name), { recursive: true });
  const site = readFileSync(join(root, 'site.yaml'), 'utf8');
  const areas = AREAS.map((area) => `  - ${JSON.stringify(area)}\n`).join('');
  writeFileSync(join(root, 'site.yaml'), site.replace('地区:\n', `地区:\n${areas}`));
  for (const id of ['constructor', '1', '2026', 'a-b']) writeFileSync(join(root, `pages/${id}.md`), PAGE);
  for (const id of ['constructor', 'index', 'head'])
    cpSync(join(root, 'displays/lobby-a.yaml'), join(root, `displays/${id}.yaml`));
  for (const id of ['constructor', 'index', 'panel'])
    cpSync(join(root, 'kiosks/hall-1.yaml'), join(root, `kiosks/${id}.yaml`));
  for (const [path, text] of matters.flatMap((matter) => Object.entries(filesOf(matter)))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const folder = join(root, 'announcements/general/2026/attached');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.md'), notice);
  for (const name of ATTACHED) writeFileSync(join(folder, name), '示例');
  return root;
}

/** Most times that values are taken back: each makes an end to what the one before laid bare. */
const PASSES = 8;

/** What of some matters the check passes, with as many of the generated values as it does. */
export function passed(given: readonly Matter[]): readonly Matter[] {
  let matters = given;
  for (let pass = 0; pass < PASSES; pass++) {
    const root = write(matters);
    const { findings } = check(root);
    rmSync(root, { recursive: true, force: true });
    if (isPublishable(findings)) return matters;
    const errors = findings.filter(({ severity }) => severity === 'error');
    matters = matters.flatMap((matter) => {
      const rest = mended(matter, errors);
      return rest ? [rest] : [];
    });
  }
  throw new Error('the check does not pass what is left; see tests/generated/content.ts');
}
