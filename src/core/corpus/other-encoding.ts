/** A text that was saved in another encoding than the site's, without its mark. */
export interface OtherText {
  /** The encoding as Windows' Notepad names it, for a sentence. */
  saved: '“ANSI”' | '“UTF-16”';
  text: string;
}

/**
 * Reads Chinese in GBK, or UTF-16 with or without its mark. Nothing of other bytes, nor of such that do not come back
 * byte for byte when the text is written in the same encoding again: what is returned has lost nothing.
 */
export function readOtherEncoding(bytes: Uint8Array): OtherText | undefined {
  const order = byteOrder(bytes);
  if (order !== undefined) return read('“UTF-16”', order, bytes, (text) => toUtf16(text, order));
  return isGbk(bytes) ? read('“ANSI”', 'gbk', bytes, toGbk) : undefined;
}

function read(
  saved: OtherText['saved'],
  encoding: string,
  bytes: Uint8Array,
  encode: (text: string) => readonly number[],
): OtherText | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    const again = encode(text);
    const isSame = again.length === bytes.length && again.every((byte, index) => byte === bytes[index]);
    return isSame ? { saved, text: text.replace(/^\ufeff/u, '') } : undefined;
  } catch {
    return undefined;
  }
}

/** By its mark, or by the zeros of its colons and line ends, which all stand at even or at odd places. */
function byteOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [...bytes.subarray(0, 400)].flatMap((byte, index) => (byte === 0 ? [index % 2] : []));
  const [odd] = new Set(zeros);
  if (zeros.length < 6 || new Set(zeros).size > 1) return undefined;
  return odd === 1 ? 'utf-16le' : 'utf-16be';
}

function toUtf16(text: string, order: 'utf-16le' | 'utf-16be'): readonly number[] {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const [low, high] = [text.charCodeAt(index) & 0xff, text.charCodeAt(index) >> 8];
    bytes.push(...(order === 'utf-16le' ? [low, high] : [high, low]));
  }
  return bytes;
}

/** Whether bytes are Chinese in GBK: pairs, most of them of the 3,755 common characters of GB 2312. */
function isGbk(bytes: Uint8Array): boolean {
  let [pairs, common] = [0, 0];
  for (let index = 0; index < bytes.length; index += 1) {
    const [lead, trail = 0] = [bytes[index]!, bytes[index + 1]];
    if (lead < 0x80) continue;
    pairs += 1;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) common += 1;
    index += 1;
  }
  return pairs > 0 && common >= pairs / 2;
}

const toGbk = (text: string): readonly number[] =>
  [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (pairsOfGbk().get(char) ?? [])));

let pairs: ReadonlyMap<string, readonly [number, number]> | undefined;

/** Each character with its pair of bytes: all 23,940 are read once. */
function pairsOfGbk(): ReadonlyMap<string, readonly [number, number]> {
  if (pairs) return pairs;
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      // What programs put into the gaps of the code is another character on each machine.
      if (/^[^\p{Co}\ufffd]$/u.test(char) && !found.has(char)) found.set(char, [lead, trail]);
    }
  }
  pairs = found;
  return found;
}
