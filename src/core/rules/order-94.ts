import { fail, pass } from './outcome.ts';
import { procurement } from './regime.ts';
import type { Rule } from './rule.ts';

/** 财政部令第94号《政府采购质疑和投诉办法》. */
export const order94: readonly Rule[] = [
  {
    code: 'D336',
    name: 'challenge-in-person-only',
    title: '质疑函可以邮寄，期满前交邮的不算过期',
    rows: ['GP-CHALLENGE-POST'],
    citation: {
      instrument: '政府采购质疑和投诉办法（财政部令第94号）',
      article: '第十三条、第四十二条',
      quote: '不得拒收质疑供应商在法定质疑期内发出的质疑函……质疑、投诉文件在期满前交邮的，不算过期',
      confidence: 'V',
    },
    inForce: { from: '2018-03-01' },
    atMost: 'warning',
    appliesTo: {
      categories: ['procurement'],
      types: [
        'tender-notice',
        'prequalification-notice',
        'competitive-negotiation',
        'competitive-consultation',
        'inquiry-notice',
        'framework-solicitation',
        'award-notice',
        'deal-notice',
        'result-notice',
        'correction-notice',
      ],
      regime: procurement,
    },
    examples: {
      pass: { facts: { noticeWorkingDays: 5 }, body: '质疑函可以当面递交，也可以邮寄。' },
      fail: { facts: { noticeWorkingDays: 5 }, body: '质疑函仅接受现场递交，邮寄的不予受理。' },
    },
    check(_, { body }) {
      const sentences = body.split(/[。；\n]/u).filter((sentence) => sentence.includes('质疑'));
      if (sentences.length === 0) return undefined;
      const inPerson = sentences.find((sentence) => IN_PERSON.some((words) => words.test(sentence)));
      if (inPerson !== undefined) return fail('type', `质疑${ONLY(inPerson)}，邮寄的也要接收`, HELP);
      const electronic = sentences.find((sentence) => ELECTRONIC.test(sentence));
      if (electronic === undefined) return pass('type', '没有拒收邮寄的质疑函');
      const message = `质疑${ONLY(electronic)}，邮寄的收不收无法判断`;
      return { verdict: 'unknown', at: 'type', message, help: HELP };
    },
  },
];

const ONLY = (sentence: string): string => `的提交方式写的是“${sentence.trim().slice(0, 40)}”`;

const HELP = '写明当面、邮寄都可以，邮寄的以交邮时间为准；有依据的用“例外”写明';

/** Delivery by hand alone, or post turned away; what came too late may be turned away however it came. */
const IN_PERSON: readonly RegExp[] = [
  /(?:仅|只|必须|须)[^，,]{0,8}(?:现场|当面|直接|派人|窗口|专人)[^，,]{0,8}(?:递交|提交|提出|送达|送交|受理)/u,
  /(?:不接受|不受理|不予接收|不予受理|拒收|拒绝)[^，,]{0,8}(?:邮寄|邮递|快递|寄送)/u,
  /^(?!.*(?:逾期|超过|期满|期限)).*(?:邮寄|邮递|快递|寄送)[^，,]{0,16}(?:不予|不接受|不受理|无效|拒收|拒绝)/u,
];

const ELECTRONIC = /(?:仅|只)(?:接受|受理|能|可以?|限)[^，,]{0,10}(?:电子|在线|网上|系统|平台)/u;
