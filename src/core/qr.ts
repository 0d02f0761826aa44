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
  const path = rows
    .flatMap((row, y) =>
      [
        ...row
          .map((dark) => (dark ? '1' : '0'))
          .join('')
          .matchAll(/1+/gu),
      ].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join('');
  return { side: rows.length, path };
}
