import { describe, expect, test } from 'vitest';
import { dealCodeCheck, mod37Check } from '../../../src/core/announcement/deal-code.ts';
import { types, formOf } from '../../../src/core/announcement/schema.ts';

describe('ISO 7064 MOD 37-2', () => {
  test.each([
    ['079', 'T'],
    ['G123489654321', 'Y'],
    ['A0112440608000000000N20260302000001', '5'],
  ])('%s has the check character %s', (body, character) => {
    expect(mod37Check(body)).toBe(character);
  });

  test('every slip of one character and every exchange of two neighbours is told', () => {
    const body = 'A0112440608000000000N20260302000001';
    const right = mod37Check(body);
    for (let at = 0; at < body.length; at += 1) {
      const other = body[at] === '7' ? '8' : '7';
      expect(mod37Check(body.slice(0, at) + other + body.slice(at + 1))).not.toBe(right);
      const [a, b] = [body[at]!, body[at + 1]];
      if (b !== undefined && a !== b)
        expect(mod37Check(body.slice(0, at) + b + a + body.slice(at + 2))).not.toBe(right);
    }
  });
});

describe('统一交易标识码', () => {
  test('the example of the vocabulary is right', () => {
    const examples = types.flatMap(formOf).filter(({ key }) => key === 'unifiedDealCode');
    expect(examples.length).toBeGreaterThan(0);
    for (const { example } of examples) {
      const { stated, reckoned } = dealCodeCheck(example!)!;
      expect(stated).toBe(reckoned);
    }
  });

  test.each(['A01-12440608000000000N-20260302-000001-5', 'A0112440608000000000N202603020000015'])(
    '%s can be told',
    (code) => {
      expect(dealCodeCheck(code)).toEqual({ stated: '5', reckoned: '5' });
    },
  );

  test.each(['GD-2026-0001', 'A01-12440608000000000N-20260302-000001', '粤公易〔2026〕1号'])(
    'of %s, of another build, nothing is told',
    (code) => {
      expect(dealCodeCheck(code)).toBeUndefined();
    },
  );
});
