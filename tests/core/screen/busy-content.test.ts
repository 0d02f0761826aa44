import { expect, test } from 'vitest';
import { partsAt } from '../../../src/core/screen/browser/parts.ts';
import { feedOf, itemsFor, layoutFor } from '../../../src/core/screen.ts';
import { base, checkTree, type Tree } from '../fixtures.ts';
import { quarters } from './busy-day.ts';

const FILE = 'announcements/construction/2026/tender.md';
const ROOMS = ['206', '301', '302', '303', '305'];

const at = (time: string, day = '2026-03-25'): string => `${day}T${time}:00+08:00`;

const two = (number: number): string => String(number).padStart(2, '0');

/** The hour of the `index`th opening of a day that begins at eight: five rooms, a new one in each every half hour. */
const hourOf = (index: number): string =>
  `${two(8 + Math.floor(index / 10))}:${index % 10 < 5 ? '00' : '30'}`;

/** As a clerk writes it: a tender that is opened when it closes, in a room of the centre. */
const tender = (index: number, time = hourOf(index)): string =>
  String(base[FILE])
    .replace(/^标题: .*$/mu, `标题: 荷城街道示例${index}号路雨污分流改造工程施工招标公告`)
    .replace(/^项目编号: .*$/mu, `项目编号: GM-JS-2026-${String(100 + index)}`)
    .replace(
      /^投标截止: .*$/mu,
      `投标截止: 2026-03-25 ${time}\n开标时间: 2026-03-25 ${time}\n开标地点: 示例交易中心 ${ROOMS[index % 5]!} 开标室`,
    );

const morning = (count: number): Tree =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [FILE.replace('tender', `tender-${index}`), tender(index)]),
  );

const SITE = `${String(base['site.yaml'])}场所:\n  - 标识: kb303\n    名称: 303 开标室\n`;
const HALL =
  '名称: 一楼大厅\n尺寸: 55英寸\n像素: 1920×1080\n观看距离: 3米\n栏目:\n  - 内容: 今日开标\n  - 内容: 可参与\n';

const checked = (more: Tree) =>
  checkTree({ ...base, 'site.yaml': SITE, 'displays/hall.yaml': HALL, ...more });

function feedAt(content: ReturnType<typeof checked>, moment: string) {
  const screen = content.corpus.screens.find(({ id }) => id === 'hall')!;
  const { layout } = layoutFor(screen, '示例中心', 'https://www.example.gov.cn/');
  return feedOf(screen, layout, content.collection, moment);
}

test.each([24, 60])(
  'of %i openings that clerks wrote, a feed made at dawn has what begins next first all day',
  (count) => {
    const content = checked(morning(count));
    expect(content.findings).toEqual([]);
    const feed = feedAt(content, at('06:00'));
    expect(feed.parts[0]!.items).toHaveLength(count);
    for (const time of quarters) {
      const next = Array.from({ length: count }, (_, index) => hourOf(index)).find((hour) => hour > time);
      const [part] = partsAt(feed, at(time));
      if (next !== undefined) expect(part!.items[0]!.at, time).toBe(at(next));
    }
  },
);

test('an opening carries its short name, the label of its room and the id by which doors know it', () => {
  const [item] = feedAt(checked(morning(4)), at('06:00')).parts[0]!.items.slice(3);
  expect(item).toMatchObject({
    short: '荷城街道示例3号路雨污分流改造工程施工',
    room: '303',
    roomId: 'kb303',
  });
});

test('what a clerk wrote as the short name is what the hall reads', () => {
  const named = tender(0).replace(/^项目编号/mu, '简称: 示例路改造\n项目编号');
  const [item] = feedAt(checked({ [FILE]: named }), at('06:00')).parts[0]!.items;
  expect(item).toMatchObject({ short: '示例路改造' });
});

test('two projects that clerks called by one name are told apart by their titles', () => {
  const called = (index: number): string =>
    tender(index).replace(/^项目编号/mu, '简称: 示例村道路\n项目编号');
  const content = checked({ [FILE]: called(0), [FILE.replace('tender', 'tender-1')]: called(1) });
  const names = feedAt(content, at('06:00')).parts[0]!.items.map(({ short }) => short);
  expect(new Set(names).size).toBe(2);
});

const correction = (number: number, changes: string): Tree => ({
  [FILE.replace('tender', `correction-${number}`)]: `---
标题: 示例更正公告（第 ${number} 次）
类别: 建设工程
类型: 更正公告
关联公告: tender
项目编号: GM-JS-2026-100
发布时间: 2026-03-0${number + 3} 09:00
招标人: 高明区示例街道建设办公室
更正原因: 时间有变化
更正内容:
${changes}
---

其他内容不变。
`,
});

const change = (field: string, from: string, to: string): string =>
  `  - 字段: ${field}\n    原: ${from}\n    新: ${to}`;

test('an opening that was moved stands at its old hour as 改期 and at its new hour as itself', () => {
  const content = checked({
    [FILE]: tender(0, '10:00'),
    ...correction(
      1,
      [
        change('投标截止', '2026-03-25 10:00', '2026-03-27 15:00'),
        change('开标时间', '2026-03-25 10:00', '2026-03-27 15:00'),
        change('开标地点', '示例交易中心 206 开标室', '示例交易中心 303 开标室'),
      ].join('\n'),
    ),
  });
  expect(content.findings).toEqual([]);
  const screen = content.corpus.screens.find(({ id }) => id === 'hall')!;
  const items = itemsFor(screen.parts[0]!, content.collection, at('06:00'));
  expect(items).toMatchObject([
    { at: at('10:00'), room: '206', mark: '改期', moved: { at: at('15:00', '2026-03-27'), room: '303' } },
    { at: at('15:00', '2026-03-27'), room: '303' },
  ]);
  const feed = feedAt(content, at('06:00'));
  expect(partsAt(feed, at('09:00'))[0]!.openings).toMatchObject([{ state: 'moved' }]);
  // Until the old day has come, the new hour is enough.
  expect(partsAt(feed, at('09:00', '2026-03-24'))[0]!.items).toMatchObject([{ room: '303' }]);
  expect(partsAt(feed, at('09:00', '2026-03-27'))[0]!.openings).toMatchObject([{ state: 'waiting' }]);
});

test('an opening that was moved there and back is held where it was, and the other door sends back', () => {
  const content = checked({
    [FILE]: tender(0, '10:00'),
    ...correction(1, change('开标地点', '示例交易中心 206 开标室', '示例交易中心 303 开标室')),
    ...correction(2, change('开标地点', '示例交易中心 303 开标室', '示例交易中心 206 开标室')),
  });
  const [part] = partsAt(feedAt(content, at('06:00')), at('09:00'));
  expect(part!.openings!.map(({ item, state }) => `${item.room!} ${state}`).sort()).toEqual([
    '206 waiting',
    '303 elsewhere',
  ]);
});

test('a correction that only words the same room otherwise moves nobody', () => {
  const content = checked({
    [FILE]: tender(3, '10:00').replace('GM-JS-2026-103', 'GM-JS-2026-100'),
    ...correction(1, change('开标地点', '示例交易中心 303 开标室', '示例交易中心三楼 303 开标室（东侧）')),
  });
  expect(content.findings).toEqual([]);
  const [part] = partsAt(feedAt(content, at('06:00')), at('09:00'));
  expect(part!.openings!.map(({ item, state }) => `${item.room!} ${state}`)).toEqual(['303 waiting']);
});
