import { expect, test } from 'vitest';
import { suspension, tenderAnd, termination } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { kioskWith } from '../../src/site/kiosks.ts';
import { screenWith } from '../../src/site/screens.ts';

const hall: Tree = {
  'displays/lobby.yaml':
    '名称: 一楼大厅\n尺寸: 55英寸\n像素: 1920×1080\n观看距离: 3米\n栏目:\n  - 内容: 今日开标\n',
  'kiosks/hall.yaml': '名称: 大厅触摸屏\n尺寸: 21.5英寸\n像素: 1920×1080\n观看距离: 0.6米\n',
};

test.each([
  ['中止', '已中止', suspension],
  ['终止', '已终止', termination],
])('%s了的项目，开标安排里照样列出，触摸屏和大屏都写明%s', async (_, mark, stopping) => {
  const edition = editionFrom({ ...tenderAnd(stopping), ...hall }, '2026-03-24T09:00+08:00');
  const touched = kioskWith(edition, 'hall').boot.openings;
  const shown = screenWith(edition, 'lobby', 'code').boot.feed.parts[0]!.items;
  expect(touched.map(({ id, mark }) => [id, mark])).toEqual([['tender', mark]]);
  expect(shown.map(({ id, mark }) => [id, mark])).toEqual([['tender', mark]]);
});
