import { digestBytes } from '../core/corpus/digest.ts';
import { fromBase64, toBase64 } from '../core/transparency-log/base64.ts';
import { printWitnessKey, witnessKeyId, type Witness } from '../core/transparency-log/cosignature.ts';
import type { Sign } from '../core/transparency-log/note.ts';
import { SEED_BYTES, signerOf } from './key.ts';

/** Signs for a witness. */
export interface WitnessSigner extends Witness {
  readonly keyId: string;
  readonly sign: Sign;
  /** As others hold it against lines of this witness. */
  readonly line: string;
}

/** As c2sp.org/tlog-cosignature numbers it. */
const TYPE = 4;

export function witnessOf(name: string, seed: Uint8Array): WitnessSigner {
  const { key, sign } = signerOf(name, seed);
  const witness = { name, publicKey: key.publicKey };
  return {
    ...witness,
    ...{ sign, keyId: witnessKeyId(digestBytes, witness), line: printWitnessKey(digestBytes, witness) },
  };
}

/** The file of a witness's key; the key itself is in it. */
export const printWitnessSigner = ({ name, keyId }: WitnessSigner, seed: Uint8Array): string =>
  `PRIVATE+KEY+${name}+${keyId}+${toBase64(Uint8Array.of(TYPE, ...seed))}\n`;

/** Undefined for a text that is no key of a witness. */
export function parseWitnessSigner(text: string): WitnessSigner | undefined {
  const match = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text.trim());
  const bytes = match && fromBase64(match[3]!);
  if (!match || bytes?.length !== SEED_BYTES + 1 || bytes[0] !== TYPE) return undefined;
  const witness = witnessOf(match[1]!, bytes.slice(1));
  return witness.keyId === match[2] ? witness : undefined;
}
