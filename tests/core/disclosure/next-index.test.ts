import { expect, test } from 'vitest';
import { nextIndex } from '../../../src/core/disclosure/next-index.ts';

test.each([
  ['SL-2026-00001', ['SL-2026-00001'], 'SL-2026-00002'],
  ['SL-2026-00001', ['SL-2026-00001', 'SL-2026-00009', 'SL-2025-00100'], 'SL-2026-00010'],
  ['440608-9', ['440608-9'], '440608-10'],
  ['示〔2026〕099', ['示〔2026〕099'], '示〔2026〕100'],
  ['目录甲', ['目录甲'], undefined],
])('behind %s of %j comes %s', (index, taken, next) => {
  expect(nextIndex(index, taken)).toBe(next);
});
