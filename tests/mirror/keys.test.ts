import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintOf, loadPrivateKey, loadPublicKeys, makePair } from '../../src/mirror/keys.ts';
import { bring } from '../../src/mirror/mirror.ts';
import { folderSource } from '../../src/mirror/source.ts';
import { filesOf, keys, mirroring, read, site, temporaryFolder } from './hall.ts';

const pem = (pair = generateKeyPairSync('ed25519')): string =>
  pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;

const fileOf = (text: string, name = 'mirror.pub'): string => {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
};

test('every key of a file is trusted, with notes between them, and each once', () => {
  const [one, two] = [pem(), pem()];
  const file = fileOf(`# 2026 年\r\n${one}\r\n# 2027 年，启用前\n${two}${one}`);
  expect(loadPublicKeys(file).map(({ key }) => key.export({ type: 'spki', format: 'pem' }))).toEqual([
    one,
    two,
  ]);
});

test('every key file of a folder is trusted, and nothing else that lies there', () => {
  const folder = temporaryFolder();
  for (const name of ['b.pub', 'a.pem']) writeFileSync(join(folder, name), pem());
  writeFileSync(join(folder, 'README.txt'), 'which key is whose');
  mkdirSync(join(folder, 'old'));
  expect(loadPublicKeys(folder).map(({ file }) => file)).toEqual([
    join(folder, 'a.pem'),
    join(folder, 'b.pub'),
  ]);
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
  type: 'spki',
  format: 'pem',
}) as string;

test.each([
  ['cut off', `${pem()}${pem().slice(0, 60)}`, '没有拷贝完整'],
  ['damaged within', pem().replace(/\n.{9}/u, '\n'), '读不出来'],
  ['pasted with something else', `${pem()}abc`, '“abc”'],
  ['empty', '\n', '里没有公钥'],
  ['of another kind', rsa, 'Ed25519'],
  [
    'the private one',
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    '私钥只放在签名的机器上',
  ],
])('a key file that is %s is refused by its name, in a folder too', (_, text, words) => {
  const file = fileOf(text);
  const folder = join(file, '..');
  writeFileSync(join(folder, 'another.pub'), pem());
  for (const path of [file, folder]) {
    expect(() => loadPublicKeys(path)).toThrow(words);
    expect(() => loadPublicKeys(path)).toThrow(file);
  }
});

test('a folder without a key proves nothing, and is refused', () => {
  expect(() => loadPublicKeys(temporaryFolder())).toThrow('里没有公钥');
  expect(() => loadPublicKeys(join(temporaryFolder(), 'nothing'))).toThrow('读不出来');
});

test('while two keys are trusted a box takes what either has signed; of the one that is taken away nothing more', async () => {
  const next = generateKeyPairSync('ed25519');
  const to = temporaryFolder();
  const signedBy = (n: number, key: typeof next.privateKey): string =>
    site(n, filesOf(n), temporaryFolder(), key);
  const take = (n: number, key: typeof next.privateKey, trusted: readonly (typeof next.publicKey)[]) =>
    bring(folderSource(signedBy(n, key)), mirroring(to, { publicKeys: trusted }));
  await take(1, keys.privateKey, [keys.publicKey, next.publicKey]);
  await take(2, next.privateKey, [keys.publicKey, next.publicKey]);
  await expect(take(3, keys.privateKey, [next.publicKey])).rejects.toMatchObject({ ending: 'untrusted' });
  expect(read(to)).toBe(2);
  await take(4, next.privateKey, [next.publicKey]);
  expect(read(to)).toBe(4);
});

test('a pair that is made is one that OpenSSL and this program read, under one fingerprint', () => {
  const file = join(temporaryFolder(), 'mirror-2027.key');
  const made = makePair(file);
  expect(made.file).toBe(file.replace('.key', '.pub'));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const print = fingerprintOf(made.key);
  expect(print).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/u);
  expect([
    fingerprintOf(loadPrivateKey(file)),
    ...loadPublicKeys(made.file).map(({ key }) => fingerprintOf(key)),
  ]).toEqual([print, print]);
  const { status, stdout } = spawnSync('sh', [
    '-c',
    `openssl pkey -pubin -in '${made.file}' -outform DER | sha256sum`,
  ]);
  if (status === 0 && stdout.length > 64) expect(String(stdout)).toContain(print.replaceAll(' ', ''));
});

test('a key that is there is never written over', () => {
  const file = join(temporaryFolder(), 'mirror.key');
  makePair(file);
  const before = readFileSync(file, 'utf8');
  expect(() => makePair(file)).toThrow('已经有了');
  const other = file.replace('mirror.key', 'mirror.pem');
  expect(() => makePair(other)).toThrow('mirror.pub 已经有了');
  expect(() => statSync(other)).toThrow('ENOENT');
  expect(readFileSync(file, 'utf8')).toBe(before);
});
