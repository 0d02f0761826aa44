import { describe, expect, test } from 'vitest';
import { sampleEdition } from './edition.ts';
import type { Row } from '../../src/core/listing.ts';
import { find } from '../../src/core/kiosk/find.ts';
import { shelfOf as kioskShelfOf } from '../../src/core/kiosk/shelf.ts';
import { trailOf } from '../../src/core/kiosk/trail.ts';
import { questionIn } from '../../src/core/search/question.ts';
import { select } from '../../src/core/search/select.ts';
import { shelfOf } from '../../src/core/search/shelf.ts';
import { yearsFor } from '../../src/core/search/years.ts';
import { newestRows } from '../../src/site/newest.ts';
import { searchManifest } from '../../src/site/search-manifest.ts';
import { searchPage } from '../../src/site/search-page.ts';
import { catalogues, spellings } from './search-data.ts';

/* The search and the kiosk find in the sample's files what a plain look through its announcements finds. */

const edition = sampleEdition();
const now = Date.parse(edition.now);
const page = searchPage(edition);
const known = {
  types: page.types.flatMap(({ choices }) => choices.map(({ value }) => value)),
  regions: page.regions.map(({ value }) => value),
};

/** What an address finds, by the catalogues that the page fetches for it. */
function answerTo(search: string) {
  const { question, ignored } = questionIn(search, known);
  expect(ignored).toEqual([]);
  const years = yearsFor(searchManifest(edition).years, question, now).map(({ year }) => year);
  const shelves = catalogues(edition).flatMap(({ catalogue }) =>
    years.includes(catalogue.year) ? [shelfOf(catalogue)] : [],
  );
  const { hits, counts } = select(shelves, question, { now });
  return { ids: hits.map(({ shelf, row }) => shelf.catalogue.id[row]!), counts };
}

const rows = newestRows(edition, Infinity);
const recent = rows.filter(({ publishedAt }) => publishedAt >= '2025');
const idsOf = (list: readonly Row[]): readonly string[] => list.map(({ id }) => id);
/** For a newcomer: until the documents, the registration or the deposit are over, else until the deadline. */
const hoursLeft = ({ deadline, gate }: Row): number =>
  deadline ? (Date.parse((gate ?? deadline).value) - now) / 3_600_000 : -1;
const isOpen = (row: Row): boolean =>
  hoursLeft(row) > 0 && (row.happening === undefined || row.happening.kind === 'corrected');

describe('the search', () => {
  test.each<[string, (row: Row) => boolean]>([
    ['?category=land', ({ category }) => category === 'land'],
    [
      '?region=更合镇&region=明城镇&category=construction',
      (row) => ['更合镇', '明城镇'].includes(row.region ?? '') && row.category === 'construction',
    ],
    ['?type=tender-notice&type=award-notice', ({ type }) => ['tender-notice', 'award-notice'].includes(type)],
    ['?scope=open&sort=published', isOpen],
    ['?status=soon', (row) => isOpen(row) && hoursLeft(row) <= 72],
    ['?from=2026-10-01&to=2026-10-31', ({ publishedAt }) => publishedAt.startsWith('2026-10')],
    [
      '?closesFrom=2026-11-22&closesTo=2026-11-30',
      ({ deadline }) =>
        deadline !== undefined && deadline.value >= '2026-11-22' && deadline.value < '2026-12',
    ],
    [
      '?region=更合镇&closesFrom=2026-11-22&closesTo=2026-11-29',
      ({ region, deadline }) =>
        region === '更合镇' &&
        deadline !== undefined &&
        deadline.value >= '2026-11-22' &&
        deadline.value < '2026-11-30',
    ],
    [
      '?min=286.4&max=462.5',
      (row) => {
        const fen = Number(row.amount?.value ?? row.price?.value ?? NaN);
        return fen >= 286_400_000 && fen <= 462_500_000;
      },
    ],
    ['?code=js-2026-03', ({ projectCode = '' }) => projectCode.includes('JS-2026-03')],
    ['?buyer=自然资源', ({ principal }) => principal?.text.includes('自然资源') === true],
    [
      '?latest=1&category=construction',
      (row) =>
        row.category === 'construction' &&
        (row.projectCode === undefined ||
          rows.find(({ projectCode }) => projectCode === row.projectCode) === row),
    ],
  ])('asked %s finds what a plain look finds, the newest first', (search, meets) => {
    const right = idsOf(recent.filter(meets));
    expect(right.length).toBeGreaterThan(0);
    expect(answerTo(search).ids).toEqual(right);
  });

  test('lists what can still be joined by what closes next, and the largest amount first', () => {
    const open = rows.filter(isOpen).sort((a, b) => hoursLeft(a) - hoursLeft(b));
    expect(answerTo('?scope=open').ids).toEqual(idsOf(open));
    // Those that only who has taken the documents can still bid for, as the list of 可参与 has them.
    const inside = answerTo('?scope=inside').ids;
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.toSorted()).toEqual(idsOf(edition.inside()).toSorted());
    const amounts = answerTo('?type=tender-notice&sort=amount').ids.map((id) =>
      Number(edition.row(id).amount?.value ?? -1),
    );
    expect(amounts.length).toBeGreaterThan(5);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
  });

  test('says of each choice how many choosing it would find', () => {
    const { counts } = answerTo('?category=construction');
    const own = recent.filter(({ category }) => category === 'construction');
    for (const { value } of page.categories)
      expect(counts.category.get(value), value).toBe(
        recent.filter(({ category }) => category === value).length,
      );
    for (const region of known.regions)
      expect(counts.region.get(region) ?? 0, region).toBe(own.filter((row) => row.region === region).length);
    for (const type of known.types)
      expect(counts.type.get(type) ?? 0, type).toBe(own.filter((row) => row.type === type).length);
  });
});

/** What somebody taps who knows what it is about: the first letters of its name, or figures of its code. */
test.each([
  ['yjl', '沿江路市政道路改造工程施工中标结果公告'],
  ['sk', '更合镇示例水库除险加固工程施工招标公告'],
  ['zhjs', '高明区示例中学智慧教室设备采购合同公告'],
  ['hcsm', '2026年明城镇示例片区河涌水面保洁服务合同公告'],
  ['lvdao', '荷城街道示例公园绿道提升工程施工招标公告'],
  ['26083', '高明区示例第二小学食堂食材配送服务公开招标公告'],
  ['26031', '更合镇示例圩镇污水管网完善工程施工招标公告'],
])('at a kiosk %s has %s among the first rows', (keys, title) => {
  // With its row that is six taps at the most, and four rows are seen whole on the smallest glass in 大字.
  expect(keys.length + 1).toBeLessThanOrEqual(6);
  const shelves = catalogues(edition).map(({ catalogue }, place) =>
    kioskShelfOf(catalogue, spellings(edition)[place]!),
  );
  const { hits } = find(trailOf(shelves, keys), {}, { now, first: 0, count: 4 });
  expect(hits.map(({ announcement }) => announcement.title)).toContain(title);
});
