import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../cli/command.ts';
import { makeLedgerSite } from './small-site.ts';

let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'zhangbang-ledger-guide-'));
  makeLedgerSite(room);
  // What somebody has kept.
  mkdirSync(join(room, 'kept'));
  for (const name of ['checkpoint', 'vkey'])
    cpSync(join(room, 'dist/ledger', name), join(room, 'kept', name));
  cpSync(join(room, 'key'), join(room, 'ledger.key'));
}, 120_000);
afterAll(() => rmSync(room, { recursive: true }));

/** The commands of the guide, in their order. */
const commands = new MarkdownIt()
  .parse(readFileSync('docs/office/ledger.md', 'utf8'), {})
  .filter(({ type, info }) => type === 'fence' && info === 'sh')
  .flatMap(({ content }) => content.split('\n'))
  .filter(Boolean);

test('the commands of the guide to the ledger work one after another', async () => {
  expect(commands.length).toBeGreaterThan(1);
  for (const command of commands) {
    const [, name = '', rest = ''] = /^npm run (\S+) -- (.*)$/u.exec(command) ?? [];
    const args = rest.split(' ').map((one) => one.replace(/^\.\.\//u, `${room}/`));
    const { status, stdout, stderr } = await run([name, ...args], {
      ...{ CONTENT_DIR: join(room, 'content'), OUT_DIR: join(room, 'dist'), TODAY: '2026-03-31T09:00+08:00' },
      LEDGER_KEY: join(room, 'ledger.key'),
    });
    expect(status, `${command}\n${stdout}${stderr}`).toBe(0);
  }
});
