import { expect, test } from 'vitest';
import type { Kind } from '../../../../src/core/announcement/kind.ts';
import { countKind } from '../../../../src/core/announcement/quantity.ts';
import {
  factorKind,
  inchesKind,
  metresKind,
  pitchKind,
  pixelsKind,
} from '../../../../src/core/screen/browser/kinds.ts';
import { hoursKind } from '../../../../src/core/screen/browser/quiet.ts';
import { idleKind, reachKind, warningKind } from '../../../../src/core/kiosk/kinds.ts';

const helpOf = (kind: Kind<unknown>, text: string): string => {
  const parsed = kind.parse(text);
  if (!('fault' in parsed)) return 'taken';
  const { fix, help, example } = parsed.fault;
  return [fix && `改成 ${fix}`, help, example && `例如 ${example}`].filter(Boolean).join('；');
};

test.each<[Kind<unknown>, string, string]>([
  [metresKind, '5', '改成 5米'],
  [metresKind, '5m', '改成 5米'],
  [metresKind, '350厘米', '改成 3.5米'],
  [inchesKind, '65', '改成 65英寸'],
  [inchesKind, '140cm', '改成 55.12英寸'],
  [pitchKind, '10', '改成 10毫米'],
  [pitchKind, '1厘米', '改成 10毫米'],
  [factorKind, '1.2倍', '改成 1.2'],
  [idleKind, '2分钟', '改成 120秒'],
  [warningKind, '30', '改成 30秒'],
  [reachKind, '60厘米', '改成 0.6米'],
  [pixelsKind, '3840，2160', '改成 3840×2160'],
  [countKind, '10条', '改成 10'],
  [countKind, '14天', '改成 14'],
  [countKind, '十条', '改成 10'],
  [countKind, '一百二十条', '改成 120'],
  [hoursKind, '18:30–24:00', '改成 18:30–00:00'],
  [hoursKind, '19点30分到6点45分', '改成 19:30–06:45'],
])('$0.name: “$1” is told its own value in the right form', (kind, text, help) => {
  expect(helpOf(kind, text)).toBe(help);
});

test.each<[Kind<unknown>, string, string]>([
  [metresKind, '很远', '例如 3米'],
  [metresKind, '300', '例如 3米'],
  [metresKind, '300米', '核对数字和单位；例如 3米'],
  [pixelsKind, '高清', '例如 1920×1080（横向×纵向）'],
  [countKind, '10万条', '只写一个整数；例如 3'],
  [countKind, '十来条', '只写一个整数；例如 3'],
])('$0.name: “$1” is told an example, for nobody knows what it means', (kind, text, help) => {
  expect(helpOf(kind, text)).toBe(help);
});

test('24:00 in quiet hours is named as what is wrong', () => {
  expect(hoursKind.parse('18:30–24:00')).toMatchObject({
    fault: { message: '看不懂时段“18:30–24:00”，24:00 要写成 00:00' },
  });
});
