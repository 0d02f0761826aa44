import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';

// On plain http, as in an intranet, a browser has no WebCrypto: it is plain JavaScript everywhere.
hashes.sha512 = (message) => Uint8Array.from(sha512(message));

/** SHA-256. */
export const sha256Of = (bytes: Uint8Array): Uint8Array => sha256(bytes);

/** Whether a signature of Ed25519 over bytes is of a public key; by RFC 8032, as Node decides it. */
export const isSigned = (signature: Uint8Array, bytes: Uint8Array, publicKey: Uint8Array): boolean =>
  verify(signature, bytes, publicKey, { zip215: false });
