import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { failure, move, suspension, tenderAnd, termination } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { announcementCalendar } from '../../src/site/agenda.ts';

/** The calendar of the tender after what the trees add, as text and as an independent reader understands it. */
async function calendarOf(...trees: readonly Tree[]) {
  const edition = editionFrom(tenderAnd(...trees));
  const text = announcementCalendar(edition, 'tender');
  const events = new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
  const event = (kind: string) => events.find(({ uid }) => uid === `tender-${kind}@www.example.gov.cn`)!;
  return { text, events, event };
}

const statusOf = (event: ICAL.Event): unknown => event.component.getFirstPropertyValue('status');
const stampOf = (event: ICAL.Event): string => String(event.component.getFirstPropertyValue('dtstamp'));

/** The wall clock in Beijing of a moment that a calendar states. */
const inShanghai = (time: ICAL.Time): string =>
  Temporal.Instant.fromEpochMilliseconds(time.toJSDate().getTime())
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

const alarmsOf = (event: ICAL.Event): readonly string[] =>
  event.component
    .getAllSubcomponents('valarm')
    .map((alarm) => String(alarm.getFirstPropertyValue('trigger')));

test('招标公告的日历里有文件获取、投标截止和开标，时间读回来是北京时间', async () => {
  const { events, event } = await calendarOf();
  expect(events.map(({ uid }) => uid)).toEqual([
    'tender-documents@www.example.gov.cn',
    'tender-bid@www.example.gov.cn',
    'tender-opening@www.example.gov.cn',
  ]);
  expect(inShanghai(event('bid').startDate)).toBe('2026-03-25T09:30');
  expect(event('bid').summary).toBe('投标截止：沿江路市政道路改造工程施工招标公告');
  expect(event('bid').description).toContain('投标截止：2026年3月25日（星期三）09:30（北京时间）');
  expect(event('bid').component.getFirstPropertyValue('url')).toBe(
    'https://www.example.gov.cn/announcements/tender/',
  );
  expect(event('opening').location).toBe('示例交易中心 301 开标室');
  expect(alarmsOf(event('bid'))).toEqual(['-P3D', '-P1D']);
  expect(alarmsOf(event('opening'))).toEqual(['-P1D']);
});

test('只写日期的事是全天，结束写次日，前一天上午九点提醒', async () => {
  const { event, text } = await calendarOf();
  expect(event('documents').startDate.isDate).toBe(true);
  expect(event('documents').startDate.toString()).toBe('2026-03-09');
  expect(event('documents').endDate.toString()).toBe('2026-03-10');
  expect(text).toContain('DTSTART;VALUE=DATE:20260309');
  expect(alarmsOf(event('documents'))).toEqual(['-PT15H']);
});

test('每件事都有结束：截止从那一刻起占一分钟，开标按一小时留出并且说明', async () => {
  const { event } = await calendarOf();
  expect(inShanghai(event('bid').startDate)).toBe('2026-03-25T09:30');
  expect(inShanghai(event('bid').endDate)).toBe('2026-03-25T09:31');
  expect(inShanghai(event('opening').endDate)).toBe('2026-03-25T10:30');
  expect(event('opening').description).toContain('公告没有写开标要多久，日历按 60 分钟留出。');
  expect(event('bid').description).not.toContain('日历按');
});

test('当天 24 点截止的，占那一天的最后一分钟', async () => {
  const { event } = await calendarOf(
    move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-03-30 24:00'),
  );
  expect(inShanghai(event('bid').startDate)).toBe('2026-03-30T23:59');
  expect(inShanghai(event('bid').endDate)).toBe('2026-03-31T00:00');
});

test.each(['网上开标大厅', '示例省公共资源交易平台', 'https://www.example.gov.cn/open/'])(
  '在“%s”开标的，没有要去的地点，说明里照写',
  async (place) => {
    const { event } = await calendarOf(
      move('c1', '2026-03-10 09:00', '开标地点', '示例交易中心 301 开标室', place),
    );
    expect(event('opening').location).toBeNull();
    expect(event('opening').description).toContain(`地点：${place}`);
  },
);

test('日历的戳记来自公告，不来自时钟', async () => {
  const { event } = await calendarOf();
  expect(stampOf(event('bid'))).toBe('2026-03-02T01:00:00Z');
});

describe('更正', () => {
  const first = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-03-30 09:30');
  const second = move('c2', '2026-03-20 09:00', '投标截止', '2026-03-30 09:30', '2026-04-02 10:00');

  test('改了时间的事，序号每次加一，标识不变，写明从什么改成什么', async () => {
    const { event } = await calendarOf(first, second);
    expect(event('bid').sequence).toBe(2);
    expect(inShanghai(event('bid').startDate)).toBe('2026-04-02T10:00');
    expect(event('bid').description).toContain(
      '2026年3月20日更正：投标截止由“2026年3月30日（星期一）09:30”改为“2026年4月2日（星期四）10:00”',
    );
    expect(stampOf(event('bid'))).toBe('2026-03-20T01:00:00Z');
  });

  test('没有改到的事，序号不动', async () => {
    const { event } = await calendarOf(first);
    expect(event('opening').sequence).toBe(0);
    expect(event('documents').sequence).toBe(0);
  });

  test('只改了地点，那件事的序号也加一', async () => {
    const { event } = await calendarOf(
      move('c1', '2026-03-10 09:00', '开标地点', '示例交易中心 301 开标室', '示例交易中心 302 开标室'),
    );
    expect(event('opening').sequence).toBe(1);
    expect(event('opening').location).toBe('示例交易中心 302 开标室');
    expect(event('bid').sequence).toBe(0);
  });
});

describe('终止、流标和暂停', () => {
  test('终止之后每件事都取消，不再提醒，写明原因', async () => {
    const { events, event } = await calendarOf(termination);
    expect(events.map(statusOf)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
    expect(events.flatMap(alarmsOf)).toEqual([]);
    expect(event('bid').sequence).toBe(1);
    expect(event('bid').summary).toBe('【已终止】投标截止：沿江路市政道路改造工程施工招标公告');
    expect(event('bid').description).toContain('已终止（2026年3月20日公布，原因：规划调整）');
    expect(event('bid').description).toContain('https://www.example.gov.cn/announcements/termination/');
  });

  test('暂停之后还没到的事待定，已经过去的不变', async () => {
    const { event } = await calendarOf(suspension);
    expect(statusOf(event('bid'))).toBe('TENTATIVE');
    expect(event('bid').summary).toMatch(/^【已中止】/u);
    expect(alarmsOf(event('bid'))).toEqual([]);
    expect(statusOf(event('documents'))).toBe('CONFIRMED');
  });

  test('暂停后由更正公告恢复，序号继续加，重新提醒', async () => {
    const resumed = move('c1', '2026-03-18 09:00', '投标截止', '2026-03-25 09:30', '2026-04-10 09:30');
    const { event } = await calendarOf(suspension, resumed);
    expect(statusOf(event('bid'))).toBe('CONFIRMED');
    expect(event('bid').sequence).toBe(2);
    expect(event('opening').sequence).toBe(2);
    expect(alarmsOf(event('bid'))).toEqual(['-P3D', '-P1D']);
  });

  test('开标后流标，开过的标不取消', async () => {
    const { event } = await calendarOf(failure);
    expect(statusOf(event('opening'))).toBe('CONFIRMED');
    expect(event('opening').sequence).toBe(1);
  });
});

test('每行不超过 75 个字节，换行是回车换行，不切断一个汉字', async () => {
  const { text } = await calendarOf();
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:投标截止：沿江路市政道路改造工程施工招标公告');
});

test('日历有名称，并请软件每六小时来看一次', async () => {
  const { text } = await calendarOf();
  expect(text).toContain('X-WR-CALNAME:沿江路市政道路改造工程施工招标公告');
  expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT6H');
  expect(text).toContain('X-PUBLISHED-TTL:PT6H');
  expect(text).not.toMatch(/TZID|VTIMEZONE|X-WR-TIMEZONE/u);
});
