import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noticeDwell, noticesOn, withBand } from '../../../../src/core/screen/browser/band.ts';
import type { Notice } from '../../../../src/core/screen/browser/feed.ts';
import { layoutOf } from '../../../../src/core/screen/browser/layout.ts';

const words = { heading: '可参与项目', centre: '佛山市公共资源交易中心高明分中心', screen: '一楼大厅' };
const lobby = layoutOf({ inches: 55, width: 1920, height: 1080, distanceM: 3 }, words);

const notice = (id: string, from: string, until: string): Notice => ({
  id,
  text: `提示${id}`,
  from: `2026-11-23T${from}:00+08:00`,
  until: `2026-11-23T${until}:00+08:00`,
});

const all = [notice('c', '10:00', '18:00'), notice('b', '09:00', '12:00'), notice('a', '08:00', '18:00')];
const idsAt = (time: string | undefined): string =>
  noticesOn(all, time && `2026-11-23T${time}:00+08:00`)
    .map(({ id }) => id)
    .join('');

test.each([
  ['before its beginning', '07:59', ''],
  ['from its beginning', '08:00', 'a'],
  ['two at a time, the newest first', '10:00', 'cb'],
  ['until its end, and not longer', '12:00', 'ca'],
])('a notice is said %s', (_name, time, ids) => {
  expect(idsAt(time)).toBe(ids);
});

test('a clock that cannot be trusted takes no notice for over', () => {
  expect(idsAt(undefined)).toBe('cb');
});

test('two notices take turns no faster than they are read to the end', () => {
  expect(noticeDwell('停电')).toBe(10);
  expect(noticeDwell('电'.repeat(60))).toBe(22);
});

test('the list gives way by exactly what the longest notice needs, and takes it back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 2 }), (lengths) => {
      const banded = withBand(
        lobby,
        lengths.map((length) => ({ text: '提'.repeat(length) })),
      );
      expect(banded.band).toBeGreaterThanOrEqual(lobby.keyLine);
      expect(banded.band + banded.list).toBe(lobby.list);
      expect(banded.list).toBeGreaterThan(lobby.list / 2);
    }),
  );
  expect(withBand(lobby, [])).toEqual(lobby);
});

test('a notice so long that it leaves little of a small glass is set like the rows, and they keep their room', () => {
  const small = layoutOf({ inches: 43, width: 1920, height: 1080, distanceM: 3 }, words);
  const banded = withBand(small, [{ text: '提'.repeat(60) }]);
  expect(banded).toMatchObject({ bandEm: small.body, bandLine: small.bodyLine });
  expect(banded.list).toBeGreaterThan(3 * small.bodyLine);
  expect(withBand(small, [{ text: '停电' }]).bandEm).toBe(small.key);
});
