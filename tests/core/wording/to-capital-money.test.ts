import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCapitalMoney } from '../../../src/core/announcement/capital-money.ts';
import { toCapitalMoney } from '../../../src/core/wording/to-capital-money.ts';

/** The second group is the examples of the rules for filling in bills 《正确填写票据和结算凭证的基本规定》. */
test.each([
  ['3586000.00', '叁佰伍拾捌万陆仟元整'],
  ['100000.00', '壹拾万元整'],
  ['10.00', '壹拾元整'],
  ['15.00', '壹拾伍元整'],
  ['100010000.00', '壹亿零壹万元整'],
  ['100005000.00', '壹亿零伍仟元整'],
  ['1005000.00', '壹佰万伍仟元整'],
  ['100500.00', '壹拾万零伍佰元整'],
  ['20000.00', '贰万元整'],
  ['1000000000000.00', '壹万亿元整'],
  ['0.00', '零元整'],
  ['0.05', '零元零伍分'],

  ['1409.50', '壹仟肆佰零玖元伍角'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
  ['107000.53', '壹拾万柒仟元伍角叁分'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '叁佰贰拾伍元零肆分'],
])('%s yuan is %s', (yuan, capitals) => {
  expect(toCapitalMoney(Number(yuan.replace('.', '')))).toBe(capitals);
});

test('what is written in capitals is read back to the same fen', () => {
  const amounts = fc.oneof(
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.maxSafeNat(),
    // Amounts with many zeros, where the rules are.
    fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 12 }))
      .map(([n, zeros]) => n * 10 ** zeros),
    fc
      .array(fc.constantFrom(0, 0, 0, 1, 9), { minLength: 1, maxLength: 15 })
      .map((figures) => Number(figures.join(''))),
  );
  fc.assert(
    fc.property(amounts, (fen) => {
      const capitals = toCapitalMoney(fen);
      expect(capitals).not.toContain('零零');
      expect(parseCapitalMoney(capitals)).toBe(fen);
    }),
  );
});
