import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandsIn, makeLedgerSite } from './small-site.ts';

let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'zhangbang-grown-'));
  makeLedgerSite(room);
}, 120_000);
afterAll(() => rmSync(room, { recursive: true }));

const SECOND = 'content/announcements/general/2026/gm-tz-2026-002.md';

/** What happens to a ledger in its life, one after another. */
const steps: readonly (readonly [string, (act: ReturnType<typeof commandsIn>) => void])[] = [
  [
    'a notice and an erratum are registered, then words are made unreadable',
    (act) => {
      const text = readFileSync(join(room, SECOND), 'utf8');
      const third = text.replace('端午节', '国庆节').replace(/勘误:[^]*?(?=---)/u, '');
      writeFileSync(join(room, SECOND.replace('002', '003')), third);
      const more = '  - 时间: 2026-03-31 07:00\n    原: 现场业务\n    新: 各项业务\n    原因: 漏写\n---';
      writeFileSync(
        join(room, SECOND),
        text.replace(/\n---\n/u, `\n${more}\n`).replace('理现场业务', '理各项业务'),
      );
      act('ledger', 'append');
      act('build');
      act('redact', 'gm-tz-2026-002', '--field', '正文', '--words', '中心', '--reason', '依法', '--yes');
    },
  ],
  [
    'a notice is taken down, and another key takes over',
    (act) => {
      act('withdraw', 'gm-tz-2026-001', '--reason', '重复发布');
      act('ledger', 'append');
      act('ledger', 'rotate', '--out', join(room, 'key-2'));
    },
  ],
];

test('whatever happens to a ledger, what a build makes anew is what a whole build makes', () => {
  const act = commandsIn(room);
  for (const [name, happens] of steps) {
    happens(act);
    act('build');
    const whole = mkdtempSync(join(tmpdir(), 'zhangbang-whole-'));
    for (const part of ['content', 'key']) cpSync(join(room, part), join(whole, part), { recursive: true });
    commandsIn(whole)('build');
    const { stdout } = spawnSync('diff', ['-rq', join(room, 'dist'), join(whole, 'dist')], {
      encoding: 'utf8',
    });
    rmSync(whole, { recursive: true });
    expect(stdout, name).toBe('');
    act('verify', join(room, 'dist'));
  }
}, 300_000);
