import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { move, suspension, tenderAnd, termination } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { calendarPage } from '../../src/site/calendar-page.ts';
import { calendars, calendarText } from '../../src/site/calendars.ts';
import { loadContent } from '../../src/site/content.ts';

async function pageAt(today: string, ...trees: readonly Tree[]) {
  const edition = editionFrom(tenderAnd(...trees), today);
  return calendarPage(edition);
}

/** The days of a page with the hour and the words of each entry. */
const linesOf = ({ days }: Awaited<ReturnType<typeof pageAt>>) =>
  days.map(({ label, weekday, entries }) => [
    `${label} ${weekday}`,
    ...entries.map(({ time, words }) => `${time ?? '全天'} ${words}`),
  ]);

describe('日历页', () => {
  test('逐日列出今天到下月底的事，同一公告同一时刻的合成一行，没有事的日子不列', async () => {
    expect(linesOf(await pageAt('2026-03-03T09:00+08:00'))).toEqual([
      ['3月9日 星期一', '全天 文件获取最后一天'],
      ['3月25日 星期三', '09:30 投标截止、开标'],
    ]);
  });

  test('过了的事不列，当天还没到的照列', async () => {
    expect(linesOf(await pageAt('2026-03-25T09:00+08:00'))).toEqual([
      ['3月25日 星期三', '09:30 投标截止、开标'],
    ]);
    expect(linesOf(await pageAt('2026-03-25T09:30+08:00'))).toEqual([]);
  });

  test('改了期的写明原来的时间', async () => {
    const extension = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');
    const page = await pageAt('2026-03-12T09:00+08:00', extension);
    expect(linesOf(page)).toEqual([
      ['3月25日 星期三', '09:30 开标'],
      ['4月2日 星期四', '09:30 投标截止'],
    ]);
    expect(page.days[1]!.entries[0]!.was).toBe('2026年3月25日（星期三）09:30');
  });

  test('终止的照列，标明已终止，月表里不计数', async () => {
    const { days, months } = await pageAt('2026-03-21T09:00+08:00', termination);
    expect(days[0]!.entries[0]!.stop).toEqual({ words: '已终止', kind: 'terminated' });
    expect(months[0]!.weeks.flat().flatMap((cell) => cell?.counts ?? [])).toEqual([]);
  });

  test('月表从本周起，放假和调休写在日子旁边', async () => {
    const calendar = { 'calendar/2026.yaml': readFileSync('content/calendar/2026.yaml', 'utf8') };
    const { months } = await pageAt('2026-03-21T09:00+08:00', calendar);
    expect(months.map(({ label }) => label)).toEqual(['2026年3月', '2026年4月']);
    expect(months[0]!.weeks[0]!.map((cell) => cell?.day)).toEqual([16, 17, 18, 19, 20, 21, 22]);
    const cells = months.flatMap(({ weeks }) => weeks.flat());
    expect(cells.find((cell) => cell?.date === '2026-03-25')!.counts).toEqual([
      { words: '投标截止', count: 1 },
      { words: '开标', count: 1 },
    ]);
    expect(cells.find((cell) => cell?.date === '2026-04-05')!.note).toBe('清明节放假');
  });
});

describe('可以订阅的日历', () => {
  const uidsOf = async (name: string, today: string, ...trees: readonly Tree[]) => {
    const edition = editionFrom(tenderAnd(...trees), today);
    return new ICAL.Component(ICAL.parse(calendarText(edition, name)) as unknown[])
      .getAllSubcomponents('vevent')
      .map((event) => [event.getFirstPropertyValue('uid'), event.getFirstPropertyValue('status')].join(' '));
  };

  test('可参与的日历只有还没到的事', async () => {
    expect(await uidsOf('open', '2026-03-12T09:00+08:00')).toEqual([
      'tender-bid@www.example.gov.cn CONFIRMED',
      'tender-opening@www.example.gov.cn CONFIRMED',
    ]);
    expect(await uidsOf('open', '2026-03-26T09:00+08:00')).toEqual([]);
  });

  test('中止的项目留在可参与的日历里，标明待定', async () => {
    expect(await uidsOf('open', '2026-03-13T09:00+08:00', suspension)).toEqual([
      'tender-bid@www.example.gov.cn TENTATIVE',
      'tender-opening@www.example.gov.cn TENTATIVE',
    ]);
  });

  test('业务日历与今天无关', async () => {
    const early = await uidsOf('construction', '2026-03-03T09:00+08:00');
    expect(early).toHaveLength(3);
    expect(await uidsOf('construction', '2027-03-03T09:00+08:00')).toEqual(early);
  });

  test('只看截止的日历没有开标', async () => {
    expect(await uidsOf('deadlines', '2026-03-12T09:00+08:00')).toEqual([
      'tender-documents@www.example.gov.cn CONFIRMED',
      'tender-bid@www.example.gov.cn CONFIRMED',
    ]);
  });

  test('每个地区各有一个日历，没有事的也有', async () => {
    const edition = editionFrom(tenderAnd(), '2026-03-12T09:00+08:00');
    const areas = calendarPage(edition).subscriptions.find(({ title }) => title === '按地区')!.calendars;
    const count = (href: string): number =>
      calendarText(edition, /calendar\/(.*)\.ics/u.exec(href)![1]!).split('BEGIN:VEVENT').length - 1;
    expect(areas.map(({ title, href }) => [title, count(href)])).toEqual(
      edition.site!.regions!.map((area) => [area, area === '荷城街道' ? 3 : 0]),
    );
  });

  test('示例内容的每个日历，独立的程序都读得懂，每件事都晚于开始才结束', () => {
    const { edition } = loadContent();
    for (const { name } of calendars(edition)) {
      const events = new ICAL.Component(ICAL.parse(calendarText(edition, name)) as unknown[])
        .getAllSubcomponents('vevent')
        .map((one) => new ICAL.Event(one));
      for (const { uid, startDate, endDate } of events)
        expect(endDate.compare(startDate), uid).toBeGreaterThan(0);
    }
  });

  test('别的业务没有事，日历是空的，但网址还在', async () => {
    expect(await uidsOf('land', '2026-03-03T09:00+08:00')).toEqual([]);
  });
});
