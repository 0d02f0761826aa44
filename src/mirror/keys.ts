import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, MirrorError } from './failure.ts';

/** A key that is trusted, and the file that it stands in. */
export interface TrustedKey {
  readonly key: KeyObject;
  readonly file: string;
}

/** Reads the key that signs, a PEM of `keys --new` or `openssl genpkey -algorithm ed25519`. @throws {MirrorError} unusable */
export function loadPrivateKey(file: string): KeyObject {
  try {
    return ed25519(createPrivateKey(textOf(file)));
  } catch (cause) {
    return refuse('私钥', file, faultOf(cause), cause);
  }
}

/**
 * Reads the keys that prove: every PEM block of a file, or of the files of a folder that end with `.pem` or `.pub`.
 * Each of them is trusted. Between blocks only empty lines and lines that begin with `#` may stand: a key that was cut
 * off or pasted badly must not be passed over.
 * @throws {MirrorError} unusable, with the file that cannot be read
 */
export function loadPublicKeys(path: string): readonly TrustedKey[] {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const keys = isFolder ? filesIn(path).flatMap(keysIn) : keysIn(path);
  if (keys.length === 0)
    throw new MirrorError(
      'unusable',
      `文件夹 ${path} 里没有公钥：要有 .pem 或 .pub 结尾的文件。不想核对签名，就不要写 --public-key 和 MIRROR_PUBLIC_KEY。`,
    );
  const seen = new Set<string>();
  return keys.filter(({ key }) => {
    const print = fingerprintOf(key);
    return !seen.has(print) && seen.add(print);
  });
}

/**
 * Tells a key from others to people who compare it by eye: the first half of the SHA-256 of its public DER form,
 * `9f86 d081 884c 7d65 9a2f eaa0 c55a d015`. Of a private key it is that of its public one.
 */
export function fingerprintOf(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const digest = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return digest.slice(0, 32).match(/.{4}/gu)!.join(' ');
}

/**
 * Makes a pair: the private key in the file, which its owner alone may read, the public one beside it under the same
 * name with `.pub`. Returns the public key and its file. Neither file may be there.
 * @throws {MirrorError} unusable
 */
export function makePair(file: string): TrustedKey {
  const publicFile = `${file.replace(/\.(key|pem)$/u, '')}.pub`;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  write(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  try {
    write(publicFile, publicKey.export({ type: 'spki', format: 'pem' }), 0o644);
  } catch (error) {
    rmSync(file);
    throw error;
  }
  return { key: publicKey, file: publicFile };
}

function write(file: string, text: string | Buffer, mode: number): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode });
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw cause;
    throw new MirrorError('unusable', `${file} 已经有了，没有改动它：钥匙丢了找不回来。请换一个文件名。`, {
      cause,
    });
  }
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /\.(pem|pub)$/u.test(name))
    .sort()
    .map((name) => join(folder, name));

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----\r?\n[A-Za-z0-9+/=\s]*-----END \1-----/gu;

function keysIn(file: string): readonly TrustedKey[] {
  try {
    const text = textOf(file);
    const blocks = [...text.matchAll(BLOCK)];
    const strange = text
      .replace(BLOCK, '')
      .split(/\r?\n/u)
      .find((line) => line.trim() !== '' && !line.startsWith('#'));
    if (strange !== undefined)
      throw new KeyFault(
        `里有看不懂的文字“${strange.trim().slice(0, 40)}”：可能没有拷贝完整。每把公钥是 BEGIN PUBLIC KEY 到 END PUBLIC KEY 的完整一段，说明写在“#”后面`,
      );
    if (blocks.length === 0) throw new KeyFault('里没有公钥：它应当是 PEM 格式，以 BEGIN PUBLIC KEY 开头');
    return blocks.map(([block, kind = '']) => {
      if (kind.includes('PRIVATE'))
        throw new KeyFault('里是私钥：私钥只放在签名的机器上，这里要的是公钥（.pub）。请把它从这台机器删去');
      return { key: ed25519(createPublicKey(block)), file };
    });
  } catch (cause) {
    return refuse('公钥', file, faultOf(cause), cause);
  }
}

/** What is wrong with a key, to be said behind the name of its file. */
class KeyFault extends Error {}

const faultOf = (cause: unknown): string =>
  cause instanceof KeyFault ? cause.message : '读不出来：请核对路径和权限，它应当是 PEM 格式';

const textOf = (file: string): string => readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new KeyFault('不是 Ed25519 的钥匙');
  return key;
}

function refuse(name: string, file: string, why: string, cause: unknown): never {
  throw new MirrorError('unusable', `${name}文件 ${file} ${why}。怎样生成钥匙见 docs/mirror.md。`, {
    cause,
  });
}
