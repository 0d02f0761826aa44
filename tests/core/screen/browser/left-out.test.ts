import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Announcement } from '../../../../src/core/announcement/schema.ts';
import { dayOf, instantAt, type Instant } from '../../../../src/core/announcement/instant.ts';
import type { PartKind } from '../../../../src/core/screen/browser/feed.ts';
import { layoutOf } from '../../../../src/core/screen/browser/layout.ts';
import { countItems, type Notice } from '../../../../src/core/screen/browser/feed.ts';
import { LASTS } from '../../../../src/core/screen/browser/openings.ts';
import { roundAt, type Page } from '../../../../src/core/screen/browser/pages.ts';
import { partsAt } from '../../../../src/core/screen/browser/parts.ts';
import { leftOutNote } from '../../../../src/core/screen/browser/words.ts';
import { byNewest, type Row } from '../../../../src/core/listing.ts';
import type { Collection } from '../../../../src/core/edition.ts';
import { feedOf } from '../../../../src/core/screen.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const built = Date.parse('2026-11-22T09:00:00+08:00');
const generated = instantAt(built);

const layout = layoutOf(
  { inches: 55, width: 1920, height: 1080, distanceM: 3 },
  { heading: '可参与项目', centre: '示例中心', screen: '一楼大厅' },
);

/** A call that is opened when it closes. */
const call = (minutes: number, index: number): Row => {
  const fact = { label: '投标截止', text: '', value: instantAt(built + minutes * MINUTE) };
  return {
    id: `gm-js-2026-${index}`,
    title: '沿江路市政道路改造工程施工招标公告',
    category: 'construction',
    categoryTerm: '建设工程',
    type: 'tender-notice',
    typeTerm: '招标公告',
    stage: 'call',
    publishedAt: '2026-11-01T09:00:00+08:00',
    deadline: fact,
    opening: fact,
  };
};

const announcement = { category: 'construction', type: 'tender-notice' } as unknown as Announcement;

const archiveOf = (rows: readonly Row[]) =>
  ({
    rows: () => rows.toSorted(byNewest),
    entry: () => ({ announcement }),
    effective: () => ({ announcement, changes: [] }),
    alterations: () => [],
    current: [],
  }) as unknown as Collection;

const screen = (kind: PartKind, limit: number | undefined) =>
  ({ id: 'hall', parts: [{ kind, limit }, { kind: 'newest' }] }) as unknown as Parameters<typeof feedOf>[0];

/** Nobody says that an opening without a room is over but the clock. */
const isOver = (at: Instant, now: Instant): boolean => Date.parse(now) - Date.parse(at) >= LASTS * MINUTE;

/** How many of all rows a part is about at a moment: what is near and not over, or what can still be joined. */
const BRUTE: Readonly<
  Record<'openings' | 'closing' | 'open', (rows: readonly Row[], now: Instant) => number>
> = {
  openings: (rows, now) =>
    rows.filter(({ opening }) => dayOf(opening!.value) === dayOf(now) && !isOver(opening!.value, now)).length,
  closing: (rows, now) => {
    const tomorrow = dayOf(instantAt(Date.parse(now) + DAY));
    return rows.filter(({ deadline }) => deadline!.value > now && dayOf(deadline!.value) <= tomorrow).length;
  },
  open: (rows, now) => rows.filter(({ deadline }) => deadline!.value > now).length,
};

/** What is over may stand on the board, but is not asked for. */
const shownOn = (pages: readonly Page[]): number =>
  countItems(pages) -
  pages.flatMap(({ openings }) => openings).filter(({ phase }) => phase === 'past').length;

const archive = fc
  .array(
    fc.oneof(
      fc.integer({ min: 1, max: 6 * 24 * 60 }),
      fc.integer({ min: 0, max: 12 }).map((n) => n * 720 + 900),
    ),
    {
      maxLength: 150,
    },
  )
  .map((minutes) => minutes.map(call));

const limits = fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined });
const later = fc.integer({ min: 0, max: 8 * 24 * 60 }).map((minutes) => instantAt(built + minutes * MINUTE));

test.each(['openings', 'closing', 'open'] as const)(
  'whenever a screen says how many %s it leaves out, it is as many as there are',
  (kind) => {
    fc.assert(
      fc.property(archive, limits, later, fc.boolean(), (rows, limit, now, isNoticed) => {
        const notice: Notice = {
          id: 'notice',
          text: '今天下午三点停电，请保存资料。',
          from: generated,
          until: now,
        };
        const made = feedOf(screen(kind, limit), layout, archiveOf(rows), generated);
        const feed = isNoticed ? { ...made, notices: [notice] } : made;
        const [part] = partsAt(feed, now);
        const [pages] = roundAt(feed, now, { layout, factor: 1, generated });
        const leftOut = (pages![0] ?? part)!.leftOut;
        const isCut = feed.parts[0]!.leftOut > 0;
        const all = BRUTE[kind](rows, now);
        if (leftOut === undefined) expect(kind === 'open' ? -1 : all).toBe(0);
        else if (leftOut === Infinity) expect(isCut).toBe(true);
        else expect(leftOut).toBe(all - shownOn(pages!));
        expect(leftOutNote(leftOut)).toMatch(
          leftOut === undefined || leftOut === 0
            ? /^$/u
            : leftOut === Infinity
              ? /^[^0-9]+$/u
              : RegExp(String(leftOut)),
        );
      }),
      { numRuns: 400 },
    );
  },
);

test('where more is opened today than a screen holds, it sends visitors to the website without a number', () => {
  const rows = Array.from({ length: 200 }, (_, index) => call(60 + index, index));
  const feed = feedOf(screen('openings', undefined), layout, archiveOf(rows), generated);
  expect(leftOutNote(partsAt(feed, generated)[0]!.leftOut)).toBe('更多公告请在网站上查看');
});

test('where all that a screen holds is over but not all that there is, it does not say that there is nothing', () => {
  const rows = Array.from({ length: 60 }, (_, index) => call(60 * (index + 1), index));
  const feed = feedOf(screen('closing', undefined), layout, archiveOf(rows), generated);
  const [part] = partsAt(feed, rows[45]!.deadline!.value);
  expect(part).toMatchObject({ items: [], leftOut: Infinity });
});

test('of what is new nobody is told a number, however little of it a round has room for', () => {
  const rows = Array.from({ length: 60 }, (_, index) => call(60 * (index + 1), index));
  const feed = feedOf(screen('newest', 40), layout, archiveOf(rows), generated);
  const [pages] = roundAt(feed, generated, {
    layout: { ...layout, list: layout.list / 2 },
    factor: 1,
    generated,
  });
  expect(leftOutNote(pages![0]!.leftOut)).toBe('');
});
