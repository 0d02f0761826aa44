import { unzlibSync } from 'fflate';
import decodeQR from 'qr/decode.js';
import type { QrDrawing } from '../../src/core/qr.ts';

/** Width in pixels of a module of a code as a camera would see it. */
const MODULE = 4;

/** What a reader of QR codes reads in a drawing. */
export function readDrawing({ side, path }: QrDrawing): string {
  const width = side * MODULE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu)) {
    for (let row = Number(y) * MODULE; row < (Number(y) + 1) * MODULE; row += 1) {
      const from = (row * width + Number(x) * MODULE) * 4;
      for (let at = from; at < from + Number(length) * MODULE * 4; at += 4) data.set([0, 0, 0], at);
    }
  }
  return decodeQR({ width, height: width, data });
}

/** What the QR codes in a page say that are drawn as SVG, in their order. */
export const codesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<svg viewBox="0 0 (\d+) \d+"[^>]*><path d="([^"]+)"/gu)].map(([, side, path]) =>
    readDrawing({ side: Number(side), path: path! }),
  );

/** What a reader of QR codes reads in a picture of one bit a pixel, as `qrPng` makes it. */
export function readPng(png: Uint8Array): string {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const width = view.getUint32(16);
  const length = view.getUint32(33);
  const rows = unzlibSync(png.subarray(41, 41 + length));
  const data = new Uint8Array(width * width * 4).fill(255);
  const rowBytes = Math.ceil(width / 8) + 1;
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((rows[y * rowBytes + 1 + (x >> 3)]! & (0x80 >> (x & 7))) === 0)
        data.set([0, 0, 0], (y * width + x) * 4);
  return decodeQR({ width, height: width, data });
}
