import encodeQR from 'qr';

/** A QR code to be drawn: its side in modules, the quiet edge counted in, and the dark ones as an SVG path. */
export interface QrDrawing {
  side: number;
  path: string;
}

/** Quiet modules that a reader needs on every side. */
const EDGE = 4;

/** Draws a text as a QR code. Dark modules of a row that touch are one rectangle. */
export function drawQr(text: string): QrDrawing {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: EDGE });
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
