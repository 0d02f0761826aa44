import { expect, test } from 'vitest';
import type { Item } from '../../../../src/core/screen/browser/feed.ts';
import { facesAt } from '../../../../src/core/screen/browser/sign.ts';
import { isEmpty, NEVER, signWords, type When } from '../../../../src/core/screen/browser/sign-words.ts';
import { at, busyMorning, feedWith, opening, quarters } from '../busy-day.ts';

const ROOMS = ['301', '302', '303', '305', '206'];
const LATER = '2026-12-01T15:00:00+08:00';

const nextWeek = opening('15:00', '303', { id: 'sl-later', at: LATER, until: '2026-12-02T00:00:00+08:00' });

const facesOf = (items: readonly Item[], time: string | undefined) => {
  const now = time === undefined ? undefined : at(time);
  return facesAt(feedWith(items), now).map((face) => signWords(face, now));
};

/** A face in a line: the state with its hour, and what is below. */
const linesOf = (items: readonly Item[], time: string | undefined): readonly string[] =>
  facesOf(items, time).map(({ state, main, label, below }) =>
    [state, main.hour || main.since, label && `| ${label} ${below.hour}`].filter(Boolean).join(' '),
  );

const said = (when: When): string =>
  when
    .filter((one) => !isEmpty(one))
    .map(({ figure, unit }) => figure + unit)
    .join(' ');

const moved = { at: '2026-12-08T09:30:00+08:00', room: '305' };

test.each([24, 60])(
  'on a morning of %i openings each door shows what is going on behind it, else what begins there next',
  (count) => {
    for (const room of ROOMS) {
      const items = busyMorning(count).filter((item) => item.room === room);
      for (const time of quarters) {
        const begun = items.filter((item) => item.at <= at(time)).map((item) => item.at);
        const last = begun.reduce((a, b) => (a > b ? a : b), '');
        const isRunning = last !== '' && Date.parse(at(time)) < Date.parse(last) + 60 * 60_000;
        const next = items.map((item) => item.at).filter((moment) => moment > at(time));
        for (const { main, below } of facesAt(feedWith(items), at(time))) {
          if (isRunning) {
            expect(main, `${room} ${time}`).toMatchObject({ state: 'running', item: { at: last } });
            if (next.length > 0) expect(below?.item.at, `${room} ${time}`).toBe(next[0]);
          } else if (next.length > 0)
            expect(main, `${room} ${time}`).toMatchObject({ state: 'waiting', item: { at: next[0] } });
          else expect(main?.state ?? 'begun', `${room} ${time}`).toBe('begun');
        }
      }
    }
  },
);

test('the day of a room: waiting, going on, begun and not said to be over, nothing more', () => {
  const items = [opening('10:00', '303'), opening('14:30', '303'), nextWeek];
  expect(linesOf(items, '09:00')).toEqual(['候标 10:00 | 再下一场 14:30']);
  expect(linesOf(items, '10:00')).toEqual(['开标中 10:00 | 下一场 14:30']);
  expect(linesOf(items, '11:15')).toEqual(['候标 14:30 | 已开始 10:00']);
  expect(linesOf(items, '14:45')).toEqual(['开标中 14:30 | 下一场 15:00']);
  expect(linesOf(items, '16:00')).toEqual(['已开始 14:30 | 下一场 15:00']);
  expect(linesOf(items, '17:30')).toEqual(['今天没有其他安排 | 下一场 ']);
});

test('a room without an opening today says so, and when it has the next', () => {
  const [words] = facesOf([nextWeek], '09:00');
  expect(words).toMatchObject({ state: '今天没有安排', label: '下一场', empty: '' });
  expect(said(words!.main.when)).toBe('12月 1日 15:00');
  expect(facesOf([], '09:00')).toMatchObject([
    { state: '今天没有安排', label: '', empty: '近期没有开标安排' },
  ]);
});

test('at midnight the day ahead becomes today', () => {
  expect(linesOf([nextWeek], '23:59')).toEqual(['今天没有安排 | 下一场 ']);
  const now = '2026-12-01T00:00:00+08:00';
  expect(signWords(facesAt(feedWith([nextWeek]), now)[0]!, now)).toMatchObject({
    state: '候标',
    main: { hour: '15:00', when: NEVER },
  });
});

test('a moved opening keeps the place of its hour on the old door, with its new day, hour and room', () => {
  const items = [opening('10:45', '301', { moved }), opening('11:30', '301')];
  const [words] = facesOf(items, '10:40');
  expect(words).toMatchObject({ tone: 'changed', state: '改期', label: '下一场', below: { hour: '11:30' } });
  expect(words!.main).toMatchObject({ hour: '10:45', isStruck: true });
  expect(said(words!.main.when)).toBe('12月 8日 09:30 305室');
  // From its hour on what begins next comes before it, and it is told as long as it would have lasted.
  expect(linesOf(items, '10:45')).toEqual(['候标 11:30 | 改期 10:45']);
  expect(linesOf(items, '11:30')).toEqual(['开标中 11:30 | 改期 10:45']);
  expect(linesOf(items, '11:45')).toEqual(['开标中 11:30']);
});

test('a moved opening stands on its new door like any other', () => {
  const here = opening('10:45', '305');
  expect(linesOf([here], '10:40')).toEqual(['候标 10:45']);
});

test('where only the room is another, the hour holds', () => {
  const items = [opening('10:45', '301', { moved: { at: at('10:45'), room: '开标一室' } })];
  expect(facesOf(items, '10:40')).toMatchObject([
    { state: '改地点', main: { hour: '10:45', isStruck: false, when: NEVER, where: '开标一室' } },
  ]);
});

test('what was moved within the day says 今天, what was moved within the room names none', () => {
  const items = [opening('10:45', '301', { moved: { at: at('15:00'), room: '301' } })];
  expect(said(facesOf(items, '10:40')[0]!.main.when)).toBe('今天 15:00');
});

test('an opening moved to another house names it', () => {
  const place = '示例市公共资源交易中心';
  expect(facesOf([opening('10:45', '301', { moved: { at: moved.at, place } })], '10:40')[0]!.main.where).toBe(
    place,
  );
});

test('an opening moved to a room of another house names the house, never that room alone', () => {
  const whereOf = (place: string) =>
    facesOf([opening('10:45', '301', { moved: { at: at('10:45'), place } })], '10:40')[0]!.main.where;
  expect(whereOf('示例大酒店三楼会议室（示例区示例街道示例路 100 号）')).toBe('示例大酒店三楼会议室');
  expect(whereOf('示例市示例区示例街道示例路 100 号示例大酒店主楼三楼会议室')).toBe('不在原处，地点见公告');
});

test('moved to an hour that is past, the old hour says that it has begun', () => {
  const items = [opening('10:45', '301', { moved: { at: at('09:00'), room: '305' } })];
  expect(facesOf(items, '08:59')[0]!.main.meaning).toBe('');
  expect(facesOf(items, '09:30')[0]!.main.meaning).toBe('开标中');
  expect(facesOf(items, '10:23')[0]!.main.meaning).toBe('已开始');
});

test('suspended and terminated say what that means for whoever came', () => {
  const of = (stopped: Item['stopped']) =>
    facesOf([opening('10:45', '301', { stopped: stopped! })], '10:50')[0];
  expect(of('suspended')).toMatchObject({
    tone: 'changed',
    state: '暂停',
    main: { isStruck: true, meaning: '暂停开标，请等后续公告' },
  });
  expect(of('terminated')).toMatchObject({
    tone: 'ended',
    state: '终止',
    main: { meaning: '已终止，不再开标' },
  });
});

test('several openings at one hour take turns', () => {
  const items = [opening('10:00', '301'), { ...opening('10:00', '301'), id: 'sl-other' }];
  expect(facesAt(feedWith(items), at('10:10')).map(({ main }) => main!.item.id)).toEqual(
    expect.arrayContaining(['sl-1000-301', 'sl-other']),
  );
});

test('while one goes on, what was changed and what comes next take turns below it', () => {
  const items = [opening('10:00', '301'), opening('10:45', '301', { moved }), opening('11:30', '301')];
  expect(linesOf(items, '10:40')).toEqual(['开标中 10:00 | 下一场 11:30', '开标中 10:00 | 改期 10:45']);
});

test('without a clock to be trusted each opening is told with its day, and none is next or over', () => {
  const items = [opening('10:00', '301'), nextWeek, opening('10:45', '301', { moved })];
  expect(
    facesOf(items, undefined).map(({ state, main, label }) => [state, said(main.when), main.hour, label]),
  ).toEqual([
    ['开标', '11月 23日', '10:00', ''],
    ['开标', '12月 1日', '15:00', ''],
  ]);
});
