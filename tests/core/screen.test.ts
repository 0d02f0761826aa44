import { expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import type { PartKind } from '../../src/core/screen/browser/feed.ts';
import { partsAt } from '../../src/core/screen/browser/parts.ts';
import { checkScreen, feedOf, itemsFor, layoutFor } from '../../src/core/screen.ts';
import { base, checkTree, type Tree } from './fixtures.ts';

const file = 'announcements/construction/2026/tender.md';
const now = '2026-03-10T09:00:00+08:00';

const SITE = 'https://www.example.gov.cn/';

/** The base's tender so many times, each a project of its own. */
const tenders = (count: number, title = '示例片区农村公路日常养护与排水设施改造工程施工招标公告'): Tree =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      file.replace('tender', `tender-${String(index).padStart(3, '0')}`),
      String(base[file])
        .replace(/^标题: .*$/mu, `标题: ${title}${index}`)
        .replace('文件获取结束: 2026-03-09', '文件获取结束: 2026-03-25')
        .replace(/^项目编号: .*$/mu, `项目编号: GM-JS-2026-${String(index).padStart(3, '0')}`),
    ]),
  );

const screen = (part: string, more = ''): Tree => ({
  'displays/hall.yaml': `名称: 一楼大厅\n尺寸: 55英寸\n像素: 1920×1080\n观看距离: 3米\n栏目:\n  - ${part.replaceAll('\n', '\n    ')}\n${more}`,
});

const checked = (...trees: readonly Tree[]) => checkTree(Object.assign({}, base, ...trees) as Tree);

const hall = ({ corpus }: ReturnType<typeof checked>) => corpus.screens.find(({ id }) => id === 'hall')!;

const feedAt = (content: ReturnType<typeof checked>, moment: string) =>
  feedOf(hall(content), layoutFor(hall(content), '示例中心', SITE).layout, content.collection, moment);

test('a list that takes more than three minutes is refused where it says how many, with the number that fits', () => {
  const { findings } = checked(tenders(60), screen('内容: 可参与\n条数: 60'));
  expect(findings).toMatchObject([{ code: 'S103', file: 'displays/hall.yaml', line: 7, field: '条数' }]);
  expect(findings[0]!.message).toMatch(/^60 条要分 10 页，轮完一遍 \d+ 秒，超过 180 秒$/u);
  const fitting = /改为 (\d+)/u.exec(findings[0]!.help!)![1]!;
  expect(checked(tenders(60), screen(`内容: 可参与\n条数: ${fitting}`)).findings).toEqual([]);
});

test('a list is judged as full as it may become, however few announcements there are yet', () => {
  const { findings } = checked(screen('内容: 可参与\n条数: 200'));
  expect(findings).toMatchObject([{ code: 'S103', line: 7, field: '条数' }]);
});

test('a list without a number shows as many as three minutes hold and says how many it leaves out', () => {
  const content = checked(tenders(70), screen('内容: 可参与'));
  expect(content.findings).toEqual([]);
  const [{ items, leftOut }] = partsAt(feedAt(content, now), now) as [ReturnType<typeof partsAt>[number]];
  expect(items.length).toBeGreaterThanOrEqual(40);
  expect(items.length + leftOut!).toBe(70);
});

test('a title that the glass cannot hold is refused at the distance', () => {
  const far = String(screen('内容: 可参与')['displays/hall.yaml']).replace('3米', '12米');
  const { findings } = checked({ 'displays/hall.yaml': far });
  expect(findings).toMatchObject([{ code: 'S103', line: 4, field: '观看距离' }]);
  expect(findings[0]!.message).toContain('12 米外要看得清');
});

test('quiet hours are refused while it cannot be told when the hall is open', () => {
  const hours = String(base['site.yaml']).replace(
    /^(服务时间: .*\n)?/u,
    '服务时间: 工作日上午八点半到十二点\n',
  );
  const { findings } = checked({ 'site.yaml': hours }, screen('内容: 可参与', '安静时段: 18:30–07:45\n'));
  expect(findings).toMatchObject([{ code: 'S103', line: 7, field: '安静时段' }]);
  expect(findings[0]!.message).toContain('看不懂服务时间');
});

test('hours of quiet in which the hall is open are refused, with hours that are not', () => {
  const hours = String(base['site.yaml']).replace(
    /^(服务时间: .*\n)?/u,
    '服务时间: 工作日 08:30–12:00、14:00–17:30\n',
  );
  const { findings } = checked({ 'site.yaml': hours }, screen('内容: 可参与', '安静时段: 17:00–07:45\n'));
  expect(findings).toMatchObject([{ code: 'S103', line: 7, field: '安静时段' }]);
  expect(findings[0]!.message).toContain('与服务时间 14:00–17:30 重叠');
  const better = /例如 (\S+)；/u.exec(findings[0]!.help!)![1]!;
  expect(checked({ 'site.yaml': hours }, screen('内容: 可参与', `安静时段: ${better}\n`)).findings).toEqual(
    [],
  );
});

test('a type that no announcement of the part can have is refused with those it can have', () => {
  const { findings } = checked(screen('内容: 最新公告\n类别:\n  - 土地\n类型:\n  - 招标公告'));
  expect(findings).toMatchObject([
    { code: 'S103', line: 9, field: '类型', message: '土地里没有“招标公告”这种类型' },
  ]);
});

test('a part of open calls shows those one can still join, the next to close first, with their deadline', () => {
  const content = checked(tenders(3), screen('内容: 可参与'));
  const { items } = feedAt(content, now).parts[0]!;
  expect(items).toHaveLength(3);
  for (const { at, until } of items) expect(at).toBe(until);
  expect(feedAt(content, items[0]!.until!).parts[0]!.items).toEqual([]);
});

test('a part of the newest shows publication, and what lies in the future or too far back is not on it', () => {
  const content = checked(screen('内容: 最新公告\n天数: 7'));
  const archive = content.collection;
  const [part] = hall(content).parts;
  const shownAt = (moment: string): number => itemsFor(part!, archive, moment).length;
  const day = Temporal.PlainDate.from(archive.rows()[0]!.publishedAt.slice(0, 10));
  expect(shownAt(`${day.subtract({ days: 1 }).toString()}T09:00:00+08:00`)).toBe(0);
  expect(shownAt(`${day.add({ days: 7 }).toString()}T23:00:00+08:00`)).toBe(1);
  expect(shownAt(`${day.add({ days: 8 }).toString()}T00:00:00+08:00`)).toBe(0);
});

test('a part for one category names it and shows no other', () => {
  const content = checked(screen('内容: 最新公告\n类别:\n  - 土地'));
  expect(layoutFor(hall(content), '示例中心', SITE).words.heading).toBe('土地 最新公告');
  expect(itemsFor(hall(content).parts[0]!, content.collection, now)).toEqual([]);
});

/** The sample, a Sunday on which nothing is opened. */
const sample = check('content');
const sampleNow = '2026-11-22T09:00:00+08:00';
const ofSample = (kind: PartKind) => itemsFor({ kind }, sample.collection, sampleNow);

test('an opening of the sample names its room and stays until its day is over', () => {
  const openings = ofSample('openings');
  expect(openings.length).toBeGreaterThan(3);
  expect(openings.map(({ at }) => at)).toEqual(openings.map(({ at }) => at).toSorted());
  for (const { at, until } of openings) {
    expect(until!.slice(11, 19)).toBe('00:00:00');
    expect(until! > at).toBe(true);
  }
  expect(openings.find(({ id }) => id === 'gm-js-2026-033-tender')!.detail).toBe('示例交易中心 302 开标室');
});

test('a result of the sample says who won and for how much, lots and all', () => {
  const details = ofSample('results').map(({ detail }) => detail);
  expect(details).toContain('佛山市示例矿业有限公司 · 9,240万元');
  expect(details.some((detail) => detail?.includes('、'))).toBe(true);
});

test('a correction of the sample says what was and what is, deadlines first, on the title it corrects', () => {
  const corrections = ofSample('corrections');
  const moved = corrections.find(({ changes }) => changes?.[0]?.label === '投标截止')!;
  expect(moved.changes![0]).toEqual({ label: '投标截止', was: '12月7日 09:30', now: '12月10日 09:30' });
  expect(moved.changes!.find(({ label }) => label === '开标地点')).toMatchObject({
    was: '301 开标室',
    now: '305 开标室',
  });
  for (const { changes = [] } of corrections) expect(changes.length).toBeLessThanOrEqual(3);
});

test('what was terminated says so by its mark, with the reason where it is short', () => {
  const ended = itemsFor({ kind: 'corrections', days: 400 }, sample.collection, sampleNow).filter(
    ({ mark }) => mark === '已终止' || mark === '已流标',
  );
  expect(ended.length).toBeGreaterThan(0);
});

test('a screen is told the notices that hold or will, unless it is not to show any', () => {
  const [screen] = sample.corpus.screens;
  const at = (more: object) =>
    feedOf({ ...screen!, ...more }, layoutFor(screen!, '示例中心', SITE).layout, sample.collection, sampleNow)
      .notices;
  expect(at({}).map(({ text }) => text)).toEqual([
    '消防演练，请走楼梯下楼，到门前广场集合（示例）',
    '第二小学食堂食材配送今天9:30的开标在305开标室，不在301（示例）',
    '11月28日20时至29日8时交易系统停机维护，投标文件请提前上传（示例）',
  ]);
  expect(at({ showsNotices: false })).toEqual([]);
});

test.each(sample.corpus.screens.map((screen) => [screen.id, screen] as const))(
  'the verdict on %s is the same whatever the content of the day, and it is sound',
  (_id, screen) => {
    expect(checkScreen(screen, sample.corpus.site!, sample.collection)).toEqual([]);
  },
);
