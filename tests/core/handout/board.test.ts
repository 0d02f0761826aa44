import { describe, expect, test } from 'vitest';
import { boardOf } from '../../../src/core/handout/board.ts';
import { announcementPath } from '../../../src/site/address.ts';
import { editionFrom } from '../../site/edition.ts';
import { tender } from '../../site/tenders.ts';
import {
  later,
  move,
  suspension,
  tenderAnd,
  tenderFile,
  termination,
  withdrawn,
} from '../agenda/announcements.ts';
import type { Tree } from '../fixtures.ts';
import { codesIn } from '../drawn-codes.ts';

const WEEK = { from: '2026-03-02', until: '2026-03-08' };

const board = (trees: readonly Tree[], days = WEEK, now = '2026-03-13T09:00+08:00') =>
  boardOf(editionFrom(tenderAnd(...trees), now), days, announcementPath);

/** The sheets as their readers see them. */
const wordsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<section class="sheet">([^]*?)<\/section>/gu)].map(([, sheet]) =>
    sheet!
      .replace(/<wbr>|<span[^>]*>|<\/span>/gu, '')
      .replace(/<[^>]*>/gu, '\n')
      .replace(/\n+/gu, '\n'),
  );

/** So many tenders of one day, the last to close first. */
const many = (count: number): readonly Tree[] =>
  Array.from({ length: count }, (_, index) =>
    tender(`t${index + 1}`, '2026-03-05', `2026-05-${String(28 - (index % 28)).padStart(2, '0')}`),
  );

const CANDIDATES = later(
  'candidates',
  '中标候选人公示',
  '2026-04-01 17:00',
  `公示开始: 2026-04-02
公示结束: 2026-04-07
中标候选人:
  - 排名: 1
    名称: 示例建设有限公司
    报价: 341.2万元
异议渠道: 向招标人书面提出，电话 0757-00000012`,
);

describe('公告栏', () => {
  test('先截止的在前，没有截止时间的在后；每份写明什么时候截止、谁招标', () => {
    const { html, count, sheets } = board([
      tender('t1', '2026-03-05', '2026-03-27'),
      tender('t2', '2026-03-06', '2026-03-20'),
      tender('old', '2026-03-01', '2026-03-21'),
      move('c1', '2026-03-06 10:00', '投标截止', '2026-03-25 09:30', '2026-03-30 09:30'),
    ]);
    expect({ count, sheets }).toEqual({ count: 4, sheets: 1 });
    const [sheet = ''] = wordsOf(html);
    expect(sheet.match(/^\d+\. .*$/gmu)).toEqual([
      '1. t2招标公告',
      '2. t1招标公告',
      '3. 沿江路市政道路改造工程施工招标公告',
      '4. 沿江路市政道路改造工程更正公告',
    ]);
    expect(sheet).toContain(
      '建设工程 · 招标公告 · 招标人：高明区示例街道建设办公室\n投标截止：\n2026年3月20日（星期五）09:30',
    );
    expect(sheet).toContain('2026年3月2日至2026年3月8日发布，共 4 份');
    expect(sheet).toContain('\nhttps://www.example.gov.cn/ 第 1 / 1 页');
  });

  test('更正过的印现在的时间，写明原来的', () => {
    const correction = move('c1', '2026-03-10 10:00', '投标截止', '2026-03-25 09:30', '2026-03-30 09:30');
    expect(wordsOf(board([correction]).html)[0]).toContain(
      '【已更正】\n建设工程 · 招标公告 · 招标人：高明区示例街道建设办公室\n投标截止：\n2026年3月30日（星期一）09:30（已更正，原为2026年3月25日（星期三）09:30）',
    );
  });

  test.each([
    ['已中止', suspension],
    ['已终止', termination],
  ])('%s的写明，不再印截止时间', (tag, stopping) => {
    const sheet = wordsOf(board([stopping], WEEK, '2026-03-21T09:00+08:00').html)[0]!;
    expect(sheet).toContain(`${tag}：\n原定的时间不再作准`);
    expect(sheet).not.toContain('投标截止');
  });

  test('撤下的和还没有到时间的不印，告诉经办人是哪几份', () => {
    const made = board(
      [
        withdrawn(tenderFile(), '2026-03-12 10:00'),
        tender('t1', '2026-03-05', '2026-03-27'),
        tender('t2', '2026-03-08', '2026-03-30'),
      ],
      WEEK,
      '2026-03-07T09:00+08:00',
    );
    expect(codesIn(made.html)).toEqual(['https://www.example.gov.cn/announcements/t1/']);
    expect(made.withdrawn.map(({ id }) => id)).toEqual(['tender']);
    expect(made.ahead.map(({ id }) => id)).toEqual(['t2']);
  });

  test('有公示期的写明揭下日期；张贴日期是今天，或者经办人写的那天', () => {
    const edition = editionFrom(tenderAnd(CANDIDATES), '2026-04-02T09:00+08:00');
    const days = { from: '2026-03-30', until: '2026-04-05' };
    const sheet = wordsOf(boardOf(edition, days, announcementPath).html)[0]!;
    expect(sheet).toContain('公示期：\n2026年4月2日至2026年4月7日\n揭下日期：\n2026年4月7日期满后');
    expect(sheet).toContain('张贴日期：\n2026年4月2日');
    const posted = boardOf(edition, days, announcementPath, '2026-04-01').html;
    expect(wordsOf(posted)[0]).toContain('张贴日期：\n2026年4月1日');
  });

  test('六十份排成八页，每页最多八份，页码连着，每个二维码通向它旁边的公告', () => {
    const { html, count, sheets } = board(many(59));
    expect({ count, sheets }).toEqual({ count: 60, sheets: 8 });
    const pages = wordsOf(html);
    expect(pages.map((page) => page.match(/^\d+\. /gmu)!.length)).toEqual([8, 8, 8, 8, 8, 8, 8, 4]);
    expect(pages.map((page) => /第 \d+ \/ \d+ 页/u.exec(page)![0])).toEqual(
      pages.map((_, index) => `第 ${index + 1} / 8 页`),
    );
    const ids = [...html.matchAll(/<p class="title">\d+\. (?:<wbr>)?(.*?)<\/p>/gu)].map(([, title]) => {
      const own = title!.replaceAll('<wbr>', '').replace('招标公告', '');
      return own.startsWith('t') ? own : 'tender';
    });
    expect(codesIn(html)).toEqual(ids.map((id) => `https://www.example.gov.cn/announcements/${id}/`));
    expect(new Set(ids).size).toBe(60);
  });

  test('标题很长时一个字也不少，这一页就少排几份', () => {
    const long = '示例片区雨污分流管网改造及配套道路恢复工程（第三批）'.repeat(6);
    const { html, sheets } = board(many(7).map((tree) => rename(tree, long)));
    expect(sheets).toBe(2);
    expect(wordsOf(html).join('').split(long)).toHaveLength(8);
  });

  test('没有公告时有一张纸说明没有', () => {
    const { html, count, sheets } = board([], { from: '2026-03-04', until: '2026-03-04' });
    expect({ count, sheets }).toEqual({ count: 0, sheets: 1 });
    expect(wordsOf(html)[0]).toContain('2026年3月4日（星期三）没有发布公告');
  });

  test('标题里的标记原样印出来，不成为网页的一部分', () => {
    const { html } = board([rename(tenderFile(), '<img src=x onerror=alert(1)>道路改造工程')]);
    expect(html).not.toContain('<img');
    expect(html.replaceAll('<wbr>', '')).toContain('&lt;img src=x onerror=alert(1)&gt;道路改造工程');
  });

  test('每一处的字都不小于十二磅', () => {
    const sizes = [...board([]).html.matchAll(/(?:font|font-size): ([\d.]+)(\w+)/gu)];
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.filter(([, size, unit]) => unit !== 'pt' || Number(size) < 12)).toEqual([]);
  });
});

const rename = (tree: Tree, title: string): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([file, text]) => [
      file,
      String(text).replace(/^标题: .*$/mu, `标题: "${title}"`),
    ]),
  );
