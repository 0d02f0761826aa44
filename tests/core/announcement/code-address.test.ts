import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOfCode } from '../../../src/core/announcement/code-address.ts';
import { ID } from '../../../src/core/announcement/text.ts';

const digest = (code: string): string => createHash('sha256').update(code).digest('hex').slice(0, 6);

test.each([
  ['GM-JS-2026-012', 'gm-js-2026-012'],
  ['E4406080000001234001', 'e4406080000001234001'],
  ['粤财采购[2026]0123号', `2026-0123-${digest('粤财采购[2026]0123号')}`],
  ['[440608]FJZHJS[GK]2026003', `440608-fjzhjs-gk-2026003-${digest('[440608]FJZHJS[GK]2026003')}`],
  ['GM_JS-2026-012', `gm-js-2026-012-${digest('GM_JS-2026-012')}`],
  ['甲号', digest('甲号')],
])('编号“%s”的网址永远是 %s', (code, address) => {
  expect(addressOfCode(code)).toBe(address);
});

test('不管编号里有什么，网址只有小写字母、数字和短横', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (code) => ID.test(addressOfCode(code))),
  );
});
