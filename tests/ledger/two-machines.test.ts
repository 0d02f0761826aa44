import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sideOf } from '../../src/ledger/mending/sides.ts';
import { contentFolder, NOTICE, notice, run } from '../cli/command.ts';

const TODAY = '2026-03-31T08:00+08:00';
const fileOf = (number: number): string => NOTICE.replace('001', `00${number}`);

const environment = (content: string, key?: string) => ({
  ...{ CONTENT_DIR: content, OUT_DIR: join(content, '../dist'), TODAY },
  ...(key !== undefined && { LEDGER_KEY: key }),
});

const ledger = (content: string, act: string, key?: string) =>
  run(['ledger', act], environment(content, key));

function git(content: string, ...args: readonly string[]) {
  const identity = ['-c', 'user.name=示例', '-c', 'user.email=clerk@example.gov.cn'];
  return spawnSync('git', [...identity, ...args], { cwd: content, encoding: 'utf8' });
}

const write = (content: string, number: number): void =>
  writeFileSync(join(content, fileOf(number)), notice({ 标题: `标题: 关于第${number}项业务办理安排的通知` }));

const leavesIn = (content: string): string =>
  readFileSync(join(content, 'ledger/leaves/2026.ndjson'), 'utf8');

const idsIn = (content: string): readonly string[] =>
  leavesIn(content)
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id);

/** A centre with one notice that is registered, of which two machines have copies: branches of one repository. */
async function centre(): Promise<string> {
  const content = contentFolder({ [NOTICE]: notice() });
  const site = join(content, 'site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^(?:示例|OCDS前缀).*\n/gmu, ''));
  expect((await ledger(content, 'start')).status).toBe(2);
  expect((await run(['ledger', 'start', '--yes'], environment(content))).status).toBe(0);
  git(content, 'init', '-q', '-b', 'main');
  git(content, 'add', '.');
  git(content, 'commit', '-qm', 'Begin');
  git(content, 'branch', 'other');
  return content;
}

/** On a branch, notices are written and registered; with a key, also signed. */
async function publish(content: string, branch: string, numbers: readonly number[], key?: string) {
  git(content, 'checkout', '-q', branch);
  for (const number of numbers) write(content, number);
  expect((await ledger(content, 'append', key)).status).toBe(0);
  git(content, 'add', '.');
  git(content, 'commit', '-qm', `Publish ${numbers.join(' ')}`);
}

function merge(content: string): void {
  git(content, 'checkout', '-q', 'main');
  expect(git(content, 'merge', '-q', 'other').stdout).toContain('CONFLICT');
  expect(leavesIn(content)).toContain('<<<<<<<');
}

const faults = async (content: string) => {
  const { stdout } = await run(['check', '--format', 'json'], environment(content));
  return (JSON.parse(stdout) as { code: string }[]).filter(({ code }) => code.startsWith('K'));
};

describe('两台机器同时登记', () => {
  test('one side stays as it is, and the other is registered behind it', async () => {
    const content = await centre();
    await publish(content, 'main', [2]);
    const before = leavesIn(content);
    await publish(content, 'other', [3, 4]);
    merge(content);
    expect((await faults(content)).length).toBeGreaterThan(0);
    const { status, stdout } = await ledger(content, 'mend');
    expect([status, stdout]).toEqual([0, expect.stringContaining('留下 2 条；另一边有 2 条要重新登记')]);
    expect(leavesIn(content).startsWith(before)).toBe(true);
    expect(idsIn(content)).toEqual([1, 2, 3, 4].map((number) => `gm-tz-2026-00${number}`));
    expect(await faults(content)).toEqual([]);
    expect((await ledger(content, 'mend')).stdout).toContain('没有冲突');
  });

  test('what was signed is never put in another order, whichever side it comes from', async () => {
    const content = await centre();
    const key = join(content, '../key');
    await run(['ledger', 'keygen', '--out', key], environment(content));
    await publish(content, 'main', [2]);
    await publish(content, 'other', [3], key);
    const signed = leavesIn(content);
    merge(content);
    expect((await ledger(content, 'mend', key)).status).toBe(0);
    expect(leavesIn(content).startsWith(signed)).toBe(true);
    expect(idsIn(content)).toEqual([1, 3, 2].map((number) => `gm-tz-2026-00${number}`));
    expect(await faults(content)).toEqual([]);
  });

  test('the same notice registered twice has one leaf afterwards, with its own record', async () => {
    const content = await centre();
    await publish(content, 'main', [2]);
    await publish(content, 'other', [2]);
    merge(content);
    expect(readFileSync(join(content, 'ledger/records/gm-tz-2026-002/1.json'), 'utf8')).toContain('<<<<<<<');
    expect((await ledger(content, 'mend')).status).toBe(0);
    expect(idsIn(content)).toEqual(['gm-tz-2026-001', 'gm-tz-2026-002']);
    expect(await faults(content)).toEqual([]);
  });

  test('two sides that were both signed are refused, and nothing is written', async () => {
    const content = await centre();
    const key = join(content, '../key');
    await run(['ledger', 'keygen', '--out', key], environment(content));
    await publish(content, 'main', [2], key);
    await publish(content, 'other', [3], key);
    merge(content);
    const before = leavesIn(content);
    const { status, stderr } = await ledger(content, 'mend', key);
    expect([status, stderr]).toEqual([1, expect.stringContaining('两边各自签过名')]);
    expect(leavesIn(content)).toBe(before);
  });

  test('marks of a conflict are read as git writes them, with what stood there before too', () => {
    const text = 'a\n<<<<<<< HEAD\nb\n||||||| 1234567\nx\n=======\nc\n>>>>>>> other\n=======\nd\n';
    expect([sideOf(text, 'ours'), sideOf(text, 'theirs')]).toEqual([
      'a\nb\n=======\nd\n',
      'a\nc\n=======\nd\n',
    ]);
  });
});

describe('换钥匙', () => {
  test('the last checkpoint is signed by both keys, later ones by the new one, and the old one stays known', async () => {
    const content = await centre();
    const [old, fresh] = [join(content, '../old'), join(content, '../new')];
    await run(['ledger', 'keygen', '--out', old], environment(content));
    await ledger(content, 'append', old);
    const vkey = readFileSync(join(content, 'ledger/vkey'), 'utf8');
    git(content, 'add', '.');
    git(content, 'commit', '-qm', 'Sign');
    const { status, stdout } = await run(['ledger', 'rotate', '--out', fresh], environment(content, old));
    expect([status, stdout]).toEqual([0, expect.stringContaining('新旧两把钥匙都签了')]);
    const keys = readFileSync(join(content, 'ledger/vkey'), 'utf8');
    expect(keys.endsWith(vkey)).toBe(true);
    expect(keys.trimEnd().split('\n')).toHaveLength(2);
    const ids = keys.match(/(?<=\+)[0-9a-f]{8}(?=\+)/gu)!;

    git(content, 'add', '-A');
    expect(await run(['check', '--staged'], environment(content))).toMatchObject({ status: 0 });
    expect(await ledger(content, 'append', old)).toMatchObject({ status: 2 });
    write(content, 2);
    expect(await ledger(content, 'append', fresh)).toMatchObject({ status: 0 });
    const checkpoints = readFileSync(join(content, 'ledger/checkpoints.txt'), 'utf8');
    const signers = [...checkpoints.matchAll(/^\u2014 \S+ (\S+)$/gmu)].map(([, bytes]) =>
      Buffer.from(bytes!, 'base64').subarray(0, 4).toString('hex'),
    );
    expect(signers).toEqual([ids[1], ids[1], ids[0], ids[0]]);
    expect((await ledger(content, 'status')).stdout).toContain(ids[0]);
    expect(await faults(content)).toEqual([]);
  });

  test('without the present key, or over another file, nothing changes', async () => {
    const content = await centre();
    const key = join(content, '../key');
    await run(['ledger', 'keygen', '--out', key], environment(content));
    const rotate = (out: string, env: Record<string, string>) => run(['ledger', 'rotate', '--out', out], env);
    expect(await rotate(join(content, '../new'), environment(content))).toMatchObject({ status: 2 });
    expect(await rotate(join(content, '../new'), environment(content, key))).toMatchObject({ status: 2 });
    await ledger(content, 'append', key);
    for (const out of [key, join(content, 'new')])
      expect(await rotate(out, environment(content, key))).toMatchObject({ status: 2 });
    expect(readdirSync(join(content, '..'))).not.toContain('new');
  });
});

test('a clone without the key registers nothing of a signed ledger, and says who does', async () => {
  const content = await centre();
  const key = join(content, '../key');
  await run(['ledger', 'keygen', '--out', key], environment(content));
  expect((await ledger(content, 'append', key)).status).toBe(0);
  git(content, 'remote', 'add', 'origin', join(content, '../office.git'));
  write(content, 2);
  const before = leavesIn(content);
  const refused = await ledger(content, 'append');
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('由有钥匙的那台机器登记')]);
  expect(leavesIn(content)).toBe(before);
  expect((await ledger(content, 'append', key)).stdout).toContain('登记了 1 条');
});
