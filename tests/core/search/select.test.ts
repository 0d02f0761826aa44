import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byNewest } from '../../../src/core/listing.ts';
import { toCatalogue, type CatalogueRow } from '../../../src/core/search/catalogue.ts';
import { FACETS } from '../../../src/core/search/facets.ts';
import { SORTS, STATUSES, noQuestion, type Question } from '../../../src/core/search/question.ts';
import { select } from '../../../src/core/search/select.ts';
import { shelfOf } from '../../../src/core/search/shelf.ts';
import { yearsFor } from '../../../src/core/search/years.ts';

const NOW = Date.parse('2026-11-22T09:00:00+08:00');
const REGIONS = ['荷城街道', '明城镇', '更合镇'];
const TYPES = { 'tender-notice': '招标公告', 'award-notice': '中标结果公告', notice: '通知' } as const;
const HAPPENINGS = ['terminated', 'failed', 'suspended', 'result', 'corrected'] as const;

const two = (number: number): string => String(number).padStart(2, '0');
const day = fc
  .tuple(
    fc.constantFrom(2018, 2024, 2025, 2026),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);
/** Around the moment that is asked about, to the minute. */
const nearDay = fc.integer({ min: 15, max: 29 }).map((date) => `2026-11-${date}`);
const instant = fc
  .tuple(fc.oneof(day, nearDay), fc.constantFrom('08:59', '09:00', '09:01', '17:30'))
  .map(([date, time]) => `${date}T${time}:00+08:00`);
const fen = fc.constantFrom(0, 1, 99_999_999, 100_000_000, 100_000_001, 358_600_000);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const fact = (label: string, value: string | number) => ({ label, value, text: String(value) });

/** Announcements of few different values, so that every condition has something to tell apart. */
const rows: fc.Arbitrary<readonly CatalogueRow[]> = fc
  .array(
    fc
      .record({
        title: fc.constantFrom('道路改造工程', '污水处理厂', 'ＧＭ-JS 道路'),
        category: fc.constantFrom('construction', 'land', 'general'),
        type: fc.constantFrom<keyof typeof TYPES>('tender-notice', 'award-notice', 'notice'),
        publishedAt: instant,
        region: maybe(fc.constantFrom(...REGIONS)),
        projectCode: maybe(fc.constantFrom('GM-JS-001', 'GM-JS-0012', 'GM-TD-7')),
        buyer: maybe(fc.constantFrom('示例办', '示例小学')),
        winner: maybe(fc.constantFrom('示例公司', '道路公司')),
        deadline: maybe(instant),
        amount: maybe(fen),
        price: maybe(fen),
        shown: maybe(fc.tuple(nearDay, nearDay)),
        happening: maybe(fc.constantFrom(...HAPPENINGS)),
        corrected: fc.boolean(),
        isSmeOnly: fc.boolean(),
      })
      .map((given): CatalogueRow => {
        const { buyer, winner, deadline, amount, price, shown, happening, corrected, ...rest } = given;
        return {
          id: '',
          categoryTerm: '',
          typeTerm: TYPES[given.type],
          stage: 'call',
          ...(rest as Pick<
            CatalogueRow,
            'title' | 'category' | 'type' | 'publishedAt' | 'region' | 'projectCode'
          >),
          principal: buyer === undefined ? undefined : fact('招标人', buyer),
          winner: winner === undefined ? undefined : fact('中标人', winner),
          deadline: deadline === undefined ? undefined : { ...fact('投标截止', deadline), value: deadline },
          amount: amount === undefined ? undefined : fact('预算金额', amount),
          price: price === undefined ? undefined : fact('中标价', price),
          publicity: shown && { from: shown[0] < shown[1] ? shown[0] : shown[1], until: shown[1] },
          happening: happening && { kind: happening, by: 'later' },
          isCorrected: corrected || happening === 'corrected',
        };
      }),
    { minLength: 1, maxLength: 40 },
  )
  .map((list) => list.map((row, place) => ({ ...row, id: `a-${two(place)}` })).sort(byNewest));

const some = <T>(...values: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.oneof(fc.constant<readonly T[]>([]), fc.subarray([...values], { minLength: 1 }));
interface Bounds<T> {
  low?: T | undefined;
  high?: T | undefined;
}
const range = <T extends string | number>(value: fc.Arbitrary<T>): fc.Arbitrary<Bounds<T>> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Bounds<T>>({}) },
    fc
      .record({ low: maybe(value), high: maybe(value) })
      .filter(({ low, high }) => low === undefined || high === undefined || low <= high),
  );

const questions: fc.Arbitrary<Question> = fc
  .record({
    words: fc.constantFrom('', '', '道路', 'gm-js-001', '道路 示例', '公司', '没有'),
    scope: fc.constantFrom('open', 'recent', 'all', undefined),
    categories: some('construction', 'land', 'general'),
    types: some<string>('tender-notice', 'award-notice'),
    regions: some(...REGIONS),
    statuses: some(...(Object.keys(STATUSES) as (keyof typeof STATUSES)[])),
    published: range(day),
    closes: range(fc.oneof(day, nearDay)),
    sum: range(fen),
    buyer: fc.constantFrom('', '', '小学'),
    winner: fc.constantFrom('', '', '', '道路'),
    smeOnly: fc.constantFrom(false, false, false, true),
    code: fc.constantFrom('', '', 'js-001', 'GM'),
    latest: fc.boolean(),
    sort: fc.constantFrom(...(Object.keys(SORTS) as (keyof typeof SORTS)[]), undefined),
  })
  .map(({ published, closes, sum, ...rest }) => ({
    ...noQuestion,
    ...(rest as Partial<Question>),
    from: published.low,
    to: published.high,
    closesFrom: closes.low,
    closesTo: closes.high,
    min: sum.low,
    max: sum.high,
  }));

/** The shelves that a question of these announcements needs, as the browser would fetch them. */
function shelvesFor(list: readonly CatalogueRow[], question: Question) {
  const years = [...Map.groupBy(list, ({ publishedAt }) => publishedAt.slice(0, 4))].map(([year, own]) => ({
    year,
    shelf: shelfOf(toCatalogue(year, own)),
    lastDeadline: own
      .map(({ deadline }) => deadline?.value.slice(0, 16) ?? '')
      .sort()
      .at(-1)!,
  }));
  return yearsFor(years, question, NOW).map(({ shelf }) => shelf);
}

const idOf = ({ shelf, row }: { shelf: { catalogue: { id: readonly string[] } }; row: number }): string =>
  shelf.catalogue.id[row]!;

/* What follows decides anew, from the rows and in the plainest way, what the answer is. */

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');

function statusesOf({ deadline, publicity, happening, isCorrected }: CatalogueRow): Set<string> {
  const statuses = new Set<string>();
  if (happening) statuses.add(happening.kind);
  if (isCorrected) statuses.add('corrected');
  if (happening && happening.kind !== 'corrected') return statuses;
  const hours = deadline ? (Date.parse(deadline.value) - NOW) / 3_600_000 : undefined;
  const today = '2026-11-22';
  if (hours !== undefined && hours > 0) {
    statuses.add('open');
    if (hours <= 72) statuses.add('soon');
  } else if (publicity && today >= publicity.from && today <= publicity.until) statuses.add('shown');
  else if (deadline) statuses.add('closed');
  else if (publicity && today > publicity.until) statuses.add('over');
  return statuses;
}

/** Whether a row meets a question; the groups in `except` are not asked. */
function meets(row: CatalogueRow, all: readonly CatalogueRow[], question: Question, except = ''): boolean {
  const { scope = 'recent', from, to, closesFrom, closesTo, min, max } = question;
  const statuses = statusesOf(row);
  const sum = row.amount?.value ?? row.price?.value;
  const closesOn = row.deadline?.value.slice(0, 10);
  const texts = [row.title, row.projectCode, row.principal?.text, row.winner?.text].map((text) =>
    plain(text ?? ''),
  );
  const newest = all.find(({ projectCode }) => projectCode === row.projectCode);
  return [
    scope !== 'open' || statuses.has('open'),
    scope !== 'recent' || row.publishedAt >= '2025',
    except === 'category' || !question.categories.length || question.categories.includes(row.category),
    except === 'type' || !question.types.length || question.types.includes(row.type),
    except === 'region' || !question.regions.length || question.regions.includes(row.region!),
    except === 'status' ||
      !question.statuses.length ||
      question.statuses.some((status) => statuses.has(status)),
    from === undefined || row.publishedAt.slice(0, 10) >= from,
    to === undefined || row.publishedAt.slice(0, 10) <= to,
    closesFrom === undefined || (closesOn !== undefined && closesOn >= closesFrom),
    closesTo === undefined || (closesOn !== undefined && closesOn <= closesTo),
    min === undefined || (sum !== undefined && Number(sum) >= min),
    max === undefined || (sum !== undefined && Number(sum) <= max),
    question.buyer === '' || texts[2]!.includes(plain(question.buyer)),
    question.winner === '' || plain(row.winner?.text ?? '').includes(plain(question.winner)),
    !question.smeOnly || row.isSmeOnly === true,
    question.code === '' || texts[1]!.includes(plain(question.code)),
    !question.latest || row.projectCode === undefined || newest === row,
    question.words.split(' ').every((word) => texts.some((text) => text.includes(plain(word)))),
  ].every(Boolean);
}

test('what a question finds is what a reader finds who takes every announcement in hand', () => {
  fc.assert(
    fc.property(rows, questions, (list, question) => {
      const { hits } = select(shelvesFor(list, question), question, { now: NOW });
      const right = list.filter((row) => meets(row, list, question));
      expect(hits.map(idOf).sort()).toEqual(right.map(({ id }) => id).sort());
    }),
    { numRuns: 2000, seed: 20261122 },
  );
});

test('the number behind a value is what choosing it instead would give', () => {
  fc.assert(
    fc.property(rows, questions, (list, question) => {
      const { counts } = select(shelvesFor(list, question), question, { now: NOW });
      for (const facet of FACETS) {
        const others = list.filter((row) => meets(row, list, question, facet));
        const valuesOf = (row: CatalogueRow): Iterable<string | undefined> =>
          facet === 'status' ? statusesOf(row) : [row[facet]];
        const right = new Map<string, number>();
        for (const value of others.flatMap((row) => [...valuesOf(row)])) {
          if (value !== undefined) right.set(value, (right.get(value) ?? 0) + 1);
        }
        expect(new Map(counts[facet]), facet).toEqual(right);
      }
    }),
    { numRuns: 1000, seed: 20261123 },
  );
});

test('results stand in the order that is asked for', () => {
  fc.assert(
    fc.property(rows, questions, (list, question) => {
      const { hits } = select(shelvesFor(list, question), question, { now: NOW });
      const byId = new Map(list.map((row) => [row.id, row]));
      const found = hits.map((hit) => byId.get(idOf(hit))!);
      const sort = question.sort ?? (question.words === '' ? 'published' : 'relevance');
      const isBefore: Record<typeof sort, (a: CatalogueRow, b: CatalogueRow) => number> = {
        published: () => 0,
        relevance: (a, b) => relevance(a, question) - relevance(b, question),
        amount: (a, b) =>
          Number(b.amount?.value ?? b.price?.value ?? -1) - Number(a.amount?.value ?? a.price?.value ?? -1),
        deadline: (a, b) => wait(a) - wait(b),
      };
      const right = found.toSorted(byNewest).sort(isBefore[sort]);
      expect(found.map(({ id }) => id)).toEqual(right.map(({ id }) => id));
    }),
    { numRuns: 1000, seed: 20261124 },
  );
});

function relevance({ projectCode = '', title }: CatalogueRow, { words }: Question): number {
  if (words === '') return 0;
  if (plain(projectCode) === plain(words)) return 0;
  return words.split(' ').every((word) => plain(title).includes(plain(word))) ? 1 : 2;
}

/** Milliseconds to go; what is past comes after all that is to come, what has no deadline at the end. */
function wait({ deadline }: CatalogueRow): number {
  if (!deadline) return Infinity;
  const left = Date.parse(deadline.value) - NOW;
  return left > 0 ? left : 1e15 - left;
}

test('announcements that have the words in their text alone come last, and meet the other conditions too', () => {
  const make = (id: string, title: string, region: string): CatalogueRow => ({
    ...fc.sample(rows, { numRuns: 1, seed: 1 })[0]![0]!,
    id,
    title,
    region,
    winner: undefined,
    publishedAt: '2026-03-02T09:00:00+08:00',
  });
  const shelf = shelfOf(
    toCatalogue('2026', [
      make('a', '绿化', '明城镇'),
      make('b', '照明', '明城镇'),
      make('c', '绿化', '更合镇'),
    ]),
  );
  const question: Question = { ...noQuestion, words: '照明', regions: ['明城镇'] };
  const { hits, counts } = select([shelf], question, { now: NOW, inBodies: new Set(['a', 'c']) });
  expect(hits.map((hit) => [idOf(hit), hit.rank])).toEqual([
    ['b', 1],
    ['a', 3],
  ]);
  expect(counts.region.get('更合镇')).toBe(1);
});
