import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { contentFolder, NOTICE, notice, run, temporaryFolder } from '../cli/command.ts';

const SECOND = 'announcements/general/2026/gm-tz-2026-002.md';
const TODAY = '2026-03-31T08:00+08:00';

/** A centre with two notices that are public. */
function centre(): string {
  const content = contentFolder({
    [NOTICE]: notice(),
    [SECOND]: notice({ 标题: '标题: 关于劳动节期间业务办理安排的通知' }),
  });
  const site = join(content, 'site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^(?:示例|OCDS前缀).*\n/gmu, ''));
  return content;
}

const environment = (content: string, more: Readonly<Record<string, string>> = {}) => ({
  CONTENT_DIR: content,
  OUT_DIR: join(content, '../dist'),
  TODAY,
  ...more,
});

const ledger = (content: string, args: readonly string[], more?: Readonly<Record<string, string>>) =>
  run(['ledger', ...args], environment(content, more));

const check = async (content: string) => {
  const { status, stdout } = await run(['check', '--format', 'json'], environment(content));
  const findings = JSON.parse(stdout) as { code: string; file: string; message: string }[];
  return { status, findings: findings.filter(({ code }) => code.startsWith('K')) };
};

async function begun(): Promise<string> {
  const content = centre();
  const { status } = await ledger(content, ['start', '--yes']);
  expect(status).toBe(0);
  return content;
}

const leavesIn = (content: string): string =>
  readFileSync(join(content, 'ledger/leaves/2026.ndjson'), 'utf8');
const edit = (content: string, file: string, change: (text: string) => string): void => {
  const before = readFileSync(join(content, file), 'utf8');
  expect(change(before)).not.toBe(before);
  writeFileSync(join(content, file), change(before));
};

describe('开始登记', () => {
  test('without being asked nothing is written', async () => {
    const content = centre();
    const { status, stderr } = await ledger(content, ['start']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('--yes')]);
    expect(readdirSync(content)).not.toContain('ledger');
  });

  test('registers all that is public, names the ledger in the settings, and nothing stands against it', async () => {
    const content = await begun();
    expect(leavesIn(content).trimEnd().split('\n')).toHaveLength(2);
    expect(readFileSync(join(content, 'site.yaml'), 'utf8')).toMatch(/^登记簿: \S+\/ledger$/mu);
    expect(await check(content)).toEqual({ status: 0, findings: [] });
    expect((await ledger(content, ['start', '--yes'])).status).toBe(2);
  });

  test('a site without announcements begins an empty one, and its first notice gets the first number', async () => {
    const content = contentFolder();
    const site = join(content, 'site.yaml');
    writeFileSync(site, readFileSync(site, 'utf8').replace(/^(?:示例|OCDS前缀).*\n/gmu, ''));
    mkdirSync(join(content, 'announcements'));
    expect((await ledger(content, ['start', '--yes'])).status).toBe(0);
    expect(await check(content)).toEqual({ status: 0, findings: [] });
    mkdirSync(join(content, 'announcements/general/2026'), { recursive: true });
    writeFileSync(join(content, NOTICE), notice());
    expect((await ledger(content, ['append'])).stdout).toContain('登记了 1 条');
    expect(leavesIn(content)).toContain('"event":"publish"');
  });

  test('content with errors is not registered', async () => {
    const content = centre();
    edit(content, NOTICE, (text) => text.replace('发布时间: 2026-03-30', '发布时间: 2026-13-30'));
    expect((await ledger(content, ['start', '--yes'])).status).toBe(1);
    expect(readdirSync(content)).not.toContain('ledger');
  });
});

describe('登记以后', () => {
  test('a changed word is refused by any machine that has the content, and the number is named', async () => {
    const content = await begun();
    edit(content, NOTICE, (text) => text.replace('不办理', '照常办理'));
    const { status, findings } = await check(content);
    expect(status).toBe(1);
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'K101',
        file: NOTICE,
        message: expect.stringMatching(/登记第 \d 号/u) as string,
      }),
    ]);
  });

  test('a notice that is gone is refused', async () => {
    const content = await begun();
    rmSync(join(content, SECOND));
    expect((await check(content)).findings).toEqual([
      expect.objectContaining({ code: 'K102', file: SECOND }),
    ]);
  });

  test('what is written another way and says the same is no change', async () => {
    const content = await begun();
    edit(content, NOTICE, (text) => text.replace(/标题: (.*)/u, '标题: "$1"').replaceAll('\n', '\r\n'));
    expect((await check(content)).findings).toEqual([]);
  });

  test('a new notice that is public by its words is told to have no number yet, and gets one', async () => {
    const content = await begun();
    const third = SECOND.replace('002', '003');
    writeFileSync(join(content, third), notice({ 标题: '标题: 关于国庆节期间业务办理安排的通知' }));
    expect((await check(content)).findings).toEqual([expect.objectContaining({ code: 'K105', file: third })]);
    const before = leavesIn(content);
    expect((await ledger(content, ['append'])).stdout).toContain('登记了 1 条');
    expect(leavesIn(content).startsWith(before)).toBe(true);
    expect(await check(content)).toEqual({ status: 0, findings: [] });
  });

  test('to register twice with nothing new changes no byte', async () => {
    const content = await begun();
    await ledger(content, ['append']);
    const copy = join(temporaryFolder(), 'copy');
    cpSync(join(content, 'ledger'), copy, { recursive: true });
    await ledger(content, ['append']);
    expect(spawnSync('diff', ['-r', copy, join(content, 'ledger')]).status).toBe(0);
  });

  test('what waits for its time is not registered before', async () => {
    const content = await begun();
    const third = SECOND.replace('002', '003');
    const waiting = notice({ 发布时间: '发布时间: 2026-04-02 10:00', 定时: '定时: 是' });
    writeFileSync(join(content, third), waiting);
    expect((await ledger(content, ['append'])).stdout).toContain('没有要登记的');
    const later = await ledger(content, ['append'], { TODAY: '2026-04-02T10:01+08:00' });
    expect(later.stdout).toContain('登记了 1 条');
  });

  test('the same leaf is written in every time zone', async () => {
    const content = centre();
    const lines = ['UTC', 'Asia/Shanghai', 'America/New_York'].map((zone) => {
      const copy = join(temporaryFolder(), 'content');
      cpSync(content, copy, { recursive: true });
      const env = { ...process.env, ...environment(copy), TZ: zone };
      spawnSync(process.execPath, ['src/cli/main.ts', 'ledger', 'start', '--yes'], { env });
      return leavesIn(copy).replaceAll(/sha256:\w+/gu, '');
    });
    expect(new Set(lines).size).toBe(1);
  });
});

describe('记录断了', () => {
  test('a ledger that is gone is told once, and never begins anew by itself', async () => {
    const content = await begun();
    renameSync(join(content, 'ledger'), join(content, '../ledger'));
    expect((await check(content)).findings).toEqual([expect.objectContaining({ code: 'K104' })]);
    expect((await ledger(content, ['append'])).status).toBe(2);
    expect(readdirSync(content)).not.toContain('ledger');
  });

  test.each([
    [
      'a leaf that is changed',
      (lines: readonly string[]) => [lines[0]!.replace('"rev":1', '"rev":2'), lines[1]!],
    ],
    ['a leaf that is left out', (lines: readonly string[]) => lines.slice(1)],
    ['leaves in another order', (lines: readonly string[]) => lines.toReversed()],
  ])('%s is found by the signed root', async (_, change) => {
    const content = await begun();
    const key = join(content, '../key');
    await ledger(content, ['keygen', '--out', key]);
    await ledger(content, ['append'], { LEDGER_KEY: key });
    const lines = leavesIn(content).trimEnd().split('\n');
    writeFileSync(join(content, 'ledger/leaves/2026.ndjson'), `${change(lines).join('\n')}\n`);
    const { status, findings } = await check(content);
    expect(status).toBe(1);
    expect(findings.map(({ code }) => code)).toContain('K104');
  });

  test('line ends of another system in the leaves are told as that alone, and nobody is told to change a date', async () => {
    const content = await begun();
    edit(content, 'ledger/leaves/2026.ndjson', (text) => text.replaceAll('\n', '\r\n'));
    const { findings } = await check(content);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['K104']));
  });

  test('a ledger that the settings name and that is gone is not to be begun anew', async () => {
    const content = await begun();
    renameSync(join(content, 'ledger'), join(content, '../ledger'));
    for (const act of ['status', 'append'])
      expect((await ledger(content, [act])).stderr).toContain('从备份里放回来');
  });

  test('a record that is changed or gone is told with its announcement', async () => {
    const content = await begun();
    const record = join(content, 'ledger/records/gm-tz-2026-001/1.json');
    edit(content, 'ledger/records/gm-tz-2026-001/1.json', (text) => text.replace('不办理', '照常办理'));
    const changed = await check(content);
    expect(changed.findings).toEqual([expect.objectContaining({ code: 'K104', file: NOTICE })]);
    rmSync(record);
    expect((await check(content)).findings).toEqual([
      expect.objectContaining({ code: 'K104', message: expect.stringContaining('不见了') as string }),
    ]);
  });

  test('killed between a record and its leaf, the next run registers as if nothing had been', async () => {
    const content = await begun();
    const third = SECOND.replace('002', '003');
    writeFileSync(join(content, third), notice({ 标题: '标题: 关于国庆节期间业务办理安排的通知' }));
    mkdirSync(join(content, 'ledger/records/gm-tz-2026-003'));
    writeFileSync(join(content, 'ledger/records/gm-tz-2026-003/1.json'), '{"at":');
    expect((await ledger(content, ['append'])).stdout).toContain('登记了 1 条');
    expect(await check(content)).toEqual({ status: 0, findings: [] });
  });
});

describe('签名', () => {
  const keyIn = async (content: string): Promise<string> => {
    const key = join(content, '../key');
    expect((await ledger(content, ['keygen', '--out', key])).status).toBe(0);
    return key;
  };

  test('what is signed later begins with what was signed before', async () => {
    const content = await begun();
    const key = await keyIn(content);
    await ledger(content, ['append'], { LEDGER_KEY: key });
    const before = readFileSync(join(content, 'ledger/checkpoints.txt'), 'utf8');
    writeFileSync(join(content, SECOND.replace('002', '003')), notice());
    await ledger(content, ['append'], { LEDGER_KEY: key });
    const after = readFileSync(join(content, 'ledger/checkpoints.txt'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.match(/^\d+$/gmu)).toEqual(['2', '3']);
    expect(await check(content)).toEqual({ status: 0, findings: [] });
  });

  test('another key signs nothing, and no key is ever printed', async () => {
    const content = await begun();
    await ledger(content, ['append'], { LEDGER_KEY: await keyIn(content) });
    const other = join(temporaryFolder(), 'other');
    await ledger(content, ['keygen', '--out', other]);
    writeFileSync(join(content, SECOND.replace('002', '003')), notice());
    const { status, stderr } = await ledger(content, ['append'], { LEDGER_KEY: other });
    expect([status, stderr]).toEqual([2, expect.stringContaining('不是这份记录的钥匙')]);
    expect(stderr).not.toContain(readFileSync(other, 'utf8').trim().split('+').at(-1)!);
  });

  test.each(['', 'PRIVATE+KEY+short', 'no key at all'])('a file with “%s” is no key', async (text) => {
    const content = await begun();
    const file = join(temporaryFolder(), 'key');
    writeFileSync(file, text);
    expect(await ledger(content, ['append'], { LEDGER_KEY: file })).toMatchObject({ status: 2 });
  });

  test('a key is not put into the content folder, and never over another', async () => {
    const content = await begun();
    expect((await ledger(content, ['keygen', '--out', join(content, 'key')])).status).toBe(2);
    const key = await keyIn(content);
    const before = readFileSync(key, 'utf8');
    expect((await ledger(content, ['keygen', '--out', key])).status).toBe(2);
    expect(readFileSync(key, 'utf8')).toBe(before);
  });
});

describe('提交', () => {
  /** A repository of a centre whose ledger is committed. */
  async function committed(): Promise<string> {
    const content = await begun();
    const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: content });
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', '示例');
    git('config', 'user.email', 'clerk@example.gov.cn');
    git('add', '.');
    git('commit', '-qm', 'Begin');
    return content;
  }

  const staged = async (content: string) => {
    spawnSync('git', ['add', '-A'], { cwd: content });
    const { status, stderr } = await run(['check', '--staged'], environment(content));
    return { status, isRefused: stderr.includes('K104') };
  };

  test('lines at the end of the ledger and new records may be committed', async () => {
    const content = await committed();
    writeFileSync(join(content, SECOND.replace('002', '003')), notice({ 标题: '标题: 关于停电的通知' }));
    await ledger(content, ['append']);
    expect(await staged(content)).toEqual({ status: 0, isRefused: false });
  });

  test.each([
    ['a line that is changed', (text: string) => text.replace('"rev":1', '"rev":2')],
    ['a line that is taken out', (text: string) => text.split('\n').slice(1).join('\n')],
    ['a line before the others', (text: string) => `${text.split('\n')[1]!}\n${text}`],
  ])('%s may not', async (_, change) => {
    const content = await committed();
    edit(content, 'ledger/leaves/2026.ndjson', change);
    expect(await staged(content)).toEqual({ status: 1, isRefused: true });
  });

  test('a record that is there may be neither changed nor removed', async () => {
    const content = await committed();
    const record = 'ledger/records/gm-tz-2026-001/1.json';
    edit(content, record, (text) => text.replace('不办理', '办理'));
    expect(await staged(content)).toEqual({ status: 1, isRefused: true });
    rmSync(join(content, record));
    expect(await staged(content)).toEqual({ status: 1, isRefused: true });
  });

  test('records of words that the law has removed may go', async () => {
    const content = await committed();
    const withdrawn = '撤下:\n  - 时间: 2026-03-30 12:00\n    原因: 误登了个人信息\n---\n\n4 月';
    edit(content, NOTICE, (text) => text.replace('---\n\n4 月', withdrawn));
    await ledger(content, ['append']);
    expect(readdirSync(join(content, 'ledger/records/gm-tz-2026-001'))).toEqual(['2.json']);
    expect(await staged(content)).toEqual({ status: 0, isRefused: false });
    expect(await check(content)).toEqual({ status: 0, findings: [] });
  });
});
