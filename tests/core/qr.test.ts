import { expect, test } from 'vitest';
import { drawQr } from '../../src/core/qr.ts';
import { readDrawing } from './drawn-codes.ts';

test.each([
  'https://www.example.gov.cn/announcements/gm-js-2026-031-tender/',
  'https://a.cn/',
  `https://www.example.gov.cn/ggzy/announcements/${'long-'.repeat(40)}/`,
])('a reader of QR codes reads %s back from the drawing', (text) => {
  expect(readDrawing(drawQr(text))).toBe(text);
});
