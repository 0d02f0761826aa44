import { instantAt } from '../../../src/core/announcement/instant.ts';
import type { Feed, Item, Notice } from '../../../src/core/screen/browser/feed.ts';
import { at, busyMorning } from '../../core/screen/busy-day.ts';

/** One state of the data, as the centre published it. */
export interface Revision {
  /** `第 3 次发布` stands on the glass, so that whoever looks knows which it is. */
  number: number;
  openings: readonly Item[];
  notices: readonly Notice[];
}

const MINUTE = 60_000;

/** What happens to the openings of a busy day, one revision after the other. */
const EVENTS: readonly ((openings: readonly Item[], now: number) => readonly Item[])[] = [
  (openings) => openings,
  (openings, now) =>
    changeNext(openings, now, (item) => [
      { ...item, moved: { at: at('17:30'), room: '206' } },
      { ...item, at: at('17:30'), room: '206' },
    ]),
  (openings, now) => changeNext(openings, now, (item) => [{ ...item, stopped: 'terminated' }]),
  (openings, now) => changeNext(openings, now, (item) => [{ ...item, stopped: 'suspended' }]),
  (openings, now) =>
    changeNext(openings, now, (item) => [
      { ...item, moved: { at: item.at, room: '408' } },
      { ...item, room: '408' },
    ]),
];

/** Changes the next opening that nothing has befallen yet. */
function changeNext(
  openings: readonly Item[],
  now: number,
  change: (item: Item) => readonly Item[],
): readonly Item[] {
  const touched = new Set(openings.filter(({ moved, stopped }) => moved ?? stopped).map(({ id }) => id));
  const next = openings.find(({ id, at: hour }) => Date.parse(hour) > now + 20 * MINUTE && !touched.has(id));
  return openings
    .flatMap((item) => (item === next ? change(item) : [item]))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The data of a busy day with so many openings, as they are before anything happens. */
export const firstRevision = (count: number): Revision => ({
  number: 0,
  openings: busyMorning(count).map((item, index) => ({
    ...item,
    title: `示例${NAMES[index % NAMES.length]!}${index}号工程施工招标公告`,
    short: `示例${NAMES[index % NAMES.length]!}${index}号`,
    ...(item.room !== undefined && { roomId: `kb${item.room}` }),
  })),
  notices: [],
});

const NAMES = ['路改造', '桥加固', '河整治', '园绿化', '校修缮'] as const;

/** What is published next: something befalls an opening, and a notice says which revision it is. */
export function nextRevision(before: Revision, now: number): Revision {
  const number = before.number + 1;
  return {
    number,
    openings: EVENTS[number % EVENTS.length]!(before.openings, now),
    notices: [
      {
        id: `notice-${number}`,
        text: `第 ${number} 次发布（示例）`,
        level: number % 2 === 0 ? 'inform' : 'change',
        from: instantAt(now - MINUTE),
        until: instantAt(now + 12 * 60 * MINUTE),
      },
    ],
  };
}

/** The data of a revision for a screen: a sign has the openings of its own room. */
export const feedOf =
  ({ openings, notices }: Revision, room: string | undefined) =>
  (feed: Feed): Feed => ({
    ...feed,
    notices,
    parts: feed.parts.map((part, index) =>
      part.kind === 'openings' || index === 0
        ? {
            kind: 'openings',
            leftOut: 0,
            items: openings.filter((item) => room === undefined || item.room === room),
          }
        : { ...part, items: [], leftOut: 0 },
    ),
  });

const LASTS = 60 * MINUTE;

/** The word that is true of an opening at a moment. Written from the card, and not from the code that is tried. */
export function truthOf({ at: hour, moved, stopped, room }: Item, all: readonly Item[], now: number): string {
  const start = Date.parse(hour);
  if (moved) return moved.at === hour ? '改地点' : '改期';
  if (stopped) return stopped === 'suspended' ? '暂停' : '终止';
  if (now < start) return '候标';
  const isFollowed = all.some(
    (other) =>
      !other.moved &&
      !other.stopped &&
      other.room === room &&
      Date.parse(other.at) > start &&
      Date.parse(other.at) <= now,
  );
  if (isFollowed) return '已结束';
  return now < start + LASTS ? '开标中' : '已开始';
}

/** The openings that begin next; none at the end of the day. */
export function nextOf(openings: readonly Item[], now: number): readonly Item[] {
  const waiting = openings.filter((item) => truthOf(item, openings, now) === '候标');
  const first = Math.min(...waiting.map((item) => Date.parse(item.at)));
  return waiting.filter((item) => Date.parse(item.at) === first);
}
