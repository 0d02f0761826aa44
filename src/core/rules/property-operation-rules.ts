import { fail, pass } from './outcome.ts';
import { stateEnterprise } from './regime.ts';
import type { Rule } from './rule.ts';

const enterprise = { ownership: 'enterprise' } as const;

/** 《企业国有资产交易操作规则》（国资发产权规〔2025〕17号）. */
export const propertyOperationRules: readonly Rule[] = [
  {
    code: 'D509',
    name: 'extension-too-short',
    title: '每次延长披露不少于 5 个工作日',
    rows: ['SOE-EXTEND-5WD'],
    citation: {
      instrument: '企业国有资产交易操作规则（国资发产权规〔2025〕17号）',
      article: '关于延长信息披露的规定',
      confidence: 'M',
    },
    inForce: { from: '2009-07-01' },
    appliesTo: { categories: ['property'], types: ['extension-notice'], regime: stateEnterprise },
    examples: {
      pass: {
        facts: { extensionWorkingDays: 5 },
        parent: { type: 'property-transfer', facts: enterprise },
      },
      fail: {
        facts: { extensionWorkingDays: 3 },
        parent: { type: 'property-transfer', facts: enterprise },
      },
    },
    check({ extensionWorkingDays }) {
      if (extensionWorkingDays === undefined) return undefined;
      if (extensionWorkingDays >= 5)
        return pass('extensionWorkingDays', `延长 ${extensionWorkingDays} 个工作日`);
      return fail(
        'extensionWorkingDays',
        `只延长 ${extensionWorkingDays} 个工作日，少于 5 个工作日`,
        '延长期限: 5个工作日',
      );
    },
  },
];
