import { expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import { rowOf, type Row } from '../../src/core/listing.ts';
import { feedOf, layoutFor, rowsOn } from '../../src/core/screen.ts';
import { base, onDisk, type Tree } from './fixtures.ts';

const file = 'announcements/construction/2026/tender.md';
const now = '2026-03-10T09:00:00+08:00';
const marks = {
  terminated: '已终止',
  failed: '已流标',
  suspended: '已中止',
  result: '已有结果',
  corrected: '已更正',
};

/** The base's tender so many times, each a project of its own. */
const tenders = (count: number, title = '示例片区农村公路日常养护与排水设施改造工程施工招标公告'): Tree =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      file.replace('tender', `tender-${String(index).padStart(3, '0')}`),
      String(base[file])
        .replace(/^标题: .*$/mu, `标题: ${title}${index}`)
        .replace(/^项目编号: .*$/mu, `项目编号: GM-JS-2026-${String(index).padStart(3, '0')}`),
    ]),
  );

const screen = (lines: string): Tree => ({
  'displays/hall.yaml': `名称: 一楼大厅\n尺寸: 55英寸\n像素: 1920×1080\n观看距离: 3米\n${lines}\n`,
});

const checked = (...trees: readonly Tree[]) => check(onDisk(Object.assign({}, base, ...trees) as Tree));

const rowsOf = ({ corpus, links }: ReturnType<typeof checked>): readonly Row[] =>
  corpus.entries.map((entry) => rowOf(entry, links));

const hall = ({ corpus }: ReturnType<typeof checked>) => corpus.displays.find(({ id }) => id === 'hall')!;

test('a list that takes more than three minutes is refused where it says how many, with the number that fits', () => {
  const { findings } = checked(tenders(60), screen('阶段: 可参与\n条数: 60'));
  expect(findings).toMatchObject([{ code: 'S103', file: 'displays/hall.yaml', line: 6, field: '条数' }]);
  expect(findings[0]!.message).toMatch(/^60 条要分 12 页，轮完一遍 \d+ 秒，超过 180 秒$/u);
  const fitting = /改为 (\d+)/u.exec(findings[0]!.help!)![1]!;
  expect(checked(tenders(60), screen(`阶段: 可参与\n条数: ${fitting}`)).findings).toEqual([]);
});

test('a list without a number shows as many as three minutes hold and says how many it leaves out', () => {
  const content = checked(tenders(70), screen('阶段: 可参与'));
  expect(content.findings).toEqual([]);
  const display = hall(content);
  const { items, leftOut } = feedOf(
    display,
    layoutFor(display, '示例中心').layout,
    rowsOf(content),
    now,
    marks,
  );
  expect(items.length).toBeGreaterThan(40);
  expect(items.length + leftOut).toBe(71);
});

test('a title that the glass cannot hold is refused at the distance', () => {
  const far = screen('阶段: 可参与')['displays/hall.yaml']!.toString().replace('3米', '12米');
  const { findings } = checked({ 'displays/hall.yaml': far });
  expect(findings).toMatchObject([{ code: 'S103', line: 4, field: '观看距离' }]);
  expect(findings[0]!.message).toContain('12 米外要看得清');
});

test('a screen of open calls shows those one can still join, the next to close first, with their deadline', () => {
  const content = checked(tenders(3), screen('阶段: 可参与'));
  const display = hall(content);
  const rows = rowsOf(content);
  const { layout } = layoutFor(display, '示例中心');
  const { items } = feedOf(display, layout, rows, now, marks);
  expect(items).toHaveLength(4);
  for (const { at, until } of items) expect(at).toBe(until);
  expect(feedOf(display, layout, rows, items[0]!.until!, marks).items).toEqual([]);
});

test('a screen of the newest shows publication, and what lies in the future or too far back is not on it', () => {
  const content = checked(screen('阶段: 最新\n天数: 7'));
  const [row] = rowsOf(content);
  const shownAt = (moment: string): number => rowsOn(hall(content), [row!], moment).length;
  const day = Temporal.PlainDate.from(row!.publishedAt.slice(0, 10));
  expect(shownAt(`${day.subtract({ days: 1 }).toString()}T09:00:00+08:00`)).toBe(0);
  expect(shownAt(`${day.add({ days: 7 }).toString()}T23:00:00+08:00`)).toBe(1);
  expect(shownAt(`${day.add({ days: 8 }).toString()}T00:00:00+08:00`)).toBe(0);
});

test('a screen for one category names it and shows no other', () => {
  const content = checked(screen('阶段: 最新\n类别:\n  - 土地'));
  expect(layoutFor(hall(content), '示例中心').words.heading).toBe('土地 最新公告');
  expect(rowsOn(hall(content), rowsOf(content), now)).toEqual([]);
});
