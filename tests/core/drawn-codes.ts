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
