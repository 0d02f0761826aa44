import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check, type CheckedContent } from '../../src/core/check.ts';
import { toCsv } from '../../src/core/csv.ts';
import { types } from '../../src/core/announcement/schema.ts';
import { byNewest, rowOf } from '../../src/core/listing.ts';
import { toCatalogue } from '../../src/core/search/catalogue.ts';
import { questionIn } from '../../src/core/search/question.ts';
import { select } from '../../src/core/search/select.ts';
import { shelfOf, type Shelf } from '../../src/core/search/shelf.ts';
import type { Announcement } from '../../src/core/announcement/schema.ts';
import { partyKey } from '../../src/core/announcement/party.ts';
import { countMonths, discloseYear, totalOf } from '../../src/core/statistics.ts';
import { awardsOf } from '../../src/core/statistics/record.ts';
import type { Period } from '../../src/core/statistics/period.ts';
import type { Cell, Told } from '../../src/site/statistics/figure.ts';
import { yearTable } from '../../src/site/statistics/table.ts';
import type { Wins } from '../../src/site/statistics/winners.ts';
import { tellYear } from '../../src/site/statistics/year.ts';
import { archiveOf, lookBack } from '../core/statistics/look-back.ts';
import { generate2018 } from '../bench/generate.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhangbang-2018-'));
const YEAR_2018 = { year: 2018, toMonth: 12 };
let office: CheckedContent;

beforeAll(() => {
  generate2018(folder);
  office = check(folder);
}, 30_000);

afterAll(() => rmSync(folder, { recursive: true }));

const tell = (
  { corpus, judgements }: CheckedContent,
  period: Period,
  entries = corpus.entries,
): readonly Told[] => {
  const least = (id: string) =>
    (judgements.get(id) ?? []).flatMap(({ rule, outcome }) =>
      rule.code === 'D104' && outcome.period
        ? [{ length: outcome.period.required, whom: '依法必须招标的' }]
        : [],
    );
  const rows = entries.map(({ announcement }) => announcement);
  const before = countMonths(rows, period.year - 1);
  return tellYear(
    lookBack(archiveOf(corpus, entries), entries, period),
    before.some((counts) => totalOf(counts) > 0) ? before : undefined,
    least,
    winsOf(rows),
  );
};

function winsOf(announcements: readonly Announcement[]): Wins {
  const sorted = announcements.toSorted((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
  const wins = sorted.flatMap((one) => awardsOf(one).map(({ name }) => ({ name, at: one.publishedAt })));
  return {
    firstOf: (key) => wins.find(({ name }) => partyKey(name) === key)?.at,
    first: wins[0]?.at,
  };
}

const figureOf = (told: readonly Told[], id: string) => told.find(({ figure }) => figure.id === id)!.figure;

describe('a whole year made up in the numbers of 2018', () => {
  test('is sound', () => {
    // Its calendars are made up of few holidays, and S108 says so.
    expect(office.findings.filter(({ code }) => code !== 'S108')).toEqual([]);
    expect(office.corpus.entries).toHaveLength(536);
    expect(
      office.corpus.entries.every(({ announcement }) => announcement.publishedAt.startsWith('2018')),
    ).toBe(true);
  });

  test('gives the sentence of the office, letter by letter', () => {
    const announcements = office.corpus.entries.map(({ announcement }) => announcement);
    const { text } = discloseYear(countMonths(announcements, 2018), YEAR_2018, office.corpus.site);
    expect(text).toBe(
      '2018年1-12月，中心累计发布各类招标信息536条，其中建设工程招标类276条，政府采购59条，土地163条，产权20条，通知公告18条。',
    );
  });

  test('draws a picture of everything that enough announcements tell', () => {
    const told = tell(office, YEAR_2018);
    expect(told.filter(({ figure }) => figure.chart === undefined).map(({ figure }) => figure.id)).toEqual([
      'competition',
      'small-firms',
    ]);
    expect(figureOf(told, 'competition').finding).toContain('不足以说明');
  });
});

/** Every announcement as the search page knows it. */
function shelvesOf({ corpus, links }: CheckedContent): readonly Shelf[] {
  const rows = corpus.entries.map((entry) => rowOf(entry, links)).sort(byNewest);
  return [...Map.groupBy(rows, ({ publishedAt }) => publishedAt.slice(0, 4))].map(([year, own]) =>
    shelfOf(toCatalogue(year, own)),
  );
}

const known = { types: types.map(({ id }) => id), regions: [] };

/** The length of the list that an address leads to, by the search's own conditions and the archive's months. */
function lengthOf(
  path: string,
  { corpus }: CheckedContent,
  shelves: readonly Shelf[],
  told: readonly Told[],
) {
  const [place, query = ''] = path.split('?');
  if (place === 'search/') {
    const { question, ignored } = questionIn(query, known);
    expect(ignored).toEqual([]);
    expect(question.scope).toBe('all');
    return select(shelves, question, { now: Date.parse('2026-11-22T09:00:00+08:00') }).hits.length;
  }
  const list = /lists\/#(.+)$/u.exec(path)?.[1];
  if (list !== undefined) {
    return told.flatMap(({ lists }) => lists).find(({ id }) => id === list)!.members.length;
  }
  const [category, year, month] = path.split('/');
  return corpus.entries.filter(
    ({ announcement }) =>
      announcement.category === category && announcement.publishedAt.startsWith(`${year!}-${month!}`),
  ).length;
}

test.each([
  ['the made-up year', () => office, YEAR_2018],
  ['the sample of 2026', () => check('content'), { year: 2026, toMonth: 10 }],
  ['the sample of 2025', () => check('content'), { year: 2025, toMonth: 12 }],
] as const)('every figure of %s is as large as the list it leads to', (_, load, period) => {
  const content = load();
  const told = tell(content, period);
  const cells = told.flatMap(({ figure: { table, chart } }): readonly Cell[] => [
    ...table.rows.flat(),
    ...(chart?.kind === 'columns' ? chart.keys.map(({ cell }) => cell) : []),
  ]);
  const leading = cells.filter((cell): cell is Cell & { path: string } => cell.path !== undefined);
  // A sum leads to what it adds up, an extreme to the announcement that it is of.
  const linked = leading.filter(({ fen, path }) => fen === undefined && !path.startsWith('announcements/'));
  expect(linked.length).toBeGreaterThan(40);
  const shelves = shelvesOf(content);
  expect(linked.map(({ path }) => `${path} ${lengthOf(path, content, shelves, told)}`)).toEqual(
    linked.map(({ path, text }) => `${path} ${text}`),
  );
});

test('a number of a table that counts nothing of a list is a share, a middle or an empty one', () => {
  const told = tell(office, YEAR_2018);
  const heads = told.flatMap(({ figure: { id, table } }) =>
    table.rows.flatMap(([, ...cells]) =>
      cells.flatMap(({ path, count, fen }, column) =>
        path === undefined && (count ?? fen ?? 0) !== 0 ? [`${id} ${table.head[column + 1]!}`] : [],
      ),
    ),
  );
  expect([...new Set(heads)]).toEqual(['bidding-days 中位数（天）']);
});

test('the first five winners and the rest are all that was won, and every new one is listed', () => {
  const content = check('content');
  const winners = figureOf(tell(content, { year: 2026, toMonth: 10 }), 'winners');
  const rows = winners.table.rows;
  const sums = rows.map((row) => row[2]!.fen!);
  expect(rows.map((row) => row[0]!.text).slice(-2)).toEqual(['其余 10 家', '合计']);
  expect(sums.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(sums.at(-1));
  expect(winners.finding).toMatch(/前 5 家占 \d+%；本年第一次中标的 15 家/u);
});

test('who may be a person is counted among the winners and not named', () => {
  const content = check('content');
  const told = tell(content, { year: 2026, toMonth: 10 });
  const named = told.flatMap(({ lists }) => lists).find(({ id }) => id === 'winners-new')!.members;
  expect(named.map(({ title }) => title)).not.toContain('高明区示例电脑商行');
  expect(named.map(({ title }) => title)).toContain('个人或者个体经营者（不列名）');
});

test('a price is held against its ceiling too, apart from the budget', () => {
  const told = tell(check('content'), { year: 2026, toMonth: 10 });
  const row = figureOf(told, 'ceilings').table.rows.find(([name]) => name!.text === '政府采购')!;
  expect(row.map(({ text }) => text)).toEqual([
    '政府采购',
    '1',
    '4,656,000.00',
    '4,386,000.00',
    '少 270,000.00',
    '94.2%',
  ]);
});

test('what is set aside for small firms is counted by what the call says, and guessed of none', () => {
  const rows = figureOf(tell(check('content'), { year: 2026, toMonth: 10 }), 'small-firms').table.rows;
  expect(rows.map(([name, count]) => `${name!.text} ${count!.text}`)).toEqual([
    '专门面向中小企业 3',
    '不专门面向中小企业 3',
    '没有写明 2',
  ]);
});

test('where a law binds only some, the cell says whom', () => {
  const least = figureOf(tell(check('content'), { year: 2026, toMonth: 10 }), 'bidding-days').table.rows.map(
    (row) => [row[0]!.text, row.at(-1)!.text],
  );
  expect(Object.fromEntries(least)).toMatchObject({
    '招标公告（建设工程）': '20 日（依法必须招标的）',
    '资产租赁公告（产权）': '没有统一规定',
  });
});

test('no list of a figure is without the figure that leads to it', () => {
  const told = tell(office, YEAR_2018);
  const paths = new Set(told.flatMap(({ figure }) => figure.table.rows.flat().map(({ path }) => path)));
  const full = told.flatMap(({ lists }) => lists).filter(({ members }) => members.length > 0);
  expect(full.filter(({ id }) => !paths.has(`statistics/2018/lists/#${id}`))).toEqual([]);
});

test('the columns of the months add up to those of the categories and the types', () => {
  const told = tell(office, YEAR_2018);
  const sum = (id: string, column: number, rows = Infinity): number =>
    figureOf(told, id)
      .table.rows.slice(0, rows)
      .reduce((all, row) => all + Number(row[column]!.text), 0);
  expect([sum('months', 6, 12), sum('categories', 1), sum('types', 2)]).toEqual([536, 536, 536]);
});

test('a year of few announcements gets honest sentences instead of pictures', () => {
  const content = check('content');
  const entries = content.corpus.entries.filter(({ announcement }) => announcement.publishedAt < '2018-04');
  const told = tell(content, YEAR_2018, entries);
  expect(entries.length).toBeGreaterThan(0);
  for (const id of ['amounts', 'results', 'bidding-days', 'competition', 'reliability'])
    expect(figureOf(told, id).chart, id).toBeUndefined();
  expect(figureOf(told, 'months').finding).toMatch(/数量太少，看不出各月的规律。$/u);
});

test('an announcement of the present changes nothing that is told of a closed year', () => {
  const content = check('content');
  const entries = content.corpus.entries.filter(({ announcement }) => announcement.publishedAt < '2026');
  const year = { year: 2025, toMonth: 12 };
  expect(tell(content, year)).toEqual(tell(content, year, entries));
});

test('the table of a year has one line for each number, with its unit', () => {
  const lines = toCsv(yearTable({ figures: tell(office, YEAR_2018).map(({ figure }) => figure) })).split(
    '\r\n',
  );
  expect(lines).toContain('每月发布多少公告,合计,合计（份）,536');
  expect(lines).toContain('每月发布多少公告,合计,建设工程（份）,276');
});
