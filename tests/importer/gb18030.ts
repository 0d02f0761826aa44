let table: ReadonlyMap<string, Uint8Array> | undefined;

/** A text in GB18030, which platforms decode and do not encode: the table is made from the decoder. */
export function toGb18030(text: string): Uint8Array {
  table ??= build();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else {
      const known = table.get(character);
      if (!known) throw new Error(`${character} is not in the table`);
      bytes.push(...known);
    }
  }
  return Uint8Array.from(bytes);
}

function build(): ReadonlyMap<string, Uint8Array> {
  const decoder = new TextDecoder('gb18030');
  const known = new Map<string, Uint8Array>();
  const add = (bytes: Uint8Array): void => {
    const character = decoder.decode(bytes);
    if (!character.includes('\ufffd') && !known.has(character)) known.set(character, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add(Uint8Array.of(lead, trail));
  }
  for (let first = 0x81; first <= 0x84; first += 1) {
    for (let second = 0x30; second <= 0x39; second += 1) {
      for (let third = 0x81; third <= 0xfe; third += 1) {
        for (let last = 0x30; last <= 0x39; last += 1) add(Uint8Array.of(first, second, third, last));
      }
    }
  }
  return known;
}
