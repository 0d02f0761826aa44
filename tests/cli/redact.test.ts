import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Clerk } from './clerk.ts';
import { contentFolder, NOTICE, notice, run, temporaryFolder } from './command.ts';

const ID = 'gm-tz-2026-001';
const NUMBER = '440684199001011234';
const TODAY = '2026-03-31T10:05+08:00';
const erratum = '勘误:\n  - 时间: 2026-03-30 16:00\n    原: 5 日\n    新: 6 日\n    原因: 日期写错';

const environment = (content: string) => ({ CONTENT_DIR: content, OUT_DIR: join(content, '../dist'), TODAY });

/** A centre that keeps a ledger, whose notice has a number that must not stand there, in two places. */
async function centre(): Promise<string> {
  const text = notice({ 勘误: erratum, 联系人: `联系人: 王芳（${NUMBER}）` });
  const content = contentFolder({
    [NOTICE]: text.replace('现场业务。', `现场业务。委托人的号码是 ${NUMBER}。`),
  });
  const site = join(content, 'site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^(?:示例|OCDS前缀).*\n/gmu, ''));
  const { status, stdout, stderr } = await run(['ledger', 'start', '--yes'], environment(content));
  expect(status, stdout + stderr).toBe(0);
  return content;
}

const redact = (content: string, ...args: readonly string[]) =>
  run(['redact', ID, ...args], environment(content));
const WORDS = ['--field', '正文', '--words', NUMBER, '--reason', '误登个人信息，依法删去'];
const ledgerOf = (content: string): string =>
  [
    'leaves/2026.ndjson',
    ...readdirSync(join(content, 'ledger/records', ID)).map((name) => `records/${ID}/${name}`),
  ]
    .map((path) => readFileSync(join(content, 'ledger', path), 'utf8'))
    .join('');

test('the words are blocks wherever they stood, no record keeps them, and nothing stands against it', async () => {
  const content = await centre();
  const before = readFileSync(join(content, NOTICE), 'utf8');
  expect(ledgerOf(content)).toContain(NUMBER);
  const { status, stdout, stderr } = await redact(content, ...WORDS, '--yes');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('git 的历史、备份');
  expect(readFileSync(join(content, NOTICE), 'utf8')).toBe(before.replaceAll(NUMBER, '■'.repeat(18)));
  expect(ledgerOf(content)).not.toContain(NUMBER);
  expect(readdirSync(join(content, 'ledger/records', ID))).toEqual(['3.json']);
  const record = JSON.parse(readFileSync(join(content, `ledger/records/${ID}/3.json`), 'utf8')) as object;
  expect(record).toMatchObject({ redacted: { field: '正文', reason: '误登个人信息，依法删去' } });
  const check = await run(['check', '--format', 'json'], environment(content));
  expect(JSON.parse(check.stdout)).toEqual([]);
});

test('afterwards a silent change is told as before, an erratum gets its number, and it can be taken down', async () => {
  const content = await centre();
  await redact(content, ...WORDS, '--yes');
  const file = join(content, NOTICE);
  const standing = readFileSync(file, 'utf8');
  writeFileSync(file, standing.replace('不办理', '照常办理'));
  expect((await run(['check'], environment(content))).stdout).toContain('K101');
  const more = `${erratum}\n  - 时间: 2026-03-31 09:00\n    原: 中心不办理\n    新: 本中心不办理\n    原因: 漏字`;
  writeFileSync(file, standing.replace('日中心不办理', '日本中心不办理').replace(erratum, more));
  const append = () => run(['ledger', 'append'], environment(content));
  expect((await append()).stdout).toContain('登记了 1 条');
  expect((await append()).stdout).toContain('没有要登记的');
  await run(['withdraw', ID, '--reason', '重复发布'], environment(content));
  expect((await append()).stdout).toContain('登记了 1 条');
  const leaves = readFileSync(join(content, 'ledger/leaves/2026.ndjson'), 'utf8').trimEnd().split('\n');
  expect(leaves.map((line) => (JSON.parse(line) as { event: string; rev: number }).event)).toEqual([
    'adopt',
    'redact',
    'erratum',
    'withdraw',
  ]);
  expect((await run(['check'], environment(content))).status).toBe(0);
});

test('the site that is made of it holds against its ledger, and has the words nowhere', async () => {
  const content = await centre();
  await redact(content, ...WORDS, '--yes');
  const env = environment(content);
  expect((await run(['build'], env)).status).toBe(0);
  const { status, stdout } = await run(['verify', env.OUT_DIR]);
  expect([status, stdout]).toEqual([0, expect.stringContaining('网页：1 份公告和登记的一样')]);
  const texts = readdirSync(env.OUT_DIR, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(?:html|json|xml|txt|tlog-proof)$/u.test(one.name))
    .filter((one) => readFileSync(join(one.parentPath, one.name), 'utf8').includes(NUMBER));
  expect(texts.map(({ name }) => name)).toEqual([]);
}, 120_000);

test('a person at a terminal is asked twice, and no to the second leaves everything', async () => {
  const content = await centre();
  const before = readFileSync(join(content, NOTICE), 'utf8');
  const clerk = new Clerk(['redact', ID, ...WORDS], environment(content));
  await clerk.sees('以前登记的内容也删掉？');
  clerk.presses('y');
  await clerk.sees('是法律要求删的吗？');
  clerk.presses('n');
  expect(await clerk.exitCode).toBe(2);
  expect(readFileSync(join(content, NOTICE), 'utf8')).toBe(before);
});

test('where the ledger is signed and the key is on another machine, it is said that the signature is due', async () => {
  const content = await centre();
  const key = join(temporaryFolder(), 'key');
  await run(['ledger', 'keygen', '--out', key], environment(content));
  await run(['ledger', 'append'], { ...environment(content), LEDGER_KEY: key });
  expect((await redact(content, ...WORDS, '--yes')).stdout).toContain('这一条还没有签名');
  const signed = await run(['ledger', 'append'], { ...environment(content), LEDGER_KEY: key });
  expect(signed.stdout).toContain('新签 1 条');
});

describe('不删的，一个字也不动', () => {
  test.each([
    [
      'the field does not have the words',
      ['--field', '标题', '--words', NUMBER, '--reason', '依法'],
      2,
      '没有这段文字',
    ],
    ['no reason', ['--field', '正文', '--words', NUMBER], 2, '--reason'],
    ['the reason repeats the words', ['--field', '正文', '--words', NUMBER, '--reason', NUMBER], 2, '会公开'],
    ['one character alone', ['--field', '正文', '--words', '日', '--reason', '依法'], 2, '两个字'],
    ['nobody can be asked', WORDS, 2, '--yes'],
    [
      'a field that cannot be read any more',
      ['--field', '发布时间', '--words', '2026-03-30', '--reason', '依法', '--yes'],
      1,
      '',
    ],
  ])('%s', async (_, args, expected, words) => {
    const content = await centre();
    const copy = join(temporaryFolder(), 'copy');
    cpSync(content, copy, { recursive: true });
    const { status, stderr } = await redact(content, ...args);
    expect([status, stderr]).toEqual([expected, expect.stringContaining(words)]);
    for (const path of [NOTICE, 'ledger/leaves/2026.ndjson', `ledger/records/${ID}/2.json`])
      expect(readFileSync(join(content, path))).toEqual(readFileSync(join(copy, path)));
  });

  test('without a ledger there is nothing to remove from', async () => {
    const content = contentFolder({ [NOTICE]: notice() });
    expect(await redact(content, ...WORDS, '--yes')).toMatchObject({ status: 2 });
    expect(existsSync(join(content, 'ledger'))).toBe(false);
  });
});
