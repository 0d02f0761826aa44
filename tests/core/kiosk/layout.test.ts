import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mmPerPx, type Panel } from '../../../src/core/screen/browser/panel.ts';
import { checkKiosk } from '../../../src/core/kiosk/check-kiosk.ts';
import { kioskLayout, wantingOn } from '../../../src/core/kiosk/layout.ts';

const hall: Panel = { inches: 21.5, width: 1920, height: 1080, distanceM: 0.6 };

test('at 0.6 metres a panel of 21.5 inches is read at 28 pixels and in 大字 at 42', () => {
  expect(kioskLayout(hall)).toMatchObject({ floor: 19, text: 28, large: 42, columns: 10 });
});

test('in 大字 a capital is 0.7 degrees high', () => {
  const degrees = (Math.atan((42 * 0.733 * mmPerPx(hall)) / 600) * 180) / Math.PI;
  expect(degrees).toBeGreaterThanOrEqual(0.7);
});

test.each<[string, Panel, 'width' | 'height' | undefined]>([
  ['21.5 inches across', hall, undefined],
  ['21.5 inches upright', { ...hall, width: 1080, height: 1920 }, undefined],
  ['32 inches upright', { inches: 32, width: 1080, height: 1920, distanceM: 0.8 }, undefined],
  ['a desk terminal of 15.6 inches', { ...hall, inches: 15.6 }, undefined],
  ['a tablet', { inches: 10.1, width: 1280, height: 800, distanceM: 0.6 }, 'width'],
  ['a small tall panel', { ...hall, inches: 13.3, width: 1080, height: 1920 }, 'height'],
  ['a bar', { ...hall, inches: 28, width: 1920, height: 360 }, 'height'],
])('whether a pad stands on %s', (_, panel, side) => {
  expect(wantingOn(panel)?.side).toBe(side);
});

const panels = fc.record({
  inches: fc.double({ min: 10, max: 86, noNaN: true }),
  width: fc.integer({ min: 600, max: 4000 }),
  height: fc.integer({ min: 600, max: 4000 }),
  distanceM: fc.double({ min: 0.3, max: 1, noNaN: true }),
});

test('where a pad stands, each key is 15 mm wide or more, 3 mm from the next, and all are on the glass', () => {
  fc.assert(
    fc.property(panels, (panel) => {
      if (wantingOn(panel)) return;
      const { columns, keyMm, gapMm, padMm } = kioskLayout(panel);
      expect(keyMm).toBeGreaterThanOrEqual(15);
      expect(gapMm).toBeGreaterThanOrEqual(3);
      expect(padMm).toBeCloseTo(columns * keyMm + (columns - 1) * gapMm);
      expect(padMm).toBeLessThan(panel.width * mmPerPx(panel));
    }),
  );
});

test('a panel that wants something has less of it than it needs, and a larger one wants no more', () => {
  fc.assert(
    fc.property(panels, (panel) => {
      const wanting = wantingOn(panel);
      if (wanting) expect(wanting.neededMm).toBeGreaterThan(wanting.presentMm);
      else expect(wantingOn({ ...panel, inches: panel.inches * 1.5 })).toBeUndefined();
    }),
  );
});

test('the help names a size on which the pad stands', () => {
  const small = {
    id: 'a',
    file: '',
    places: {},
    name: '',
    inches: 10.1,
    pixels: { width: 1280, height: 800 },
  };
  const [fault] = checkKiosk(small);
  expect(fault).toMatchObject({
    at: 'inches',
    message: '要放下 15 毫米的字母键和大字的标题，屏幕要有 293 毫米宽，10.1 英寸只有 217 毫米',
    help: '换 14 英寸以上的屏幕；或者核对尺寸和像素',
  });
  expect(checkKiosk({ ...small, inches: 14 })).toEqual([]);
});
