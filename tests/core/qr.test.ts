import { expect, test } from 'vitest';
import { drawQr, qrPng } from '../../src/core/qr.ts';
import { readDrawing, readPng } from './drawn-codes.ts';

test.each([
  'https://www.example.gov.cn/announcements/gm-js-2026-031-tender/',
  'https://a.cn/',
  `https://www.example.gov.cn/ggzy/announcements/${'long-'.repeat(40)}/`,
])('a reader of QR codes reads %s back from the drawing and from the picture', (text) => {
  expect(readDrawing(drawQr(text))).toBe(text);
  expect(readPng(qrPng(text))).toBe(text);
});
