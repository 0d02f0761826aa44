import { expect, test } from 'vitest';
import { parseKioskHead } from '../../../src/core/kiosk/boot.ts';

const head = { schema: 1, kiosk: 'hall-1', generated: '2026-11-22T09:00:00+08:00' };

test('a pointer is read', () => {
  expect(parseKioskHead(JSON.stringify(head), 'hall-1')).toEqual(head);
});

test.each([
  ['a page of a guest network', '<p>请先登录</p>'],
  ['half a pointer', JSON.stringify(head).slice(0, 30)],
  ['nothing', 'null'],
  ['that of another kiosk', JSON.stringify({ ...head, kiosk: 'hall-2' })],
  ['one of a newer kind', JSON.stringify({ ...head, schema: 2 })],
  ['one without a moment', JSON.stringify({ ...head, generated: '今天' })],
])('%s is no pointer', (_, text) => {
  expect(() => parseKioskHead(text, 'hall-1')).toThrow();
});
