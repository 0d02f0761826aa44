import type { Instant } from '../../../src/core/announcement/instant.ts';
import type { Feed, Item } from '../../../src/core/screen/browser/feed.ts';

const ROOMS = ['301', '302', '303', '305', '206'] as const;

const DAY = '2026-11-23';

/** A moment of the busy day: `at('10:22')`. */
export const at = (time: string): Instant => `${DAY}T${time}:00+08:00`;

/** An opening of the busy day. */
export const opening = (time: string, room: string, more: Partial<Item> = {}): Item => ({
  id: `sl-${time.replace(':', '')}-${room}`,
  title: `示例路${time}改造工程施工招标公告`,
  short: `示例路${time}改造`,
  type: '招标公告',
  at: at(time),
  detail: `示例交易中心 ${room} 开标室`,
  room,
  until: '2026-11-24T00:00:00+08:00',
  ...more,
});

/** A morning of so many openings in five rooms from 08:00 on: 24 are over by 12:00, 60 go on until the evening. */
export const busyMorning = (count: number): readonly Item[] =>
  Array.from({ length: count }, (_, index) => {
    const minutes = 8 * 60 + Math.floor((index * (count > 30 ? 9 : 10)) / 15) * 15;
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return { ...opening(time, ROOMS[index % ROOMS.length]!), id: `sl-${index}` };
  });

/** Every quarter of an hour of the hall's day. */
export const quarters: readonly string[] = Array.from({ length: 43 }, (_, index) => {
  const minutes = 7 * 60 + 30 + index * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});

export const feedWith = (items: readonly Item[], more: Partial<Feed> = {}): Feed => ({
  schema: 2,
  screen: 'lobby-a',
  parts: [{ kind: 'openings', items, leftOut: 0 }],
  notices: [],
  ...more,
});
