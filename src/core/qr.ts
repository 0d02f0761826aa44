import encodeQR from 'qr';
import { toPng } from './png.ts';

/** A QR code to be drawn: its side in modules, the quiet edge counted in, and the dark ones as an SVG path. */
export interface QrDrawing {
  side: number;
  path: string;
}

/** Quiet modules that a reader needs on every side. */
const EDGE = 4;

const modulesOf = (text: string): boolean[][] => encodeQR(text, 'raw', { ecc: 'medium', border: EDGE });

/** A QR code as a PNG picture, each module six pixels wide: for where no drawing is taken. */
export function qrPng(text: string): Uint8Array {
  const rows = modulesOf(text);
  return toPng(rows.length, 6, (x, y) => rows[y]![x]!);
}

/** Draws a text as a QR code. Dark modules of a row that touch are one rectangle. */
export function drawQr(text: string): QrDrawing {
  const rows = modulesOf(text);
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (let x = row.indexOf(true); x >= 0;) {
      const light = row.indexOf(false, x);
      const run = (light < 0 ? row.length : light) - x;
      path += `M${x} ${y}h${run}v1h-${run}z`;
      x = row.indexOf(true, x + run);
    }
  }
  return { side: rows.length, path };
}
