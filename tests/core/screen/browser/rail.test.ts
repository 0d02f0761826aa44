import { expect, test } from 'vitest';
import { layoutOf } from '../../../../src/core/screen/browser/layout.ts';
import { mmPerPx, type Panel } from '../../../../src/core/screen/browser/panel.ts';

const words = { heading: '可参与项目', centre: '佛山市公共资源交易中心高明分中心', screen: '一楼大厅' };

test.each<[string, Panel, number]>([
  ['a screen across', { inches: 55, width: 1920, height: 1080, distanceM: 3 }, 33],
  ['a screen upright', { inches: 55, width: 1080, height: 1920, distanceM: 3 }, 33],
  ['a small one seen from near', { inches: 21.5, width: 1920, height: 1080, distanceM: 1 }, 33],
  ['a large one of few pixels', { inches: 98, width: 1280, height: 720, distanceM: 5 }, 37],
])('the code on %s is 150 mm wide, in whole pixels, four at least a module', (_name, panel, modules) => {
  const { qr } = layoutOf(panel, words, { qrModules: modules, headings: ['可参与项目'] });
  const module = qr / modules;
  expect(Number.isInteger(module)).toBe(true);
  expect(module).toBeGreaterThanOrEqual(4);
  expect(module * (modules - 8) * mmPerPx(panel)).toBeGreaterThanOrEqual(150);
});

test('what the round is made of stands beside the code only where it has room', () => {
  const panel = { inches: 55, width: 1920, height: 1080, distanceM: 3 };
  const spare = (count: number): number =>
    layoutOf(panel, words, { qrModules: 33, headings: Array<string>(count).fill('可参与项目') }).spare;
  expect(spare(3)).toBeGreaterThan(0);
  expect(spare(12)).toBeLessThan(0);
});

test('a screen without a code has no rail, and its list the whole width', () => {
  const panel = { inches: 55, width: 1920, height: 1080, distanceM: 3 };
  const [without, withCode] = [layoutOf(panel, words), layoutOf(panel, words, { qrModules: 33 })];
  expect(without.rail).toBe(0);
  expect(without.nameEm).toBeGreaterThan(withCode.nameEm);
});
