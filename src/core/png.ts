import { zlibSync } from 'fflate';

/** A picture of black and white squares as PNG: editors of other platforms take no SVG. `dark` tells of a square. */
export function toPng(side: number, pixels: number, dark: (x: number, y: number) => boolean): Uint8Array {
  const width = side * pixels;
  const rowBytes = Math.ceil(width / 8);
  const rows = new Uint8Array((rowBytes + 1) * width);
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1)
      if (!dark(Math.floor(x / pixels), Math.floor(y / pixels)))
        rows[y * (rowBytes + 1) + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
  // One bit a pixel, grey, 1 is white.
  const head = [...fourBytes(width), ...fourBytes(width), 1, 0, 0, 0, 0];
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', Uint8Array.from(head)),
    ...chunk('IDAT', zlibSync(rows, { level: 9 })),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, data: Uint8Array): readonly number[] {
  const body = [...new TextEncoder().encode(name), ...data];
  return [...fourBytes(data.length), ...body, ...fourBytes(crc32(body))];
}

const fourBytes = (value: number): readonly number[] =>
  [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

/** The checksum of PNG, bit by bit: a code has some hundred bytes. */
function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
