import { expect, test } from 'vitest';
import { instantAt } from '../../../src/core/announcement/instant.ts';
import type { Heard } from '../../../src/core/health/log.ts';
import { hashOf, type Setting } from '../../../src/core/health/on-glass.ts';
import { proofOf, type Evidence, type Proof } from '../../../src/core/health/proof.ts';
import { doubtsOf, isIncomplete, linesOf, rowsOf } from '../../../src/core/health/proof-words.ts';
import type { Beat } from '../../../src/core/screen/browser/beat.ts';
import { SCHEMA, type Feed, type Item, type Notice } from '../../../src/core/screen/browser/feed.ts';
import { cutRound, stripOf } from '../../../src/core/screen/browser/strip.ts';

const MINUTE = 60_000;
const NINE = Date.parse('2026-11-22T09:00:00+08:00');
const SEQ = 20261122083000;

const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  title: `示例公告 ${id}`,
  type: '招标公告',
  at: '2026-11-22T08:00:00+08:00',
  ...more,
});

const feedOf = (items: readonly Item[], notices: readonly Notice[] = []): Feed => ({
  schema: SCHEMA,
  screen: 'lobby-a',
  parts: [{ kind: 'newest', items, leftOut: 0 }],
  notices,
});

const [OLD, NEW] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'];
const FEEDS: Readonly<Record<string, Feed>> = {
  [`lobby-a.${OLD}`]: feedOf([item('gm-1'), item('gm-2', { until: '2026-11-22T09:30:00+08:00' })]),
  [`lobby-a.${NEW}`]: feedOf([item('gm-1'), item('gm-3')]),
};

const evidence = (feeds = FEEDS, settings: readonly Setting[] = []): Evidence => ({
  feed: (name) => feeds[name] ?? 'missing',
  settings: () => settings,
});

/** A beat so many minutes after nine, of a glass on which these announcements take turns. */
const heard = (minute: number, feed: string, ids: readonly string[], more: Partial<Beat> = {}): Heard => ({
  beat: {
    screen: 'lobby-a',
    seq: SEQ,
    minutes: 1000 + minute,
    errors: 0,
    skewSeconds: 0,
    hasFont: true,
    nodes: 140,
    state: 'current',
    minutesAlone: 1,
    size: { width: 1920, height: 1080 },
    feed,
    round: hashOf(ids),
    ...more,
  },
  folder: 'display',
  at: NINE + minute * MINUTE,
  from: '10.0.0.8',
  browser: 'Mozilla/ (X; Linux x_)',
});

/** A beat every minute from one to another. */
const every = (from: number, to: number, feed: string, ids: readonly string[], more: Partial<Beat> = {}) =>
  Array.from({ length: to - from + 1 }, (_, index) => heard(from + index, feed, ids, more));

const stretches = ({ shown }: Proof): readonly string[] =>
  shown.map(({ announcement, from, to }) =>
    [announcement, instantAt(from).slice(11, 16), instantAt(to).slice(11, 16)].join(' '),
  );

test('each announcement is told from the first beat that proves it to the last, over a change of the data', () => {
  const proof = proofOf(
    [...every(0, 20, OLD, ['gm-1', 'gm-2']), ...every(21, 40, NEW, ['gm-3', 'gm-1'])],
    evidence(),
  );
  expect(stretches(proof)).toEqual(['gm-1 09:00 09:40', 'gm-2 09:00 09:20', 'gm-3 09:21 09:40']);
  expect(proof.shown[0]!.feeds).toEqual([`lobby-a.${OLD}`, `lobby-a.${NEW}`]);
  expect(proof.gaps).toEqual([]);
});

test('an announcement whose time is over leaves the round, and the proof, though the data still have it', () => {
  const proof = proofOf(
    [...every(0, 29, OLD, ['gm-1', 'gm-2']), ...every(31, 45, OLD, ['gm-1'])],
    evidence(),
  );
  expect(stretches(proof)).toEqual(['gm-1 09:00 09:45', 'gm-2 09:00 09:29']);
});

test('a round that was made up some minutes before its beat is known all the same', () => {
  expect(stretches(proofOf([heard(32, OLD, ['gm-1', 'gm-2'])], evidence()))).toEqual([
    'gm-1 09:32 09:32',
    'gm-2 09:32 09:32',
  ]);
});

test.each([
  [5, ['gm-1 09:00 09:15']],
  [6, ['gm-1 09:00 09:05', 'gm-1 09:11 09:16']],
])('of a silence of %d minutes nothing is proved if it is too long', (silence, proved) => {
  const beats = [...every(0, 5, OLD, ['gm-1']), ...every(5 + silence, 10 + silence, OLD, ['gm-1'])];
  const only = { [`lobby-a.${OLD}`]: feedOf([item('gm-1')]) };
  expect(stretches(proofOf(beats, evidence(only)))).toEqual(proved);
});

const urgent: Notice = {
  id: 'fire',
  text: '示例：请从东门离开',
  level: 'urgent',
  from: '2026-11-22T09:02:00+08:00',
  until: '2026-11-22T09:04:00+08:00',
};

test.each([
  ['rests', { state: 'quiet' }, 'quiet'],
  ['says 信息暂停更新', { state: 'suspended' }, 'suspended'],
  ['is of a page of before', { state: undefined }, 'untold'],
  ['tells no round', { round: undefined }, 'untold'],
  ['shows data that are not at hand', { feed: 'cccccccccccc' }, 'missing'],
  ['shows a round that the data do not have', { round: hashOf(['gm-9']) }, 'unlike'],
] as const)('a glass that %s proves nothing meanwhile, and that is said', (_, more, why) => {
  const proof = proofOf(
    [
      ...every(0, 9, OLD, ['gm-1', 'gm-2']),
      ...every(10, 14, OLD, ['gm-1', 'gm-2'], more),
      ...every(15, 20, OLD, ['gm-1', 'gm-2']),
    ],
    evidence(),
  );
  expect(stretches(proof).filter((line) => line.startsWith('gm-1'))).toEqual([
    'gm-1 09:00 09:09',
    'gm-1 09:15 09:20',
  ]);
  expect(proof.gaps).toMatchObject([{ why, from: NINE + 10 * MINUTE, to: NINE + 14 * MINUTE }]);
});

test('while a 紧急 has the glass no announcement is proved', () => {
  const feeds = { [`lobby-a.${OLD}`]: feedOf([item('gm-1')], [urgent]) };
  const proof = proofOf(every(0, 9, OLD, ['gm-1']), evidence(feeds));
  expect(stretches(proof)).toEqual(['gm-1 09:00 09:01', 'gm-1 09:05 09:09']);
  expect(proof.gaps).toMatchObject([{ why: 'urgent' }]);
});

test('in the log of a box itself, whose clock is 23 hours ahead, every moment is put right', () => {
  const only = { [`lobby-a.${OLD}`]: feedOf([item('gm-1')]) };
  const beats = every(23 * 60, 23 * 60 + 9, OLD, ['gm-1'], { skewSeconds: -82_800 });
  const own = beats.map((one) => ({ ...one, from: '127.0.0.1' }));
  expect(stretches(proofOf(own, evidence(only)))).toEqual(['gm-1 09:00 09:09']);
  const lost = every(0, 9, OLD, ['gm-1'], { skewSeconds: undefined }).map((one) => ({ ...one, from: '::1' }));
  expect(proofOf(lost, evidence(only))).toMatchObject({ shown: [], gaps: [{ why: 'clock' }] });
});

test('data that were changed since prove nothing', () => {
  const proof = proofOf(every(0, 5, OLD, ['gm-1', 'gm-2']), { ...evidence(), feed: () => 'altered' });
  expect(proof.shown).toEqual([]);
  expect(isIncomplete(proof)).toBe(true);
});

test('of a round that has no room for all it is reckoned from the settings of the screen what it held', () => {
  const strip: Setting = { strip: stripOf({ inches: 95, width: 512, height: 16, distanceM: 6 }), factor: 1 };
  const items = Array.from({ length: 40 }, (_, index) =>
    item(`gm-${index}`, { title: `示例公告，一个需要读很久的长标题，第 ${index} 份` }),
  );
  const feed = feedOf(items);
  const cutting = { strip: strip.strip!, factor: 1, generated: '2026-11-22T08:30:00+08:00' };
  const held = cutRound(feed, '2026-11-22T09:00:00+08:00', cutting)
    .flat()
    .flatMap((cut) => cut.items.map(({ id }) => id));
  expect(new Set(held).size).toBeLessThan(40);
  const feeds = { [`lobby-a.${OLD}`]: feed };
  const beats = every(0, 3, OLD, held);
  expect(proofOf(beats, evidence(feeds)).gaps).toMatchObject([{ why: 'unlike' }]);
  const { shown } = proofOf(beats, evidence(feeds, [strip]));
  expect(new Set(shown.map(({ announcement }) => announcement))).toEqual(new Set(held));
});

test('two devices are told apart, and one that was heard for an hour is not taken for one of the hall', () => {
  const only = { [`lobby-a.${OLD}`]: feedOf([item('gm-1')]) };
  const desk = every(10, 60, OLD, ['gm-1'], { minutes: 0 }).map((one, index) => ({
    ...one,
    beat: { ...one.beat, minutes: index, size: { width: 1366, height: 768 } },
    from: '10.0.0.99',
    browser: 'Mozilla/ (Windows NT )',
  }));
  const proof = proofOf([...every(0, 800, OLD, ['gm-1']), ...desk], evidence(only));
  const names = new Map([['lobby-a', '一楼大厅（示例）']]);
  expect(linesOf(proof, names)).toMatchInlineSnapshot(`
    [
      "gm-1 示例公告 gm-1",
      "  lobby-a 一楼大厅（示例），设备 1（Linux，1920×1080）",
      "    2026年11月22日（星期日）09:00 至 2026年11月22日（星期日）22:20，800 分钟，屏上状态：最新",
      "  lobby-a 一楼大厅（示例），设备 2（Windows，1366×768）（在日志里不到十二小时，请核对是不是大厅里的屏）",
      "    2026年11月22日（星期日）09:10 至 2026年11月22日（星期日）10:00，50 分钟，屏上状态：最新",
    ]
  `);
});

test('the table says no more than is proved, and what is missing is named by its file', () => {
  const names = new Map([['lobby-a', '一楼大厅（示例）']]);
  const beats = [...every(0, 20, OLD, ['gm-1', 'gm-2']), ...every(21, 40, 'cccccccccccc', ['gm-1'])].map(
    (one) => ({ ...one, box: 'hall-1', from: 'box hall-1', browser: undefined }),
  );
  const proof = proofOf(beats, evidence());
  expect(rowsOf(proof, names)[0]).toMatchInlineSnapshot(`
    [
      "gm-1",
      "示例公告 gm-1",
      "lobby-a",
      "一楼大厅（示例）",
      "hall-1",
      "设备 1（1920×1080）",
      "2026年11月22日（星期日）09:00",
      "2026年11月22日（星期日）09:20",
      "20",
      "最新",
      "display/data/lobby-a.aaaaaaaaaaaa.json",
      "在这段时间内，这块屏轮流显示的内容包括本公告",
      "",
    ]
  `);
  expect(doubtsOf(proof, names)).toMatchInlineSnapshot(`
    [
      "lobby-a 一楼大厅（示例），机器 hall-1，设备 1（1920×1080）：2026年11月22日（星期日）09:21 至 2026年11月22日（星期日）09:40，缺 display/data/lobby-a.cccccccccccc.json：请用 --site 指出留有它的网站、镜像或文件夹",
    ]
  `);
});
