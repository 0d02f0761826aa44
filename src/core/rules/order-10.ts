import { fail, pass } from './outcome.ts';
import type { Rule } from './rule.ts';

/** 《招标公告和公示信息发布管理办法》（国家发展改革委令第10号）, rules in article order. */
export const order10: readonly Rule[] = [
  {
    code: 'D151',
    name: 'reprint-without-original',
    title: '转载的公告写明来源和原文网址',
    rows: ['ORDER10-15'],
    citation: {
      instrument: '招标公告和公示信息发布管理办法（国家发展改革委令第10号）',
      article: '第十五条',
      confidence: 'V2',
    },
    inForce: { from: '2018-01-01' },
    appliesTo: {
      categories: ['construction'],
      types: [
        'tender-notice',
        'tender-invitation',
        'prequalification-notice',
        'candidate-notice',
        'award-notice',
      ],
    },
    examples: {
      pass: { facts: { source: '示例省公共资源交易平台', originalUrl: 'https://ggzy.example.cn/notice/1' } },
      fail: { facts: { source: '示例省公共资源交易平台' } },
    },
    check({ source, originalUrl }) {
      if (source === undefined) return undefined;
      if (originalUrl !== undefined) return pass('source', '写明了来源和原文网址');
      return fail('source', '写了来源，没有写原文网址', '原文网址: https://…；是本中心首发的，删掉“来源”');
    },
  },
];
