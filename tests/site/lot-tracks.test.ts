import { expect, test } from 'vitest';
import { lotTracks } from '../../src/site/lot-tracks.ts';
import { later, tenderAnd } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';

const failed = later('failed', '流标公告', '2026-03-26 09:00', '适用标段:\n  - "02"\n原因: 投标人少于三个');
const award = later(
  'award',
  '中标结果公告',
  '2026-04-10 09:00',
  '标段结果:\n  - 标段: "01"\n    结果: 成交\n    中标人: 甲公司（示例）\n    中标价: 118万元',
);

/** `01 道路工程: done 招标公告 2026年3月2日 | ahead 开标 未公布` */
const ways = (...trees: readonly Tree[]): readonly string[] => {
  const edition = editionFrom(tenderAnd(...trees));
  return lotTracks(edition, edition.course('tender')!)!.tracks.map(
    ({ lot, places }) =>
      `${lot}: ${places
        .map((place) =>
          place ? [place.kind, place.column, ...place.words.map(({ text }) => text)].join(' ') : '-',
        )
        .join(' | ')}`,
  );
};

test('每个标段一条路：走过的、在哪里流标、后面还有什么', () => {
  expect(ways(failed, award)).toEqual([
    '01: done 招标公告 2026年3月2日 | done 中标结果公告 中标人 甲公司（示例），中标价 118万元 | ahead 合同公告',
    '02: done 招标公告 2026年3月2日 | lost 流标公告 流标',
  ]);
});

test('全部流标的，也画得出在哪里流标', () => {
  expect(ways(later('failed', '流标公告', '2026-03-26 09:00', '原因: 投标人少于三个'))).toEqual([
    '01: done 招标公告 2026年3月2日 | lost 流标公告 流标',
    '02: done 招标公告 2026年3月2日 | lost 流标公告 流标',
  ]);
});

test('还没有结果的，后面的几步都在前面', () => {
  const [first] = ways();
  expect(first).toBe(
    '01: done 招标公告 2026年3月2日 | ahead 开标 | ahead 中标候选人公示 | ahead 中标结果公告 | ahead 合同公告',
  );
});

test('只有一个标段，或者没有分标段的，不画', () => {
  const file = 'announcements/construction/2026/tender.md';
  const plain = String(tenderAnd()[file]).replace(/标段:\n(?: .*\n)+/u, '');
  const edition = editionFrom({ ...tenderAnd(), [file]: plain });
  expect(edition.course('tender')!.lots).toHaveLength(1);
  expect(lotTracks(edition, edition.course('tender')!)).toBeUndefined();
});
