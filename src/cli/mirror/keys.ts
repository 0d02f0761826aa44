import { MirrorError } from '../../mirror/failure.ts';
import { fingerprintOf, type TrustedKey } from '../../mirror/keys.ts';
import type { Outcome } from '../../mirror/run.ts';
import { signerOf } from '../../mirror/signature.ts';

/** A release whose signature is asked about. */
export interface Served {
  readonly folder: string;
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array | undefined;
}

interface Report {
  readonly trusted: readonly TrustedKey[];
  /** What this machine signs with, where it does. */
  readonly own: TrustedKey | undefined;
  readonly served: readonly Served[];
}

/**
 * The keys of this machine, and which of them signed what lies here.
 * @throws {MirrorError} untrusted where a release is signed by none of the keys that are trusted, with the same list
 */
export function reportKeys({ trusted, own, served }: Report): Outcome {
  const lines = [
    trusted.length > 0
      ? `信任的公钥 ${trusted.length} 把，任何一把签的都采用：`
      : '没有设公钥（--public-key 或 MIRROR_PUBLIC_KEY）：不核对是谁发布的。',
    ...trusted.map(lineOf),
    ...(own ? ['签名用的私钥：', lineOf(own)] : []),
  ];
  const known = [...trusted, ...(own ? [own] : [])];
  const signers = served.map((one) => ({ ...one, by: signerIn(one, known) }));
  const words = signers.map(({ folder, seq, signature, by }) => {
    const release = `${folder} 里的版本 ${seq}`;
    if (by) return `${release} 是用 ${fingerprintOf(by.key)} 签的。`;
    if (!signature) return `${release} 没有签名。`;
    return known.length > 0 ? `${release} 有签名，但不是用上面的钥匙签的。` : `${release} 有签名。`;
  });
  const message = [...lines, ...words].join('\n');
  const isTrusted = signers.every(({ by }) => by !== undefined && trusted.some((one) => isSame(one, by)));
  if (trusted.length > 0 && !isTrusted) throw new MirrorError('untrusted', message);
  return { ending: 'changed', message };
}

/** What to do with a new pair. */
export const pairWords = (file: string, { key, file: publicFile }: TrustedKey): string =>
  `生成了一对钥匙，指纹 ${fingerprintOf(key)}：
  ${file}  私钥：只放在签名（pack）的机器上，另抄一份锁在保险柜里，不要发给别人
  ${publicFile}  公钥：放到大厅的每台机器上，与正在用的公钥放在一起
先把公钥送到每台机器，再用这把私钥签名：docs/mirror.md 的 Keys。`;

const lineOf = ({ key, file }: TrustedKey): string => `  ${fingerprintOf(key)}  ${file}`;

const isSame = (one: TrustedKey, other: TrustedKey): boolean =>
  fingerprintOf(one.key) === fingerprintOf(other.key);

const signerIn = ({ bytes, signature }: Served, known: readonly TrustedKey[]): TrustedKey | undefined =>
  // The public half of a private key proves as well.
  known.find(({ key }) => signerOf(bytes, signature, [key]) !== undefined);
