import {
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { fromBase64, toBase64 } from '../core/transparency-log/base64.ts';
import { verifierKey, type Sign, type VerifierKey, type Verify } from '../core/transparency-log/note.ts';
import { digestBytes } from '../core/corpus/digest.ts';

/** Signs for a ledger. */
export interface Signer {
  readonly key: VerifierKey;
  readonly sign: Sign;
}

/** Ed25519 in DER: what stands before the seed. */
const PRIVATE_DER = '302e020100300506032b657004220420';

export const SEED_BYTES = 32;

/** The signer of a name with a seed of 32 bytes. */
export function signerOf(name: string, seed: Uint8Array): Signer {
  const privateKey = createPrivateKey({
    key: Buffer.concat([Buffer.from(PRIVATE_DER, 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    key: verifierKey(digestBytes, name, new Uint8Array(publicKey.subarray(-SEED_BYTES))),
    sign: (bytes) => new Uint8Array(signBytes(undefined, bytes, privateKey)),
  };
}

const PUBLIC_DER = '302a300506032b6570032100';

/** Whether a signature over bytes is of a public key. */
export const isOfKey: Verify = (signature, bytes, publicKey) => {
  const der = Buffer.concat([Buffer.from(PUBLIC_DER, 'hex'), publicKey]);
  return verifyBytes(undefined, bytes, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
};

export const newSeed = (): Uint8Array => new Uint8Array(randomBytes(SEED_BYTES));

/** The file of a signer key as Go's note package writes it; the key itself is in it. */
export const printSignerKey = ({ name, keyId }: VerifierKey, seed: Uint8Array): string =>
  `PRIVATE+KEY+${name}+${keyId}+${toBase64(Uint8Array.of(1, ...seed))}\n`;

/** Undefined for a text that is no signer key, or whose id is not that of its key. */
export function parseSignerKey(text: string): Signer | undefined {
  const match = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text.trim());
  const bytes = match && fromBase64(match[3]!);
  if (!match || bytes?.length !== SEED_BYTES + 1 || bytes[0] !== 1) return undefined;
  const signer = signerOf(match[1]!, bytes.slice(1));
  return signer.key.keyId === match[2] ? signer : undefined;
}
