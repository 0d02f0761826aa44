import { toBase64 } from './base64.ts';
import { joined, type Digest } from './hashing.ts';
import { parseNote, signatureLine, type Sign } from './note.ts';

/** A timestamped cosignature by Ed25519; c2sp.org/tlog-cosignature. */
const COSIGNATURE = 0x04;

/** A witness: somebody else who has seen that a log only grew. */
export interface Witness {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

const utf8 = new TextEncoder();

const keyBytes = ({ publicKey }: Witness): Uint8Array => joined(Uint8Array.of(COSIGNATURE), publicKey);

/** Eight hexadecimal digits. */
export const witnessKeyId = (digest: Digest, witness: Witness): string =>
  Array.from(digest(joined(utf8.encode(`${witness.name}\n`), keyBytes(witness))).slice(0, 4), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

export const printWitnessKey = (digest: Digest, witness: Witness): string =>
  `${witness.name}+${witnessKeyId(digest, witness)}+${toBase64(keyBytes(witness))}`;

/** What a witness signs. @param text of the checkpoint, with its last line break. @param seconds since 1970 */
export const cosignedText = (text: string, seconds: number): Uint8Array =>
  utf8.encode(`cosignature/v1\ntime ${seconds}\n${text}`);

/** The line of a witness over a checkpoint: its time in eight bytes, then the signature. */
export function cosignatureLine(
  text: string,
  seconds: number,
  { name, keyId, sign }: { readonly name: string; readonly keyId: string; readonly sign: Sign },
): string {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setUint32(0, Math.floor(seconds / 2 ** 32));
  new DataView(time.buffer).setUint32(4, seconds % 2 ** 32);
  return signatureLine({ name, keyId, bytes: joined(time, sign(cosignedText(text, seconds))) });
}

/** Who else has signed a checkpoint than its own log, and when, in seconds since 1970. Signatures are not checked. */
export const witnessesOf = (
  note: string,
  origin: string,
): readonly { readonly name: string; readonly seconds: number }[] =>
  (parseNote(note)?.signatures ?? [])
    .filter(({ name, bytes }) => name !== origin && bytes.length === COSIGNATURE_BYTES)
    .map(({ name, bytes }) => ({ name, seconds: secondsIn(bytes) }));

/** Eight of the time, and those of Ed25519. */
const COSIGNATURE_BYTES = 72;

function secondsIn(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return view.getUint32(0) * 2 ** 32 + view.getUint32(4);
}
