import { expect, test } from 'vitest';
import { MOST_NOTICES, MOST_URGENT } from '../../../src/core/screen/browser/feed.ts';
import { LARGEST_KIOSK_HEAD, parseKioskHead } from '../../../src/core/kiosk/boot.ts';

const head = { schema: 1, kiosk: 'hall-1', generated: '2026-11-22T09:00:00+08:00', notices: [] };

const notice = {
  id: 'gm-notice',
  text: '字'.repeat(60),
  from: '2026-11-22T09:00:00+08:00',
  until: '2026-11-22T18:00:00+08:00',
};

test('a pointer is read', () => {
  expect(parseKioskHead(JSON.stringify(head), 'hall-1')).toEqual(head);
});

test('a pointer with the most and longest notices is not too large', () => {
  const notices = Array.from({ length: MOST_NOTICES + MOST_URGENT }, (_, index) => ({
    ...notice,
    id: 'i'.repeat(120),
    level: index < MOST_NOTICES ? 'change' : 'urgent',
  }));
  const text = JSON.stringify({ ...head, notices });
  expect(parseKioskHead(text, 'hall-1').notices).toHaveLength(MOST_NOTICES + MOST_URGENT);
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(LARGEST_KIOSK_HEAD);
});

test.each([
  ['a page of a guest network', '<p>请先登录</p>'],
  ['half a pointer', JSON.stringify(head).slice(0, 30)],
  ['nothing', 'null'],
  ['that of another kiosk', JSON.stringify({ ...head, kiosk: 'hall-2' })],
  ['one of a newer kind', JSON.stringify({ ...head, schema: 2 })],
  ['one that says nothing of notices', JSON.stringify({ ...head, notices: undefined })],
  ['one with half a notice', JSON.stringify({ ...head, notices: [{ ...notice, until: '' }] })],
  ['one without a moment', JSON.stringify({ ...head, generated: '今天' })],
])('%s is no pointer', (_, text) => {
  expect(() => parseKioskHead(text, 'hall-1')).toThrow();
});
