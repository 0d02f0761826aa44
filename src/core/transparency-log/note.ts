import { fromBase64, toBase64 } from './base64.ts';
import { joined, type Digest } from './hashing.ts';

/** Ed25519, as c2sp.org/signed-note numbers what keys are. */
const ED25519 = 0x01;

/** A text and the lines that sign it; c2sp.org/signed-note. */
interface SignedNote {
  /** With its last line break. */
  readonly text: string;
  readonly signatures: readonly Signature[];
}

interface Signature {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  readonly bytes: Uint8Array;
}

/** A key that signatures are held against: `name+keyid+base64(type ‖ public key)`. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: string;
  readonly publicKey: Uint8Array;
}

/** Signs bytes with Ed25519. */
export type Sign = (bytes: Uint8Array) => Uint8Array;

/** Whether a signature of Ed25519 over bytes is of a public key. */
export type Verify = (signature: Uint8Array, bytes: Uint8Array, publicKey: Uint8Array) => boolean;

const utf8 = new TextEncoder();

export function verifierKey(digest: Digest, name: string, publicKey: Uint8Array): VerifierKey {
  const id = digest(joined(utf8.encode(`${name}\n`), Uint8Array.of(ED25519), publicKey)).slice(0, 4);
  return { name, keyId: toHex(id), publicKey };
}

export const printVerifierKey = ({ name, keyId, publicKey }: VerifierKey): string =>
  `${name}+${keyId}+${toBase64(joined(Uint8Array.of(ED25519), publicKey))}`;

/** Undefined for a text that is none, or whose id is not that of its key. */
export function parseVerifierKey(digest: Digest, text: string): VerifierKey | undefined {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text.trim());
  const bytes = match && fromBase64(match[3]!);
  if (!match || bytes?.length !== 33 || bytes[0] !== ED25519) return undefined;
  const key = verifierKey(digest, match[1]!, bytes.slice(1));
  return key.keyId === match[2] ? key : undefined;
}

/** A note with the signature lines of another note of the same text behind its own. */
export const withSignatureOf = (note: string, other: string): string =>
  note + other.slice(other.lastIndexOf('\n\n') + 2);

/** A text with a line that signs it. @param text ends with a line break */
export function signNote(text: string, { name, keyId }: VerifierKey, sign: Sign): string {
  const signature = sign(utf8.encode(text));
  return `${text}\n${signatureLine({ name, keyId, bytes: signature })}`;
}

export const signatureLine = ({ name, keyId, bytes }: Signature): string =>
  `\u2014 ${name} ${toBase64(joined(fromHex(keyId), bytes))}\n`;

/** Undefined for a text that is no signed note. */
export function parseNote(note: string): SignedNote | undefined {
  const at = note.lastIndexOf('\n\n');
  if (at < 0 || !note.endsWith('\n')) return undefined;
  const signatures = note
    .slice(at + 2, -1)
    .split('\n')
    .map(parseSignature);
  if (signatures.some((one) => !one)) return undefined;
  return { text: note.slice(0, at + 1), signatures: signatures as readonly Signature[] };
}

function parseSignature(line: string): Signature | undefined {
  const match = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)$/u.exec(line);
  const bytes = match && fromBase64(match[2]!);
  if (!match || !bytes || bytes.length < 5) return undefined;
  return { name: match[1]!, keyId: toHex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
}

/** Whether a key has signed a note. Signatures of others are let go, as the specification asks. */
export const isSignedBy = ({ text, signatures }: SignedNote, key: VerifierKey, verify: Verify): boolean =>
  signatures.some(
    ({ name, keyId, bytes }) =>
      name === key.name && keyId === key.keyId && verify(bytes, utf8.encode(text), key.publicKey),
  );

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param text an even number of hexadecimal digits */
const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
