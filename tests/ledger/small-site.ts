import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a site that keeps a ledger and signs it, in `dist` below a folder, from `content` there: a notice with an
 * attachment, and one with an erratum. The key is in the file `key`.
 */
export function makeLedgerSite(room: string): void {
  writeContent(join(room, 'content'));
  const run = commandsIn(room);
  run('ledger', 'start', '--yes');
  run('ledger', 'keygen', '--out', join(room, 'key'));
  run('ledger', 'append');
  run('build');
}

/** Runs a command over that site. @throws where it fails */
export const commandsIn =
  (room: string) =>
  (...args: readonly string[]): void => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', ...args], {
      env: {
        ...process.env,
        ...{
          CONTENT_DIR: join(room, 'content'),
          OUT_DIR: join(room, 'dist'),
          TODAY: '2026-03-31T08:00+08:00',
        },
        ...{ BASE_PATH: '/', SITE_URL: '', NODE_ENV: 'production' },
        // Of the key that a step before has made; to begin and to make it none is needed.
        ...(args.some((one) => SIGNING.has(one)) && { LEDGER_KEY: join(room, 'key') }),
      },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${args.join(' ')} failed.\n${stdout}${stderr}`);
  };

const SIGNING: ReadonlySet<string> = new Set(['append', 'redact', 'rotate']);

function writeContent(content: string): void {
  for (const name of ['calendar', 'pages'])
    cpSync(join('content', name), join(content, name), { recursive: true });
  const site = readFileSync('content/site.yaml', 'utf8').replace(/^(?:示例|OCDS前缀).*\n/gmu, '');
  writeFileSync(join(content, 'site.yaml'), site);
  const folder = join(content, 'announcements/general/2026/gm-tz-2026-001');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.md'), notice('清明节', '附件:\n  - 文件: 安排.txt\n    名称: 安排\n'));
  writeFileSync(join(folder, '安排.txt'), '4 月 4 日至 6 日不办理。\n');
  const erratum = '勘误:\n  - 时间: 2026-03-30 16:00\n    原: 5 日\n    新: 6 日\n    原因: 日期写错\n';
  writeFileSync(join(content, 'announcements/general/2026/gm-tz-2026-002.md'), notice('端午节', erratum));
}

const notice = (day: string, more: string): string => `---
标题: 关于${day}期间业务办理安排的通知
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 示例中心
${more}---

4 日至 6 日中心不办理现场业务。
`;
