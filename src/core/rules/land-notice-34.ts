import { sumIn } from '../announcement/price.ts';
import { fail, pass } from './outcome.ts';
import type { Rule } from './rule.ts';

/** 国土资发〔2010〕34号《关于加强房地产用地供应和监管有关问题的通知》. */
export const landNotice34: readonly Rule[] = [
  {
    code: 'D412',
    name: 'land-deposit-too-low',
    title: '竞买保证金不低于起始价的 20%',
    rows: ['LAND-DEPOSIT-20PCT'],
    citation: {
      instrument: '关于加强房地产用地供应和监管有关问题的通知（国土资发〔2010〕34号）',
      article: '关于竞买保证金的规定',
      confidence: 'M',
    },
    inForce: { from: '2010-03-08' },
    appliesTo: { categories: ['land'], types: ['land-grant-notice'] },
    examples: {
      pass: { facts: { startPriceFen: 1_876_000_000, depositFen: 376_000_000 } },
      fail: { facts: { startPriceFen: 1_876_000_000, depositFen: 300_000_000 } },
    },
    check({ startPriceFen, depositFen, parcels = [] }) {
      const pairs = [
        { at: 'depositFen', price: sumIn(startPriceFen), deposit: sumIn(depositFen) },
        ...parcels.map((parcel, index) => ({
          at: `parcels.${index}.depositFen`,
          price: sumIn(parcel.startPriceFen),
          deposit: sumIn(parcel.depositFen),
        })),
      ].filter(({ price, deposit }) => price !== undefined && deposit !== undefined);
      const low = pairs.find(({ price, deposit }) => deposit! * 5 < price!);
      if (low) return fail(low.at, '竞买保证金低于起始价的 20%', '核对保证金和起始价');
      return pairs.length === 0 ? undefined : pass('depositFen', '竞买保证金不低于起始价的 20%');
    },
  },
];
