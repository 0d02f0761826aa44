import { sign, verify, type KeyObject } from 'node:crypto';
import { MirrorError } from './failure.ts';

/** The signature of a manifest as it stands in its file: base64 and a line end. */
export const signed = (bytes: Uint8Array, key: KeyObject): string =>
  `${sign(null, bytes, key).toString('base64')}\n`;

/** Which of these keys a signature, as it stands in its file, of these bytes is by; nothing where it is by none. */
export function signerOf(
  bytes: Uint8Array,
  signature: Uint8Array | undefined,
  keys: readonly KeyObject[],
): KeyObject | undefined {
  const text = Buffer.from(signature ?? [])
    .toString('latin1')
    .trim();
  if (!/^[A-Za-z0-9+/]{86}==$/u.test(text)) return undefined;
  return keys.find((key) => verify(null, bytes, key, Buffer.from(text, 'base64')));
}

/**
 * Holds a manifest against the public keys of this machine.
 * @throws {MirrorError} untrusted when it is not signed, or by none of them
 */
export function checkSignature(
  bytes: Uint8Array,
  signature: Uint8Array | undefined,
  keys: readonly KeyObject[],
): void {
  if (!signature)
    throw new MirrorError(
      'untrusted',
      '本机设了公钥，而来源的文件清单没有签名：没有采用。请在来源用私钥运行 npm run mirror -- pack --key <私钥文件>。',
    );
  if (!signerOf(bytes, signature, keys))
    throw new MirrorError(
      'untrusted',
      '文件清单的签名不对：清单被改过，或不是用与本机公钥相配的私钥签的。没有采用，原来的版本没有改动。请核对来源和钥匙：在两边运行 npm run mirror -- keys，指纹应当相同。',
    );
}
