/** Standard base64 with padding. */
export const toBase64 = (bytes: Uint8Array): string => ownWay(bytes) ?? piecewise(bytes);

/** Receipts of 100,000 leaves have 1.7 million hashes: by the engine's own function, where it has one, in a tenth of the time. */
const ownWay = (bytes: { readonly toBase64?: () => string }): string | undefined => bytes.toBase64?.();

function piecewise(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Undefined for what is not exactly how `toBase64` writes it. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
