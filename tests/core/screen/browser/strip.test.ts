import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Feed, Item } from '../../../../src/core/screen/browser/feed.ts';
import { cutLine, widthOf } from '../../../../src/core/screen/browser/lines.ts';
import { cycleOf } from '../../../../src/core/screen/browser/pages.ts';
import {
  cutsAt,
  fittingWords,
  reachOf,
  stripOf,
  type Cutting,
} from '../../../../src/core/screen/browser/strip.ts';
import { at, busyMorning, feedWith, opening, quarters } from '../busy-day.ts';

const now = at('08:00');
const stripWide = (characters: number, dots = 16): Cutting['strip'] =>
  stripOf({ inches: 191, width: characters * dots, height: dots, distanceM: 6 });
const cutting: Cutting = { strip: stripWide(64), factor: 1, generated: now };

const said = (feed: Feed, time: string | undefined = now, more: Partial<Cutting> = {}): readonly string[] =>
  cutsAt(feed, time, { ...cutting, ...more }).map(({ text }) => text);

const partOf = (kind: Feed['parts'][number]['kind'], ...items: readonly Item[]): Feed =>
  feedWith([], { parts: [{ kind, items, leftOut: 0 }] });

const letter = fc.constantFrom('路', '公', '，', '（', '）', 'A', '3', ' ', '㎡', '”');

test('whatever is cut, no piece is wider than the strip, and no character is lost', () => {
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 200 }), fc.integer({ min: 8, max: 64 }), (letters, width) => {
      const text = letters.join('');
      const pieces = cutLine(text, width);
      for (const piece of pieces) expect(widthOf(piece)).toBeLessThanOrEqual(width);
      expect(pieces.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

test('a day, a time and a number are not torn apart', () => {
  expect(cutLine('近期开标 11月24日 10:00 示例交易中心 302 开标室', 12)).toEqual([
    '近期开标 11月24日',
    '10:00 示例交易中心',
    '302 开标室',
  ]);
});

describe.each([24, 60])('on a morning of %d openings', (count) => {
  const feed = feedWith([], {
    parts: [{ kind: 'openings', items: busyMorning(count), most: 4, leftOut: 0 }],
  });

  test('a strip of four shows the next four, whatever is over', () => {
    for (const quarter of quarters) {
      const time = at(quarter);
      const coming = feed.parts[0]!.items.filter((item) => item.at > time);
      const shown = new Set(cutsAt(feed, time, cutting).flatMap(({ items }) => items));
      const next = coming
        .map((item) => item.at)
        .sort()
        .slice(0, 4);
      const held = [...shown].map((item) => item.at);
      expect(held.filter((moment) => moment > time)).toEqual(next);
      // What has begun follows while there is room, until an hour later.
      for (const moment of held) expect(Date.parse(time) - Date.parse(moment)).toBeLessThan(3_600_000);
      if (coming.length >= 4) expect(held).toEqual(next);
    }
  });
});

describe('an opening of today', () => {
  test('is told with its hour, its room and how it stands', () => {
    const feed = feedWith([opening('10:30', '303')]);
    expect(said(feed)).toEqual(['示例路10:30改造 10:30 303 候标']);
    expect(said(feed, at('10:40'))).toEqual(['示例路10:30改造 10:30 303 开标中']);
    expect(said(feed, at('12:40'))).toEqual([]);
  });

  test('that was moved to another house names it whole, or says where to read of it', () => {
    const place = '示例大酒店三楼会议室（示例区示例街道示例路 100 号）';
    const feed = feedWith([opening('10:45', '303', { moved: { at: at('10:45'), place } })]);
    const toldOn = (characters: number) => said(feed, now, { strip: stripWide(characters) });
    expect(toldOn(64)).toEqual([`示例路10:45改造 改地点 10:45 303 → ${place}`]);
    expect(toldOn(24).join()).toContain('→ 示例大酒店三楼会议室');
    expect(toldOn(14).join()).toContain('→ 地点见公告');
    expect(toldOn(10).join()).toContain('→ 见公告');
  });

  test('that was moved to an hour that is past is told as begun', () => {
    const feed = feedWith([opening('10:45', '303', { moved: { at: at('09:00'), room: '305' } })]);
    expect(said(feed, at('10:23'))).toEqual(['示例路10:45改造 改期 10:45 → 09:00 305 已开始']);
  });

  test('that was moved is told with its old hour and its new one', () => {
    const moved = { at: '2026-12-08T09:30:00+08:00', room: '305' };
    expect(said(feedWith([opening('10:45', '303', { mark: '改期', moved })]))).toEqual([
      '示例路10:45改造 改期 10:45 → 12月8日 09:30 305',
    ]);
    expect(said(feedWith([opening('10:45', '303', { moved: { at: at('14:30'), room: '305' } })]))).toEqual([
      '示例路10:45改造 改期 10:45 → 14:30 305',
    ]);
    expect(said(feedWith([opening('10:45', '303', { moved: { at: at('10:45'), room: '305' } })]))).toEqual([
      '示例路10:45改造 改地点 10:45 303 → 305',
    ]);
  });

  test('that is not held says so', () => {
    expect(said(feedWith([opening('10:30', '303', { stopped: 'suspended' })]))).toEqual([
      '示例路10:30改造 10:30 303 暂停',
    ]);
    expect(said(feedWith([opening('10:30', '303', { stopped: 'terminated' })]))).toEqual([
      '示例路10:30改造 10:30 303 终止',
    ]);
  });

  test('is told with its day where no clock can be trusted, and with no state where the data is old', () => {
    const feed = feedWith([opening('10:30', '303')]);
    expect(cutsAt(feed, undefined, cutting).map(({ text }) => text)).toEqual([
      '示例路10:30改造 开标 11月23日 10:30 303',
    ]);
    expect(said(feed, now, { isOld: true })).toEqual(['旧 示例路10:30改造 10:30 303']);
  });
});

test('an opening of another day is told with its day', () => {
  const later = {
    ...opening('10:30', '303'),
    at: '2026-11-25T10:30:00+08:00',
    until: '2026-11-26T00:00:00+08:00',
  };
  expect(said(feedWith([later]))).toEqual(['示例路10:30改造 开标 11月25日 10:30 303']);
});

const call = opening('17:00', '303', { type: '招标公告' });

test('a call says when it closes, a new announcement its type and day, a result who won', () => {
  expect(said(partOf('closing', { ...call, mark: '已更正' }))).toEqual([
    '示例路17:00改造 截止 11月23日 17:00 已更正',
  ]);
  expect(said(partOf('newest', call))).toEqual(['示例路17:00改造 招标公告 11月23日 发布']);
  const detail = '示例建设有限公司 · 1234.56 万元';
  expect(said(partOf('results', { ...call, type: '中标结果公告', detail }))).toEqual([
    '示例路17:00改造 中标结果公告 示例建设有限公司 1234.56 万元',
  ]);
});

test('of each change the strip says whose it is: no cut begins with a deadline', () => {
  const correction: Item = {
    ...call,
    short: '示例路雨污分流',
    shorter: ['示例路雨污', '示例路'],
    detail: '',
    changes: [
      { label: '投标截止', was: '12月7日 09:30', now: '12月10日 09:30' },
      { label: '开标时间', was: '12月7日 09:30', now: '12月10日 09:30' },
      { label: '开标地点', was: '301 开标室', now: '305 开标室' },
      { label: '资格要求', was: '', now: '有改动，详见公告' },
    ],
  };
  expect(said(partOf('corrections', correction), now, { strip: stripWide(32) })).toEqual([
    '示例路 更正 投标截止 12月7日 09:30 → 12月10日 09:30',
    '续 示例路 开标时间 12月7日 09:30 → 12月10日 09:30',
    '续 示例路 开标地点 301 开标室 → 305 开标室',
    '续 示例路 资格要求 有改动，详见公告',
  ]);
  const stopped = { ...call, mark: '已终止', detail: '示例原因' };
  expect(said(partOf('corrections', stopped))).toEqual(['示例路17:00改造 已终止 示例原因']);
});

test('data of an earlier version, without short names, is told by its titles', () => {
  const { short, room, ...old } = opening('10:30', '303', { detail: '开标一室' });
  expect(said(feedWith([old]))).toEqual(['示例路10:30改造工程施工招标公告 10:30 开标一室 候标']);
  expect([short, room]).toEqual(['示例路10:30改造', '303']);
});

const anyItem = fc.record({
  title: fc.constantFrom(
    '示例路雨污分流改造工程施工招标公告',
    '示例桥招标公告',
    '示例大道翻修工程（重新招标）公告',
  ),
  hour: fc.integer({ min: 8, max: 17 }),
  room: fc.option(fc.constantFrom('303', '开标一室'), { nil: undefined }),
  detail: fc.constantFrom('示例交易中心 301 开标室', '示例市公共资源交易中心分中心二楼开标一室'),
  moved: fc.option(fc.constantFrom({ at: '2027-12-18T09:30:00+08:00', room: '305' }, { at: at('14:30') }), {
    nil: undefined,
  }),
});

test('on strips of every width and data of every age, each cut begins with the project', () => {
  fc.assert(
    fc.property(
      fc.array(anyItem, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('openings', 'closing', 'newest', 'results', 'corrections'),
      fc.integer({ min: 8, max: 64 }),
      fc.constantFrom(16, 24),
      fc.boolean(),
      (items, kind, characters, dots, isOld) => {
        const all = items.map(({ title, hour, room, detail, moved }, index): Item => ({
          ...call,
          id: `sl-${index}`,
          title,
          short: title.slice(0, 7),
          at: at(`${String(hour).padStart(2, '0')}:30`),
          detail,
          ...(room !== undefined && { room }),
          ...(moved && kind === 'openings' && { moved }),
          changes: [{ label: '开标时间', was: '12月7日 09:30', now: '12月10日 09:30' }],
        }));
        const strip = stripWide(characters, dots);
        const cuts = cutsAt(partOf(kind, ...all), now, { ...cutting, strip, isOld });
        for (const {
          pieces,
          items: [item],
          text,
        } of cuts) {
          expect(widthOf(text) * strip.em).toBeLessThanOrEqual(strip.line);
          const subject = pieces[0]!.text.replace(/^[旧续] ?/u, '');
          expect(subject.length).toBeGreaterThanOrEqual(2);
          expect(item!.short!.startsWith(subject)).toBe(true);
          expect(pieces.length).toBeGreaterThan(1);
          expect(pieces[0]!.text.startsWith('旧')).toBe(isOld);
        }
      },
    ),
  );
});

test('a notice comes before everything else, and only while it holds', () => {
  const notice = { id: 'gm-tz-1', text: '今天的开标改到三室', from: at('08:00'), until: at('12:00') };
  const feed = feedWith([opening('15:30', '303')], { notices: [notice] });
  const [first] = cutsAt(feed, now, cutting);
  expect(first).toMatchObject({ kind: 'notice', text: '【提示】今天的开标改到三室' });
  expect(cutsAt(feed, notice.until, cutting)[0]!.kind).toBe('openings');
});

test('a 紧急 is told alone with its hours until its end, and never as old', () => {
  const notice = { id: 'gm-tz-1', text: '立即离开，走楼梯', from: at('10:18'), until: at('11:00') } as const;
  const feed = feedWith([opening('15:30', '303')], {
    notices: [
      { ...notice, id: 'gm-tz-2', text: '电梯检修' },
      { ...notice, level: 'urgent' },
    ],
  });
  expect(said(feed, at('10:20'))).toEqual(['【紧急】立即离开，走楼梯 10:18 起，到 11:00 或者解除为止']);
  const [old, ...more] = said(feed, at('10:20'), { isOld: true });
  expect([old!.slice(0, 12), more]).toEqual(['【紧急】立即离开，走楼梯', []]);
  expect(said(feed, at('11:00'))[0]).toBe('示例路15:30改造 15:30 303 候标');
});

test.each([0, 1, 7, 40])('a round of %d announcements is over in three minutes', (count) => {
  const cuts = cutsAt(feedWith(busyMorning(count)), now, cutting);
  expect(cycleOf(cuts)).toBeLessThanOrEqual(180);
  for (const { dwell } of cuts) expect(dwell).toBeGreaterThanOrEqual(8);
});

test('each cut keeps its key from one round to the next, while its state changes', () => {
  const feed = feedWith(busyMorning(12));
  const keys = (time: string): readonly string[] => cutsAt(feed, at(time), cutting).map(({ key }) => key);
  expect(new Set(keys('08:00')).size).toBe(keys('08:00').length);
  expect(keys('08:01').slice().sort()).toEqual(keys('07:59').slice().sort());
});

test('a strip is read as far as its characters are high', () => {
  expect(reachOf(16, 4.75)).toBeCloseTo(7.1, 1);
  expect(reachOf(24, 2.5)).toBeCloseTo(5.6, 1);
  expect(reachOf(16, 10)).toBeCloseTo(15, 1);
});

test('a strip of 20 characters has room for a clock, a shorter one for sentences alone', () => {
  expect(stripWide(20).line).toBeLessThan(stripWide(20).width);
  expect(stripWide(19).line).toBe(stripWide(19).width);
  expect(stripWide(64).width - stripWide(64).line).toBeGreaterThanOrEqual(16 * widthOf('00:00'));
});

test('dots are whole on strips of 16 and 32 lamps, and others have the font of the device', () => {
  expect([16, 20, 24, 32, 48].filter((dots) => stripWide(64, dots).hasDots)).toEqual([16, 32]);
});

test('the page of the night says what there is room for', () => {
  const words = ['非服务时间', '07:45 恢复显示公告', '服务时间：工作日 08:30–12:00'];
  expect(fittingWords(words, stripWide(64))).toBe(words.join(' '));
  expect(fittingWords(words, stripWide(19))).toBe('非服务时间 07:45 恢复显示公告');
  expect(fittingWords(words, stripWide(8))).toBe('非服务时间');
});
