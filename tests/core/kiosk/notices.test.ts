import { expect, test } from 'vitest';
import type { NoticeLevel } from '../../../src/core/announcement/notice-level.ts';
import { noticesAbove } from '../../../src/core/kiosk/notices.ts';

const NOW = '2026-11-22T12:00:00+08:00';

/** Notices that hold now, the newest first. */
const said = (...levels: readonly NoticeLevel[]) =>
  levels.map((level, place) => ({
    id: `notice-${place + 1}`,
    text: '二楼示例开标室今天停用。',
    level,
    from: '2026-11-22T09:00:00+08:00',
    until: '2026-11-22T18:00:00+08:00',
  }));

const shown = (...levels: readonly NoticeLevel[]): readonly string[] =>
  noticesAbove(said(...levels), NOW).map(({ id, level }) => `${id} ${level}`);

test.each<[string, NoticeLevel[], string[]]>([
  ['two of the others', ['inform', 'change'], ['notice-2 change', 'notice-1 inform']],
  [
    'three of the others, of which two have room',
    ['inform', 'change', 'change'],
    ['notice-2 change', 'notice-3 change'],
  ],
  ['one 紧急 and two others', ['change', 'inform', 'urgent'], ['notice-3 urgent', 'notice-1 change']],
  [
    'three 紧急, none of which gives way, and another',
    ['change', 'urgent', 'urgent', 'urgent'],
    ['notice-2 urgent', 'notice-3 urgent', 'notice-4 urgent'],
  ],
])('a kiosk shows of %s what matters most', (_, levels, expected) => {
  expect(shown(...levels)).toEqual(expected);
});
