import { expect, test } from 'vitest';
import { healthOf, isWell, type Expected, type Health } from '../../../src/core/health/health.ts';
import type { Heard } from '../../../src/core/health/log.ts';
import { rowOf } from '../../../src/core/health/words.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-22T10:00:00+08:00');
const SEQ = 20261122090000;

const screen: Expected = {
  folder: 'display',
  id: 'lobby-a',
  name: '一楼大厅',
  seq: SEQ,
  publishedAt: NOW - 60 * MINUTE,
};

interface Box {
  readonly address: string;
  readonly browser?: string;
  /** Minutes ago at which its page was loaded, and at which it was heard first and last. */
  readonly loaded: number;
  readonly first?: number;
  readonly last: number;
  readonly seq?: number;
}

/** What a box tells, every minute. */
function beatsOf({ address, browser, loaded, first = loaded, last, seq = SEQ }: Box): readonly Heard[] {
  return Array.from({ length: first - last + 1 }, (_, index) => ({
    beat: {
      screen: 'lobby-a',
      seq,
      minutes: loaded - first + index,
      errors: 0,
      skewSeconds: 0,
      hasFont: true,
      nodes: 140,
    },
    folder: 'display' as const,
    at: NOW - (first - index) * MINUTE,
    from: address,
    browser,
  }));
}

const health = (...boxes: readonly Box[]): Health => healthOf([screen], boxes.flatMap(beatsOf), NOW)[0]!;
const advice = (...boxes: readonly Box[]): string => rowOf(health(...boxes), NOW).cells.at(-1)!;

const DAY = 1440;
const WINDOWS = 'Mozilla/ (Windows NT ; Win; x) AppleWebKit/ (KHTML, like Gecko) Chrome/ Safari/ Edg/';
const hall: Box = { address: '10.0.0.8', browser: 'Mozilla/ (X; Linux x_)', loaded: DAY, last: 0 };
const desk: Box = { address: '10.0.0.99', browser: WINDOWS, loaded: 55, last: 0 };

test('a desk at which the page has been open for an hour does not stand in for a screen that is dark', () => {
  const dark = { ...hall, last: 60 };
  expect(health(dark, desk)).toMatchObject({ state: 'offline', at: NOW - 60 * MINUTE });
  expect(isWell(health(dark, desk))).toBe(false);
  expect(advice(dark, desk)).toMatchInlineSnapshot(
    `"自 11月22日（星期日）09:00 起没有消息；去看屏幕：是否有电、有网、网页打开着；现在来取数据的是另一台设备（Windows），55 分钟前才出现，不能代替这块屏；确实换了机器的，它开满一天以后就以它为准"`,
  );
});

test('a desk beside a screen that is well changes nothing, and is told', () => {
  expect(isWell(health(hall, desk))).toBe(true);
  expect(advice(hall, desk)).toMatchInlineSnapshot(
    `"另有一台设备（Windows）打开着它的网页，不算在内；看完请关掉"`,
  );
  expect(advice(hall, { ...desk, last: 20 })).toBe('');
});

test('behind one address a desk is told from the screen by its browser, and by its running time', () => {
  const dark = { ...hall, last: 60 };
  const shared = { ...desk, address: dark.address };
  expect(health(dark, shared).state).toBe('offline');
  const alike = { ...shared, browser: hall.browser!, loaded: 200 };
  expect(health(dark, alike).state).toBe('offline');
});

test('two boxes that show one screen are judged each, and the one that is behind is named', () => {
  const second = { ...hall, address: '10.0.0.9', loaded: 900, seq: 20261121090000 };
  const both = health(hall, second);
  expect(both).toMatchObject({ state: 'online', problems: [], others: [{ problems: ['revision'] }] });
  expect(isWell(both)).toBe(false);
  expect(rowOf(both, NOW).cells[0]).toBe('有问题');
  expect(advice(hall, second)).toMatchInlineSnapshot(
    `"有 2 台设备长期用这个编号：是两块屏就各写一个文件，各用各的编号；第 2 台（Linux）：显示的不是最新的版本：刷新屏幕，并看取数据的程序（mirror）是否正常"`,
  );
  const dark = { ...second, seq: SEQ, last: 90 };
  expect(isWell(health(hall, dark))).toBe(false);
  expect(advice(hall, dark)).toContain('第 2 台（Linux）：去看屏幕');
});

test('a screen that was given another address while its page ran, or whose page was loaded anew, is one device', () => {
  const before = { ...hall, last: 60 };
  const moved = { ...hall, address: '10.0.0.31', first: 58 };
  expect(health(before, moved)).toMatchObject({ state: 'online', others: [] });
  const again = { ...hall, loaded: 50 };
  expect(health(before, again)).toMatchObject({ state: 'online', restarts: 1, others: [] });
});

test('a new box takes the place of the old one when it has shown the screen longer', () => {
  const old = { ...hall, loaded: 2 * DAY };
  const fresh = { ...hall, address: '10.0.0.31' };
  expect(health({ ...old, last: 600 }, { ...fresh, loaded: 590 }).state).toBe('offline');
  expect(health({ ...old, last: 1480 }, { ...fresh, loaded: 1470 }).state).toBe('online');
});

test('what is told of a device names no address and no browser', () => {
  const told = JSON.stringify(health(hall, desk, { ...hall, address: '10.0.0.9', loaded: 900 }));
  expect(told).not.toMatch(/10\.0\.0|Mozilla|Edg/u);
  expect(told).toContain('Windows');
});

test('a second device of the hall that has been dark for more than a day is not forgotten', () => {
  const second = { ...hall, address: '10.0.0.9', loaded: 2820, last: 1500 };
  const both = health({ ...hall, loaded: 2820 }, second);
  expect(both.others).toMatchObject([{ state: 'offline', isOfHall: true }]);
  expect(isWell(both)).toBe(false);
});
