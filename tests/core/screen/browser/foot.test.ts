import { expect, test } from 'vitest';
import { footOf } from '../../../../src/core/screen/browser/foot.ts';
import { layoutOf } from '../../../../src/core/screen/browser/layout.ts';

const words = { heading: '今日开标', centre: '示例中心', screen: '一楼大厅' };
const [near, far] = [3, 5].map((distanceM) =>
  layoutOf({ inches: 55, width: 1920, height: 1080, distanceM }, words),
) as [ReturnType<typeof layoutOf>, ReturnType<typeof layoutOf>];

const facts = {
  counts: { all: 24, over: 9, running: 3, waiting: 12 },
  note: '',
  stamps: '数据 10:20 · 检查 10:22 · 3f9c',
  page: '第 1/3 页',
};

test('the foot says how many openings the day has, and which data it is, as far as it has room', () => {
  expect(footOf(facts, near)).toEqual({ note: '共 24 场，开标中 3，已结束 9', stamps: facts.stamps });
  expect(footOf({ ...facts, note: '示例数据' }, far).note).toBe('共 24 场，已结束 9 · 示例数据');
  expect(footOf(facts, far)).toEqual({ note: '共 24 场，开标中 3，已结束 9', stamps: '数据 10:20' });
});

test('that there is more than is shown comes before the counts', () => {
  expect(footOf({ ...facts, leftOut: 12 }, far).note).toBe('另有 12 条，请在网站上查看');
});

test('where the data is very old it says whom to ask in place of counts that follow from the clock', () => {
  expect(footOf({ ...facts, whom: '服务台或电话 0757-00000000' }, far).note).toBe(
    '服务台或电话 0757-00000000',
  );
});
