import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../src/cli/serve.ts';
import { run, temporaryFolder } from '../cli/command.ts';
import { commandsIn, makeLedgerSite } from './small-site.ts';

let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'zhangbang-verify-'));
  makeLedgerSite(room);
}, 120_000);
afterAll(() => rmSync(room, { recursive: true }));

const site = (): string => join(room, 'dist');
const verify = (...args: readonly string[]) => run(['verify', ...args]);

/** A copy of the site in which something happened. */
function copy(path: string, change: (bytes: Buffer) => Buffer | undefined): string {
  const folder = join(temporaryFolder(), 'dist');
  cpSync(site(), folder, { recursive: true });
  const after = change(readFileSync(join(folder, path)));
  if (after === undefined) rmSync(join(folder, path));
  else writeFileSync(join(folder, path), after);
  return folder;
}

const text =
  (from: string, to: string, encoding: 'utf8' | 'latin1' = 'utf8') =>
  (bytes: Buffer) => {
    const before = bytes.toString(encoding);
    expect(before).toContain(from);
    return Buffer.from(before.replace(from, to), encoding);
  };
const gone = (): undefined => undefined;
const flipped = (bytes: Buffer): Buffer => {
  bytes[bytes.length - 1]! ^= 1;
  return bytes;
};

describe('一致', () => {
  test('a site as it was made, in its folder, with the key that a reader kept', async () => {
    const { status, stdout } = await verify(site(), '--key', join(room, 'content/ledger/vkey'));
    expect([status, stdout]).toEqual([0, expect.stringMatching(/一致。\n$/u)]);
    expect(stdout).toContain('登记：2 条都在');
    expect(stdout).toContain('网页：2 份公告和登记的一样');
    expect(stdout).not.toContain('公钥是从这个网站取的');
  });

  test('over http, where the key is that of the site and it says so', async () => {
    const server = await startServer({ dir: site(), base: '/ggzy/', port: 0 });
    try {
      const { status, stdout } = await verify(server.url);
      expect([status, stdout]).toEqual([0, expect.stringContaining('公钥是从这个网站取的')]);
    } finally {
      await server.close();
    }
  });

  test('a receipt and a checkpoint that were kept, after the ledger has grown', async () => {
    const grown = join(temporaryFolder(), 'grown');
    cpSync(room, grown, { recursive: true });
    const old = ['ledger/checkpoint', 'ledger/proofs/gm-tz-2026-001-1.tlog-proof'].map((path) =>
      join(site(), path),
    );
    const second = join(grown, 'content/announcements/general/2026/gm-tz-2026-002.md');
    const third = readFileSync(second, 'utf8')
      .replace('端午节', '国庆节')
      .replace(/勘误:[^]*?(?=---)/u, '');
    writeFileSync(second.replace('002', '003'), third);
    const act = commandsIn(grown);
    act('ledger', 'append');
    act('build');
    const args = old.flatMap((file) => ['--old', file]);
    const { status, stdout } = await verify(join(grown, 'dist'), ...args);
    expect([status, stdout]).toEqual([0, expect.stringContaining('checkpoint：当时的 2 条都还在前面')]);
    // The pieces of the size that was signed then are gone.
    rmSync(join(grown, 'dist/ledger/tile/0/000.p/2'));
    const after = await verify(join(grown, 'dist'), ...args);
    expect([after.status, after.stdout]).toEqual([1, expect.stringContaining('2 条时的分块不见了')]);
    // What was kept later than what is served: somebody has put an older ledger back.
    const back = await verify(site(), '--old', join(grown, 'dist/ledger/checkpoint'));
    expect([back.status, back.stdout]).toEqual([1, expect.stringContaining('当时有 3 条，现在只剩 2 条')]);
  }, 120_000);
});

describe('不一致', () => {
  const RECORD = 'ledger/records/gm-tz-2026-001/1.json';
  const RECEIPT = 'ledger/proofs/gm-tz-2026-001-1.tlog-proof';
  const DATA = 'announcements/gm-tz-2026-001.json';
  test.each([
    ['the signature', 'ledger/checkpoint', text('\n2\n', '\n1\n'), '签名'],
    ['a leaf', 'ledger/tile/entries/000.p/2', text('"rev":2', '"rev":3', 'latin1'), '总摘要和写着的不一样'],
    ['a tile', 'ledger/tile/0/000.p/2', flipped, '分块和登记对不上'],
    ['a tile that is gone', 'ledger/tile/0/000.p/2', gone, '分块不见了'],
    ['a record', RECORD, text('清明节', '重阳节'), '登记的内容和登记时不一样'],
    ['a record that is gone', RECORD, gone, '登记的内容不见了'],
    ['a receipt', RECEIPT, text('index 0', 'index 1'), '回执不是这一条的'],
    ['a receipt that is gone', RECEIPT, gone, '回执不见了'],
    ['an announcement that is gone', DATA, gone, '登记过的公告不见了：gm-tz-2026-001'],
    ['a body', DATA, text('4 日至', '5 日至'), '正文和登记的不一样'],
    ['a title', DATA, text('清明节', '重阳节'), '标题和登记的不一样'],
    ['an attachment', 'announcements/gm-tz-2026-001/attachment-1.txt', flipped, '附件“安排.txt”被换了'],
    [
      'an erratum that nobody registered',
      DATA,
      text('"publishedAt"', '"errata":[{}],"publishedAt"'),
      '现在是第 2 版，登记的是第 1 版',
    ],
  ])('%s that is changed is told', async (_, path, change, words) => {
    const { status, stdout } = await verify(copy(path, change));
    expect([status, stdout]).toEqual([1, expect.stringContaining(words)]);
    expect(stdout).toMatch(/不一致：\d+ 处。\n$/u);
  });

  test('another key, and a site that signs nothing any more', async () => {
    const own = readFileSync(join(room, 'content/ledger/vkey'), 'utf8');
    const unsigned = copy('ledger/checkpoint', gone);
    const checkpoint = readFileSync(join(site(), 'ledger/checkpoint'), 'utf8');
    writeFileSync(join(unsigned, 'ledger/checkpoint.unsigned'), checkpoint.split('\n\n')[0]!);
    expect(await verify(unsigned, '--key', own)).toMatchObject({ status: 1 });
    const other = 'ggzy.example.gov.cn/log+f0fc022b+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4';
    expect(await verify(site(), '--key', other)).toMatchObject({ status: 1 });
  });
});

describe('无法核验', () => {
  test.each([
    ['entries that are not there', 'ledger/tile/entries/000.p/2', gone, '登记不全'],
    ['no ledger', 'ledger/checkpoint', gone, '没有公开记录'],
    ['a checkpoint that is none', 'ledger/checkpoint', () => Buffer.from('<html>'), '读不懂'],
  ])('%s', async (_, path, change, words) => {
    const { status, stderr } = await verify(copy(path, change));
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test('a server that is not there, a folder that is not there, a key that is none', async () => {
    for (const args of [
      ['http://127.0.0.1:9/'],
      ['no-such-folder'],
      [site(), '--key', 'half'],
      [site(), '--old', 'none'],
    ])
      expect((await verify(...args)).status).toBe(2);
  });
});
