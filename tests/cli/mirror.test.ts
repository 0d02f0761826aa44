import { generateKeyPairSync } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, temporaryFolder, type Ran } from './command.ts';

/** A finished site of one page and one screen. */
function builtSite(text: string, folder = temporaryFolder()): string {
  mkdirSync(join(folder, 'display/lobby-a'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), text);
  writeFileSync(join(folder, 'display/lobby-a/index.html'), `screen ${text}`);
  return folder;
}

const at = (minute: number) => ({ TODAY: `2026-11-22T09:${String(minute).padStart(2, '0')}+08:00` });

const mirror = (args: readonly string[], env: Record<string, string> = {}): Promise<Ran> =>
  run(['mirror', ...args], { MIRROR_KEY: '', MIRROR_PUBLIC_KEY: '', ...at(30), ...env });

test('a site goes to a stick and from there to the hall, is verified, replaced and gone back from', async () => {
  const [site, stick, to] = [builtSite('one'), temporaryFolder(), join(temporaryFolder(), 'hall')];
  const packed = await mirror(['pack', '--site', site, '--out', stick], at(1));
  expect([packed.status, packed.stdout]).toEqual([0, expect.stringContaining('已打包到')]);
  const [tar = ''] = readdirSync(stick);
  expect(tar).toBe('zhangbang-site-20261122090100.tar');
  expect((await mirror(['apply', join(stick, tar), '--to', to])).status).toBe(0);
  expect(await mirror(['apply', join(stick, tar), '--to', to])).toMatchObject({
    status: 10,
    stdout: expect.stringContaining('没有新的内容'),
  });
  expect((await mirror(['pack', '--site', builtSite('two', site)], at(2))).status).toBe(0);
  expect((await mirror(['apply', site, '--to', to])).status).toBe(0);
  expect(readFileSync(join(to, 'current/index.html'), 'utf8')).toBe('two');
  expect((await mirror(['apply', join(stick, tar), '--to', to])).status).toBe(22);
  expect(await mirror(['verify', to])).toMatchObject({ status: 0, stdout: expect.stringContaining('完好') });
  const back = await mirror(['rollback', '--to', to]);
  expect(back.status).toBe(0);
  for (const words of ['屏幕不跟着退回', '重新发布', 'systemctl restart zhangbang-kiosk'])
    expect(back.stdout).toContain(words);
  expect(readFileSync(join(to, 'current/index.html'), 'utf8')).toBe('one');
  expect(await mirror(['apply', site, '--to', to])).toMatchObject({
    status: 10,
    stdout: expect.stringContaining('保持退回后的'),
  });
}, 30_000);

test('pack takes from the last time what the disk says is unchanged, or reads all with --paranoid', async () => {
  const site = builtSite('one');
  for (const more of [[], ['--paranoid']]) {
    expect(
      (await mirror(['pack', '--site', builtSite(`two ${more.length}`, site), ...more], at(2))).status,
    ).toBe(0);
    expect(await mirror(['pack', '--site', site, ...more], at(3))).toMatchObject({
      status: 10,
      stdout: expect.stringContaining('没有变化'),
    });
    expect((await mirror(['verify', site])).status).toBe(0);
  }
}, 30_000);

test('a folder that is named without --site is not passed over: another site would be signed', async () => {
  const [site, other] = [builtSite('one'), builtSite('two')];
  const { status, stderr } = await mirror(['pack', other, '--site', site]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('没有写清单')]);
  expect(readdirSync(site).sort()).toEqual(['display', 'index.html']);
});

test('a damaged mirror is said to be so, by its files, and the next run repairs it', async () => {
  const [site, to] = [builtSite('one'), temporaryFolder()];
  await mirror(['pack', '--site', site], at(1));
  await mirror(['apply', site, '--to', to]);
  writeFileSync(join(to, 'current/index.html'), 'two');
  rmSync(join(to, 'current/display/lobby-a/index.html'));
  writeFileSync(join(to, 'current/stranger.html'), '');
  const { status, stderr } = await mirror(['verify', to]);
  expect(status).toBe(21);
  expect(stderr).toContain('缺少  display/lobby-a/index.html');
  expect(stderr).toContain('内容不对  index.html');
  expect(stderr).toContain('多出  stranger.html');
  expect(stderr).toContain('下一次 pull（定时的也算）或 apply 会逐个核对并修复');
  // The next run, a minute later, reads every byte although it did so a moment ago.
  expect(await mirror(['apply', site, '--to', to], at(31))).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('已经修复'),
  });
  expect((await mirror(['verify', to])).status).toBe(0);
}, 30_000);

test('a mirror whose manifest is gone is said to be so, and the next run brings it back', async () => {
  const [site, to] = [builtSite('one'), temporaryFolder()];
  await mirror(['pack', '--site', site], at(1));
  await mirror(['apply', site, '--to', to]);
  rmSync(join(to, 'current/manifest.json'));
  expect(await mirror(['verify', to])).toMatchObject({
    status: 21,
    stderr: expect.stringContaining('的文件清单坏了或不见了'),
  });
  expect((await mirror(['apply', site, '--to', to])).status).toBe(0);
  expect((await mirror(['verify', to])).status).toBe(0);
}, 30_000);

test('keys in PEM files sign and prove; what is not signed is refused where a public key is set', async () => {
  const [site, to, folder] = [builtSite('one'), temporaryFolder(), temporaryFolder()];
  const [key, publicKey] = [join(folder, 'mirror.key'), join(folder, 'mirror.pub')];
  const pair = generateKeyPairSync('ed25519');
  writeFileSync(key, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(publicKey, pair.publicKey.export({ type: 'spki', format: 'pem' }));
  const env = { MIRROR_PUBLIC_KEY: publicKey };
  await mirror(['pack', '--site', site], at(1));
  expect(await mirror(['apply', site, '--to', to], env)).toMatchObject({
    status: 21,
    stderr: expect.stringContaining('没有签名'),
  });
  await mirror(['pack', '--site', site], { ...at(1), MIRROR_KEY: key });
  expect((await mirror(['apply', site, '--to', to], env)).status).toBe(0);
  expect((await mirror(['verify', to, '--public-key', publicKey])).status).toBe(0);
});

test('a pair is made, its key signs, and each machine tells which keys it trusts and whose what it serves is', async () => {
  const [site, to, folder] = [builtSite('one'), temporaryFolder(), temporaryFolder()];
  const trusted = join(folder, 'trusted');
  mkdirSync(trusted);
  const prints: string[] = [];
  for (const year of ['2026', '2027']) {
    const { stdout } = await mirror(['keys', '--new', join(folder, `mirror-${year}.key`)]);
    prints.push(/([0-9a-f]{4} ){7}[0-9a-f]{4}/u.exec(stdout)![0]);
    renameSync(join(folder, `mirror-${year}.pub`), join(trusted, `mirror-${year}.pub`));
  }
  expect((await mirror(['keys', '--new', join(folder, 'mirror-2026.key')])).stderr).toContain('已经有了');
  const env = { MIRROR_PUBLIC_KEY: trusted, MIRROR_KEY: join(folder, 'mirror-2026.key') };
  await mirror(['pack', '--site', site], { ...at(1), ...env });
  await mirror(['apply', site, '--to', to], env);
  const asked = await mirror(['keys', to], { MIRROR_PUBLIC_KEY: trusted });
  expect(asked.status).toBe(0);
  for (const words of [...prints, '信任的公钥 2 把', `20261122090100 是用 ${prints[0]} 签的`])
    expect(asked.stdout).toContain(words);
  // The same site, signed anew.
  await mirror(['pack', '--site', site], { ...at(2), MIRROR_KEY: join(folder, 'mirror-2027.key') });
  expect((await mirror(['apply', site, '--to', to], env)).status).toBe(0);
  rmSync(join(trusted, 'mirror-2027.pub'));
  expect(await mirror(['keys', to], env)).toMatchObject({
    status: 21,
    stderr: expect.stringContaining('不是用上面的钥匙签的'),
  });
  expect((await mirror(['keys', site], { MIRROR_KEY: join(folder, 'mirror-2027.key') })).stdout).toContain(
    `是用 ${prints[1]} 签的`,
  );
  writeFileSync(join(trusted, 'half.pub'), '-----BEGIN PUBLIC KEY-----\n');
  const refused = await mirror(['apply', site, '--to', to], env);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('half.pub')]);
  // Whoever watches the box reads it in the status.
  expect(JSON.parse(readFileSync(join(to, 'mirror-status.json'), 'utf8'))).toMatchObject({
    result: 'unusable',
    message: expect.stringContaining('half.pub'),
    seq: 20261122090200,
  });
}, 30_000);

test('a site that was copied by other means is verified too; an old file with its hash in its name may be left', async () => {
  const site = builtSite('one');
  await mirror(['pack', '--site', site], at(1));
  mkdirSync(join(site, 'assets'));
  writeFileSync(join(site, 'assets/shell.AbCd1234.js'), 'of the release before');
  expect((await mirror(['verify', site])).status).toBe(0);
  writeFileSync(join(site, 'left.html'), 'of the release before');
  expect(await mirror(['verify', site])).toMatchObject({
    status: 21,
    stderr: expect.stringContaining('多出  left.html'),
  });
});

test('a folder that holds something else is left alone', async () => {
  const [site, to] = [builtSite('one'), temporaryFolder()];
  await mirror(['pack', '--site', site], at(1));
  mkdirSync(join(to, 'current'));
  writeFileSync(join(to, 'current/index.html'), 'by hand');
  expect(await mirror(['apply', site, '--to', to])).toMatchObject({ status: 23 });
  expect(readFileSync(join(to, 'current/index.html'), 'utf8')).toBe('by hand');
  rmSync(join(to, 'current'), { recursive: true });
  symlinkSync(site, join(to, 'current'));
  expect(await mirror(['apply', site, '--to', to])).toMatchObject({ status: 23 });
});

test.each([
  [[], 2, '要做什么'],
  [['push'], 2, '没有“push”'],
  [['pull'], 2, '从哪个网站取'],
  [['pull', 'https://example.invalid/'], 2, '--to'],
  [['pull', 'ftp://example.invalid/', '--to', 'nowhere'], 2, '请写网站首页的地址'],
  [['apply', 'nothing.tar', '--to', 'nowhere'], 2, '找不到'],
  [['verify', 'nothing'], 2, '找不到文件夹'],
  [['rollback', '--to', 'nothing'], 2, '没有用 pull 或 apply 取来的网站'],
  [['pack', '--site', 'nothing'], 2, '里没有网站'],
  [['pack', '--key', 'nothing.key'], 2, '私钥文件'],
  [['pull', 'https://example.invalid/', '--to', 'x', '--part', 'half'], 2, '没有“half”这一部分'],
  [['keys', 'nothing'], 2, '找不到文件夹'],
  [['keys', 'dist', '--new', 'x'], 2, '生成钥匙只写一个文件名'],
  [['pull', '--speed', '9'], 2, '没有“--speed”这个选项'],
])('mirror %j ends with %d and says what to do', async (args, status, words) => {
  const ran = await mirror(args);
  expect([ran.status, ran.stderr]).toEqual([status, expect.stringContaining(words)]);
  expect(ran.stderr).not.toContain('    at ');
});
