/** Rows and cells of the Han characters in GB/T 2312. */
const ROWS = [0xb0, 0xf7] as const;
const CELLS = [0xa1, 0xfe] as const;

let usual: ReadonlySet<string> | undefined;

/**
 * Whether a character is one of the 6,763 of GB/T 2312, in which announcements are written: those that were simplified, and
 * those that never had to be.
 */
export const isUsual = (char: string): boolean => (usual ??= usualCharacters()).has(char);

function usualCharacters(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let row = ROWS[0]; row <= ROWS[1]; row += 1)
    for (let cell = CELLS[0]; cell <= CELLS[1]; cell += 1) bytes.push(row, cell);
  return new Set(new TextDecoder('gb2312').decode(new Uint8Array(bytes)));
}
