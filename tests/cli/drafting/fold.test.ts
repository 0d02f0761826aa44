import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/core/report.ts';
import { folded } from '../../../src/cli/drafting/fold.ts';

test('a date, a sum, a telephone or an address is not broken at the end of a line', () => {
  const text =
    '投标截止时间2026-03-25 09:30，预算金额3,586,000元，2026年3月25日开标，电话0757-00000012，网址https://example.gov.cn/a/b。';
  for (let columns = 30; columns <= 60; columns += 1) {
    const lines = folded(text, columns).split('\n');
    for (const whole of ['2026-03-25', '09:30', '3,586,000元', '0757-00000012', 'https://example.gov.cn/a/b'])
      expect(
        lines.some((line) => line.includes(whole)),
        `${columns} ${whole}`,
      ).toBe(true);
    expect(lines.filter((line) => /^[，。]/u.test(line))).toEqual([]);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  }
});

test('lines keep to the width, and what they were indented by', () => {
  const lines = folded(`  ${'甲'.repeat(40)}`, 30).split('\n');
  expect(lines.every((line) => columnsOf(line) <= 30 && line.startsWith('  甲'))).toBe(true);
});

test('colours take no room', () => {
  const dimmed = `\u001b[2m${'甲'.repeat(20)}\u001b[22m`;
  expect(folded(dimmed, 40)).toBe(dimmed);
});
