import { complete } from './contents.ts';
import { fail, pass } from './outcome.ts';
import { isTenderedByDuty, mustTender } from './regime.ts';
import type { Citation, Rule } from './rule.ts';

const order = (article: string): Citation => ({
  instrument: '招标公告和公示信息发布管理办法（国家发展改革委令第10号）',
  article,
  confidence: 'V2',
});

const inForce = { from: '2018-01-01' };

/** 《招标公告和公示信息发布管理办法》（国家发展改革委令第10号）, rules in article order. */
export const order10: readonly Rule[] = [
  {
    code: 'D152',
    name: 'tender-notice-lacks-duty-contents',
    title: '依法必须招标的，招标公告、资格预审公告写明内容、资金来源、资格、获取和递交办法、联系方式',
    rows: ['ORDER10-5'],
    citation: order('第五条'),
    inForce,
    appliesTo: {
      categories: ['construction'],
      types: ['tender-notice', 'prequalification-notice'],
      regime: mustTender,
    },
    asksContents: true,
    examples: {
      pass: {
        facts: {
          mustTender: true,
          scope: '道路 1.2 公里',
          fundSource: '区财政资金',
          buyerAddress: '示例路 1 号',
        },
        body: '工期 90 日历天，资质三级。在示例平台下载招标文件，上传投标文件。联系人：麦工（示例），电话 0757-00000001。',
      },
      fail: { facts: { mustTender: true, scope: '道路 1.2 公里' }, body: '现公开招标。' },
    },
    // Where it is not known whether they must be tendered, D108 asks for what every tender must say.
    check: (_, matter) => complete(matter, ({ isBasic }) => isTenderedByDuty(matter) || isBasic !== true),
  },
  {
    code: 'D153',
    name: 'candidates-lack-contents',
    title: '依法必须招标的，中标候选人公示写明评标情况和候选人的资格能力条件',
    rows: ['ORDER10-6'],
    citation: order('第六条'),
    inForce,
    appliesTo: { categories: ['construction'], types: ['candidate-notice'], regime: mustTender },
    asksContents: true,
    examples: {
      pass: {
        facts: { objectionChannel: '公示期内向招标人提出' },
        body: '评标委员会评审得分见下表；第一候选人具有市政公用工程施工总承包三级资质。',
        parent: { type: 'tender-notice', facts: { mustTender: true } },
      },
      fail: {
        facts: { objectionChannel: '公示期内向招标人提出' },
        body: '现将候选人公示如下。',
        parent: { type: 'tender-notice', facts: { mustTender: true } },
      },
    },
    check: (_, matter) => complete(matter),
  },
  {
    code: 'D151',
    name: 'reprint-without-original',
    title: '转载的公告写明来源和原文网址',
    rows: ['ORDER10-15'],
    citation: order('第十五条'),
    inForce,
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
