import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cosignedText } from '../../src/core/transparency-log/cosignature.ts';
import { isOfKey } from '../../src/ledger/key.ts';
import { run } from '../cli/command.ts';
import { commandsIn, makeLedgerSite } from './small-site.ts';

let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'zhangbang-witness-'));
  makeLedgerSite(room);
}, 120_000);
afterAll(() => rmSync(room, { recursive: true }));

const at = (path: string): string => join(room, path);
const TODAY = '2026-04-01T09:00+08:00';
const ledger = (...args: readonly string[]) =>
  run(['ledger', ...args], { CONTENT_DIR: at('content'), OUT_DIR: at('dist'), TODAY });
const witness = (site = at('dist')) => ledger('witness', site, '--kept', at('kept'), '--key', at('w.key'));

test('a witness signs what has only grown since it looked last, and nothing else', async () => {
  const made = await ledger('witness', '--name', 'audit.example.gov.cn', '--key', at('w.key'));
  const [, keyId, publicKey] = /audit\.example\.gov\.cn\+([0-9a-f]{8})\+(\S+)/u.exec(made.stdout)!;
  expect(made.stdout).not.toContain(readFileSync(at('w.key'), 'utf8').trim().split('+').at(-1)!);
  expect(statSync(at('w.key')).mode & 0o077).toBe(0);

  const first = await witness();
  expect([first.status, first.stderr]).toEqual([0, expect.stringContaining('第一次看')]);
  expect(readFileSync(at('kept'), 'utf8')).toBe(first.stdout);

  // By the specification: key id, eight bytes of time, and a signature over the text with that time before it.
  const [text, lines] = first.stdout.split('\n\n') as [string, string];
  const [, cosignature] = /^\u2014 audit\.example\.gov\.cn (\S+)$/mu.exec(lines)!;
  const bytes = Buffer.from(cosignature!, 'base64');
  const key = Buffer.from(publicKey!, 'base64');
  const id = createHash('sha256').update('audit.example.gov.cn\n').update(key).digest().subarray(0, 4);
  expect([key[0], bytes.subarray(0, 4), id.toString('hex')]).toEqual([4, id, keyId]);
  const seconds = Date.parse(`${TODAY.slice(0, 16)}:00+08:00`) / 1000;
  expect(bytes.readBigUInt64BE(4)).toBe(BigInt(seconds));
  expect(isOfKey(bytes.subarray(12), cosignedText(`${text}\n`, seconds), key.subarray(1))).toBe(true);

  expect(await witness()).toMatchObject({ status: 0, stderr: '' });
});

test('what was changed or cut back since is not signed, and what was kept stays', async () => {
  const kept = readFileSync(at('kept'), 'utf8');
  const other = join(room, 'other');
  // Another history under the same name and key.
  cpSync(at('content'), join(other, 'content'), { recursive: true });
  cpSync(at('key'), join(other, 'key'));
  for (const path of ['leaves', 'records', 'checkpoints.txt'])
    rmSync(join(other, 'content/ledger', path), { recursive: true });
  const site = join(other, 'content/site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^登记簿.*\n/mu, ''));
  rmSync(join(other, 'content/announcements/general/2026/gm-tz-2026-002.md'));
  const act = commandsIn(other);
  act('ledger', 'start', '--yes');
  act('ledger', 'append');
  act('build');
  const { status, stdout, stderr } = await witness(join(other, 'dist'));
  expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining('当时有 2 条，现在只剩 1 条')]);
  expect(readFileSync(at('kept'), 'utf8')).toBe(kept);
}, 120_000);

test('the office that was witnessed takes the line, and serves it from then on', async () => {
  const before = readFileSync(at('content/ledger/checkpoints.txt'), 'utf8');
  expect((await ledger('witness', '--add', at('kept'))).status).toBe(0);
  expect(readFileSync(at('content/ledger/checkpoints.txt'), 'utf8')).toBe(
    `${before}${readFileSync(at('kept'), 'utf8')}\n`,
  );
  commandsIn(room)('build');
  expect(readFileSync(at('dist/ledger/checkpoint'), 'utf8')).toBe(readFileSync(at('kept'), 'utf8'));
  expect(readFileSync(at('dist/ledger/index.html'), 'utf8')).toMatch(
    /audit\.example\.gov\.cn，2026年4月1日/u,
  );
  expect((await run(['verify', at('dist'), '--old', at('kept')])).status).toBe(0);
  expect((await run(['check'], { CONTENT_DIR: at('content'), OUT_DIR: at('dist'), TODAY })).status).toBe(0);
}, 60_000);

test('a file without a line of a witness, or of another log, is not taken; a key is never written over', async () => {
  for (const text of ['half', 'x\n1\nAAAA\n\n— x AAAAAAAA\n']) {
    writeFileSync(at('wrong'), text);
    expect((await ledger('witness', '--add', at('wrong'))).status).toBe(2);
  }
  const key = readFileSync(at('w.key'), 'utf8');
  expect((await ledger('witness', '--name', 'other.example.gov.cn', '--key', at('w.key'))).status).toBe(2);
  expect(readFileSync(at('w.key'), 'utf8')).toBe(key);
  expect((await ledger('witness', at('dist'), '--kept', at('none'), '--key', at('wrong'))).status).toBe(2);
  expect(existsSync(at('none'))).toBe(false);
});
