/** The way to a file from the folder of saved pages, as the system has it: names need not be UTF-8. */
export type PathBytes = Buffer;

/**
 * A path as one reads and writes it: UTF-8 where it is that; bytes that are not, as a saved GBK name has them, in
 * percent codes. With that it is also what the address of the page says.
 */
export function shown(path: PathBytes): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(path);
  } catch {
    return [...path].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : percent(byte))).join('');
  }
}

const percent = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

let gbk: ReadonlyMap<string, readonly [number, number]> | undefined;

/** A text in the bytes of GBK; nothing where a character has none there. */
export function toGbk(text: string): PathBytes | undefined {
  gbk ??= gbkTable();
  const bytes: number[] = [];
  for (const character of text) {
    const pair = character < '\x80' ? [character.charCodeAt(0)] : gbk.get(character);
    if (!pair) return undefined;
    bytes.push(...pair);
  }
  return Buffer.from(bytes);
}

function gbkTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const table = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second === 0x7f) continue;
      try {
        table.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
      } catch {
        // A place of the table that is empty.
      }
    }
  return table;
}
