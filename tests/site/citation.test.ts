import { describe, expect, test } from 'vitest';
import { move, tenderAnd, tenderFile, withdrawn } from '../core/agenda/announcements.ts';
import { announcementPage } from '../../src/site/announcement.ts';
import { daysInForce } from '../../src/site/days-in-force.ts';
import { editionFrom } from './edition.ts';
import { erratum, pageOf, tenderWith } from './announcement-page.ts';

const first = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');
const second = move('c2', '2026-03-12 09:00', '投标截止', '2026-04-02 09:30', '2026-04-09 09:30');
const again = move('c2', '2026-03-10 16:00', '投标截止', '2026-04-02 09:30', '2026-04-09 09:30');

describe('引用一份公告', () => {
  test('一行写明谁发布、标题、编号、哪一天、第几版、网址', () => {
    expect(pageOf('tender', []).citation).toBe(
      '佛山市公共资源交易中心高明分中心：《沿江路市政道路改造工程施工招标公告》，项目编号 GM-JS-2026-001，2026年3月2日发布，第 1 版，https://www.example.gov.cn/announcements/tender/',
    );
  });

  test('更正过的写明几次、最近哪一天；勘误过的是第 2 版；撤下的写明撤下', () => {
    expect(pageOf('tender', [first, second]).citation).toContain(
      '第 1 版，经 2 次更正，最近一次 2026年3月12日，',
    );
    expect(pageOf('tender', [tenderWith(erratum)]).citation).toContain('第 2 版');
    expect(pageOf('tender', [tenderWith(erratum)], 1).citation).toMatch(/第 1 版，.*\/v1\/$/u);
    expect(pageOf('tender', [withdrawn(tenderFile(), '2026-03-12 10:00')]).citation).toContain(
      '2026年3月12日撤下',
    );
  });

  test('没有任何校验值', () => {
    expect(pageOf('tender', [first]).citation).not.toMatch(/[0-9a-f]{12}/u);
  });
});

describe('某一天有效的内容', () => {
  const edition = () => editionFrom(tenderAnd(first, second));
  const on = (day: string) => announcementPage(edition(), 'tender', { day });
  const deadlineOn = (day: string) => on(day).facts.find(({ label }) => label === '投标截止');

  test('发布那天和每次更正那天各有一页，没有更正过的没有', () => {
    expect(daysInForce(edition(), 'tender')).toEqual(['2026-03-02', '2026-03-10', '2026-03-12']);
    expect(daysInForce(edition(), 'c1')).toEqual([]);
  });

  test('只有到那天为止的更正', () => {
    expect(deadlineOn('2026-03-02')).toMatchObject({ text: '2026年3月25日（星期三）09:30' });
    expect(deadlineOn('2026-03-10')).toMatchObject({
      text: '2026年4月2日（星期四）09:30',
      was: '2026年3月25日（星期三）09:30',
    });
    expect(on('2026-03-10').corrections).toHaveLength(1);
  });

  test('写明不是现在的内容，指向现在的；还没有再更正过的写明仍然有效', () => {
    expect(on('2026-03-10').boxes).toEqual([
      {
        kind: 'day',
        text: '这不是现在有效的内容，是2026年3月10日有效的内容；后来又更正过。',
        href: '/announcements/tender/',
        link: '看现在有效的内容',
      },
    ]);
    expect(on('2026-03-12').boxes[0]!.text).toBe('这是2026年3月12日起有效的内容，后来没有更正过。');
  });

  test('后来的公告不在这一页里，所以它不再变', () => {
    expect(on('2026-03-10')).toMatchObject({ steps: [], expected: [], versions: [], days: [], checks: [] });
  });

  test('引用的是这一天的网址', () => {
    expect(on('2026-03-10').citation).toMatch(
      /经 1 次更正，最近一次 2026年3月10日，2026年3月10日有效的内容，.*\/on\/2026-03-10\/$/u,
    );
  });

  test('一天更正两次，是这一天结束时的内容', () => {
    const twice = editionFrom(tenderAnd(first, again));
    const page = announcementPage(twice, 'tender', { day: '2026-03-10' });
    expect(daysInForce(twice, 'tender')).toEqual(['2026-03-02', '2026-03-10']);
    expect(page.facts.find(({ label }) => label === '投标截止')!.text).toBe('2026年4月9日（星期四）09:30');
  });

  test('勘误以前的一天是勘误以前的字', () => {
    const slip = editionFrom(tenderAnd(tenderWith(erratum), first));
    const areaOn = (day: string) =>
      announcementPage(slip, 'tender', { day }).facts.find(({ label }) => label === '地区')!.text;
    expect(areaOn('2026-03-02')).not.toBe(areaOn('2026-03-10'));
  });

  test('撤下的更正的那一页还在，写明它不计在内', () => {
    const undone = editionFrom(tenderAnd(withdrawn(first, '2026-03-11 09:00')));
    expect(daysInForce(undone, 'tender')).toEqual(['2026-03-02', '2026-03-10']);
    const page = announcementPage(undone, 'tender', { day: '2026-03-10' });
    expect(page.boxes[0]!.text).toContain('后来撤下的更正公告不计在内。');
    expect(page.corrections).toEqual([]);
  });
});
