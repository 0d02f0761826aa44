import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Choices } from '../../../src/core/kiosk/choices.ts';
import { find, type Found } from '../../../src/core/kiosk/find.ts';
import { KEYS } from '../../../src/core/kiosk/living-keys.ts';
import { tap, trailOf } from '../../../src/core/kiosk/trail.ts';
import { byNewest } from '../../../src/core/listing.ts';
import type { CatalogueRow } from '../../../src/core/search/catalogue.ts';
import { isFoundIn, isSaid } from './aloud.ts';
import { announced, call, shelvesOf } from './announced.ts';

const NOW = Date.parse('2026-11-22T09:00:00+08:00');
const everything = { now: NOW, first: 0, count: Infinity };

const found = (rows: readonly CatalogueRow[], keys: string, choices: Choices = {}): Found =>
  find(trailOf(shelvesOf(rows), keys), choices, everything);

const titles = ({ hits }: Found): readonly string[] => hits.map(({ announcement }) => announcement.title);

const marked = ({ hits }: Found): readonly string[] =>
  hits.map(({ announcement: { title }, mark }) => (mark ? title.slice(mark.from, mark.to) : ''));

const road = call('沿江路市政道路改造工程施工招标公告', '2026-12-15T09:30:00+08:00', {
  projectCode: 'GM-JS-2026-012',
});
const notice = announced({ title: '关于国庆节期间安排的通知' });

test.each([
  ['zbgg', '招标公告'],
  ['zhbgg', '招标公告'],
  ['zhaobgg', '招标公告'],
  ['zhaobiaogonggao', '招标公告'],
  ['zaobiao', '招标'],
  ['yjl', '沿江路'],
  ['yanjianglu', '沿江路'],
  ['szdlgz', '市政道路改造'],
])('%s finds %s', (keys, words) => {
  const result = found([road, notice], keys);
  expect(titles(result)).toEqual([road.title]);
  expect(marked(result)).toEqual([words]);
});

test.each([
  ['gmjs2026012', 'GM-JS-2026-012'],
  ['js2026012', 'JS-2026-012'],
  ['2026012', '2026-012'],
  ['012', '012'],
  ['12', '012'],
  ['gmjs', 'GM-JS'],
])('%s finds a project by its code', (keys, words) => {
  const { hits } = found([road, notice], keys);
  expect(hits.map(({ announcement, mark, codeMark }) => [announcement.title, mark, codeMark])).toEqual([
    [road.title, undefined, expect.anything()],
  ]);
  const { from, to } = hits[0]!.codeMark!;
  expect(road.projectCode!.slice(from, to)).toBe(words);
});

test('how a title is read says nothing of the code beside it', () => {
  const rows = [
    announced({ title: '重点工程重点项目' }),
    announced({ title: '这个项目重新招标', projectCode: 'GM-JS-2026-012' }),
  ];
  expect(found(rows, 'js2026').hits[0]!.codeMark).toMatchObject({ from: 3, to: 10 });
});

test.each(['zbggx', 'hbgg', 'gmjs2027', 'zgg'])('%s finds nothing', (keys) => {
  expect(found([road, notice], keys)).toMatchObject({ total: 0, hits: [] });
});

test('keys are not found across the end of a title', () => {
  expect(found([road], 'gggm').total).toBe(0);
});

test('ü is found by v and by u', () => {
  const green = announced({ title: '公园绿化养护' });
  for (const keys of ['lvhua', 'luhua', 'lhua']) expect(marked(found([green], keys))).toEqual(['绿化']);
});

test('what is read in two ways is found by both', () => {
  const creek = announced({ title: '河涌整治' });
  for (const keys of ['hechongzz', 'hyzz']) expect(marked(found([creek], keys))).toEqual(['河涌整治']);
});

test('readings may be mixed: who knows the place need not know how the next word is looked up', () => {
  const village = announced({ title: '重庆路曾屋村' });
  for (const keys of ['chongqinglzwc', 'zqlcwc', 'cqlzwc', 'zqlzwc'])
    expect(marked(found([village], keys))).toEqual(['重庆路曾屋村']);
});

test('what is read so where it stands comes before what could be read so, and that before codes', () => {
  const rows = [
    announced({ title: '别的通知', projectCode: 'GM-ZWC-1' }),
    announced({ title: '曾屋村道路' }),
    announced({ title: '张围村道路' }),
  ];
  expect(titles(found(rows, 'zwc'))).toEqual(['张围村道路', '曾屋村道路', '别的通知']);
  expect(titles(found(rows, 'cwc'))).toEqual(['曾屋村道路']);
});

test('of two places in one title the one is marked that is read so where it stands', () => {
  expect(marked(found([announced({ title: '曾屋村至张围村道路' })], 'zwc'))).toEqual(['张围村']);
});

test('many characters with many readings in a row lead to each place once', () => {
  const title = '行行行行行行行行行行行行行行行行行行行行';
  const trail = trailOf(shelvesOf([announced({ title })]), 'hhhhhhhhhhhhhhhhhh');
  expect(trail.found![0]!.length).toBeLessThanOrEqual(2 * title.length);
});

test('figures and Latin letters of a title are found, full-width ones too', () => {
  const lot = announced({ title: '示例项目（ＬＯＴ 02）2026年度' });
  for (const keys of ['lot02', 'xmlot', '2026nd', '02'])
    expect(titles(found([lot], keys))).toEqual([lot.title]);
});

test('a type that its title does not name is found by its name', () => {
  const plan = announced({ title: '示例道路工程', typeTerm: '招标计划' });
  const result = found([plan], 'zbjh');
  expect([titles(result), marked(result)]).toEqual([[plan.title], ['']]);
});

test('what one can still join comes first, and what only the code has last', () => {
  const rows = [
    announced({ title: '技术服务通知', publishedAt: '2026-11-20T09:00:00+08:00' }),
    announced({ title: '别的通知', projectCode: 'GM-JS-2026-001', publishedAt: '2026-11-19T09:00:00+08:00' }),
    call('建设甲', '2026-11-22T09:00:00+08:00', { publishedAt: '2026-11-02T09:00:00+08:00' }),
    call('建设乙', '2026-11-22T09:01:00+08:00', { publishedAt: '2026-11-01T09:00:00+08:00' }),
  ];
  expect(titles(found(rows, 'js'))).toEqual(['建设乙', '技术服务通知', '建设甲', '别的通知']);
  expect(titles(found(rows, ''))).toEqual(['建设乙', '技术服务通知', '别的通知', '建设甲']);
});

test('of what is open the next to close comes first', () => {
  const until = (title: string, day: string) => call(title, `2026-12-${day}T09:00:00+08:00`);
  const rows = [until('建设甲', '20'), until('建设乙', '10'), until('建设丙', '15'), notice];
  expect(titles(found(rows, '', { isOpen: true }))).toEqual(['建设乙', '建设丙', '建设甲']);
});

test('a page of hits is a part of them all', () => {
  const rows = Array.from({ length: 20 }, (_, number) => announced({ title: `通知${number}` }));
  const all = titles(found(rows, 'tz'));
  const page = find(trailOf(shelvesOf(rows), 'tz'), {}, { now: NOW, first: 8, count: 8 });
  expect(titles(page)).toEqual(all.slice(8, 16));
  expect(page.total).toBe(20);
});

test('one key back is where one was', () => {
  const trail = trailOf(shelvesOf([road, notice]), 'zb');
  expect(tap(trail, 'g').before).toBe(trail);
});

/* What follows decides anew, from the rows and in the plainest way, what the answer is. */

const isOpenRow = ({ deadline, happening }: CatalogueRow): boolean =>
  deadline !== undefined &&
  Date.parse(deadline.value) > NOW &&
  (happening === undefined || happening.kind === 'corrected');

function meets(row: CatalogueRow, { among, category, region, month, isOpen }: Choices): boolean {
  return (
    (among === undefined || among.includes(row.category)) &&
    (category === undefined || row.category === category) &&
    (region === undefined || row.region === region) &&
    (month === undefined || row.publishedAt.startsWith(month)) &&
    (!isOpen || isOpenRow(row))
  );
}

const word = fc.constantFrom(
  '沿江',
  '绿化',
  '河涌',
  '招标',
  '公告',
  '重新',
  '重庆',
  '（第2次）',
  'GM',
  '2026年',
  '安',
  '西安',
  '12-3',
  '的',
);
const rows: fc.Arbitrary<readonly CatalogueRow[]> = fc
  .array(
    fc.record({
      title: fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join('')),
      category: fc.constantFrom('construction', 'land'),
      region: fc.option(fc.constantFrom('明城镇', '更合镇'), { nil: undefined }),
      projectCode: fc.option(fc.constantFrom('GM-JS-2026-012', 'GM-TD-7'), { nil: undefined }),
      typeTerm: fc.constantFrom('招标公告', '公告'),
      day: fc.constantFrom('2025-11-20', '2026-02-03', '2026-11-20'),
      until: fc.option(fc.constantFrom('2026-11-22T09:00:00+08:00', '2026-11-22T09:01:00+08:00'), {
        nil: undefined,
      }),
      happening: fc.option(fc.constantFrom('corrected', 'failed'), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list
      .map(({ day, until, happening, region, projectCode, ...given }, place) =>
        announced({
          ...given,
          id: `a-${place}`,
          publishedAt: `${day}T09:00:00+08:00`,
          ...(region && { region }),
          ...(projectCode && { projectCode }),
          ...(until && { deadline: { label: '投标截止', value: until, text: until } }),
          ...(happening && { happening: { kind: happening, by: 'later' } }),
        } as Partial<CatalogueRow>),
      )
      .sort(byNewest),
  );

const choices: fc.Arbitrary<Choices> = fc.record(
  {
    among: fc.constantFrom(['construction'], ['land', 'general']),
    category: fc.constantFrom('construction', 'general'),
    region: fc.constantFrom('明城镇', '高明镇'),
    month: fc.constantFrom('2026-11', '2025-01'),
    isOpen: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Keys that often lead somewhere: pieces of how the words are read. */
const keys = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'yan',
          'j',
          'lv',
          'lu',
          'hua',
          'h',
          'c',
          'yong',
          'zh',
          'z',
          'ao',
          'b',
          'g',
          'gg',
          'xi',
          'an',
          'a',
          '2',
          '20',
          '26',
          'n',
          'm',
          '0',
          '1',
        ),
      },
      fc.constantFrom(...KEYS),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

test('keys and choices find what a reader finds who says every title aloud', () => {
  fc.assert(
    fc.property(rows, keys, choices, (list, typed, chosen) => {
      const { hits, total } = found(list, typed, chosen);
      const right = list.filter((row) => isFoundIn(row, typed) && meets(row, chosen)).map(({ id }) => id);
      expect(hits.map(({ announcement }) => announcement.id).sort()).toEqual(right.toSorted());
      expect(total).toBe(right.length);
    }),
    { numRuns: 1000, seed: 20261122 },
  );
});

test('a key is alive exactly where one more tap of it finds something', () => {
  fc.assert(
    fc.property(rows, keys, choices, (list, typed, chosen) => {
      const trail = trailOf(shelvesOf(list), typed);
      const living = KEYS.split('').filter((key) => find(tap(trail, key), chosen, everything).total > 0);
      expect([...find(trail, chosen, everything).nextKeys]).toEqual(living);
    }),
    { numRuns: 300, seed: 20261122 },
  );
});

test('the number behind a choice is what making it instead would give', () => {
  fc.assert(
    fc.property(rows, keys, choices, (list, typed, chosen) => {
      const { counts } = found(list, typed, chosen);
      for (const group of ['category', 'region', 'month'] as const) {
        for (const [value, count] of counts[group])
          expect(found(list, typed, { ...chosen, [group]: value }).total).toBe(count);
        const all = found(list, typed, { ...chosen, [group]: undefined });
        const valued = all.hits.filter(
          ({ announcement }) => group === 'month' || announcement[group] !== undefined,
        );
        expect([...counts[group].values()].reduce((sum, count) => sum + count, 0)).toBe(valued.length);
      }
      expect(counts.open).toBe(found(list, typed, { ...chosen, isOpen: true }).total);
      expect([...counts.month.keys()]).toEqual([...counts.month.keys()].toSorted().toReversed());
    }),
    { numRuns: 300, seed: 20261122 },
  );
});

test('a title is marked exactly where it is said itself', () => {
  fc.assert(
    fc.property(rows, keys, (list, typed) => {
      for (const { announcement, mark } of found(list, typed).hits)
        expect(mark !== undefined).toBe(typed !== '' && isSaid(announcement.title, typed));
    }),
    { numRuns: 1000, seed: 20261122 },
  );
});
