import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { drawQr, type QrDrawing } from '../../src/core/qr.ts';

/** Paints a drawing as a camera would see it, each module this many pixels wide. */
const MODULE = 4;

function seen({ side, path }: QrDrawing): { width: number; height: number; data: Uint8Array } {
  const width = side * MODULE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu)) {
    for (let row = Number(y) * MODULE; row < (Number(y) + 1) * MODULE; row += 1) {
      const from = (row * width + Number(x) * MODULE) * 4;
      for (let at = from; at < from + Number(length) * MODULE * 4; at += 4) data.set([0, 0, 0], at);
    }
  }
  return { width, height: width, data };
}

test.each([
  'https://www.example.gov.cn/announcements/gm-js-2026-031-tender/',
  'https://a.cn/',
  `https://www.example.gov.cn/ggzy/announcements/${'long-'.repeat(40)}/`,
])('a reader of QR codes reads %s back from the drawing', (text) => {
  expect(decodeQR(seen(drawQr(text)))).toBe(text);
});
