/**
 * The name of the file in which the page of errors finds an old address, two hexadecimal digits: one of 256 by a hash
 * (FNV-1a) of the address in small letters, so that all its spellings in capitals are in one file. Ten thousand
 * addresses are about forty a file. On plain http a browser has no hash of its own.
 */
export function shardOf(address: string): string {
  let hash = 0x811c9dc5;
  for (const char of address.toLowerCase()) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  const byte = (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & 0xff;
  return `0${byte.toString(16)}`.slice(-2);
}

/**
 * Where an address leads by such a file. The old site may have answered whatever the case: an address that differs from
 * those of one place alone, and in capitals alone, leads there too. Nothing else is guessed.
 */
export function movedIn(moved: Readonly<Record<string, string>>, asked: string): string | undefined {
  if (Object.prototype.hasOwnProperty.call(moved, asked)) return moved[asked];
  const small = asked.toLowerCase();
  const targets = Object.keys(moved)
    .filter((old) => old.toLowerCase() === small)
    .map((old) => moved[old]!);
  return targets.every((target) => target === targets[0]) ? targets[0] : undefined;
}
