import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { MirrorError } from './failure.ts';

/** Reads the key that signs, a PEM of `openssl genpkey -algorithm ed25519`. @throws {MirrorError} unusable */
export const loadPrivateKey = (file: string): KeyObject => load(file, '私钥', createPrivateKey);

/** Reads the key that proves, a PEM of `openssl pkey -pubout`. @throws {MirrorError} unusable */
export const loadPublicKey = (file: string): KeyObject => load(file, '公钥', createPublicKey);

/** The signature of a manifest as it stands in its file: base64 and a line end. */
export const signed = (bytes: Uint8Array, key: KeyObject): string =>
  `${sign(null, bytes, key).toString('base64')}\n`;

/** Whether a signature, as it stands in its file, is one of these bytes by the owner of this key. */
export function isSigned(bytes: Uint8Array, signature: Uint8Array | undefined, key: KeyObject): boolean {
  const text = Buffer.from(signature ?? [])
    .toString('latin1')
    .trim();
  return /^[A-Za-z0-9+/]{86}==$/u.test(text) && verify(null, bytes, key, Buffer.from(text, 'base64'));
}

/**
 * Holds a manifest against the public key of this machine.
 * @throws {MirrorError} untrusted when it is not signed, or by another
 */
export function checkSignature(bytes: Uint8Array, signature: Uint8Array | undefined, key: KeyObject): void {
  if (!signature)
    throw new MirrorError(
      'untrusted',
      '本机设了公钥，而来源的文件清单没有签名：没有采用。请在来源用私钥运行 npm run mirror -- pack --key <私钥文件>。',
    );
  if (!isSigned(bytes, signature, key))
    throw new MirrorError(
      'untrusted',
      '文件清单的签名不对：清单被改过，或不是用与本机公钥相配的私钥签的。没有采用，原来的版本没有改动。请核对来源和钥匙。',
    );
}

function load(file: string, name: string, read: (pem: Buffer) => KeyObject): KeyObject {
  const refuse = (why: string, cause?: unknown): never => {
    throw new MirrorError('unusable', `${name}文件 ${file} ${why}。怎样生成钥匙见 docs/mirror.md。`, {
      cause,
    });
  };
  let key: KeyObject;
  try {
    key = read(readFileSync(file));
  } catch (cause) {
    return refuse('读不出来：请核对路径和权限，它应当是 PEM 格式', cause);
  }
  return key.asymmetricKeyType === 'ed25519' ? key : refuse('不是 Ed25519 的钥匙');
}
