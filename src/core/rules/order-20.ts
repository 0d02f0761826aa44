import { fail, pass } from './outcome.ts';
import type { Citation, Rule } from './rule.ts';

const measures = (article: string): Citation => ({
  instrument: '电子招标投标办法（国家发展改革委等八部委令第20号）',
  article,
  confidence: 'V*',
});

const inForce = { from: '2013-05-01' };

/** 八部委令第20号《电子招标投标办法》, rules in article order. */
export const order20: readonly Rule[] = [
  {
    code: 'D161',
    name: 'registration-before-download',
    title: '电子招标不得在注册登记以外设置下载文件的前置条件',
    rows: ['E-NO-REGISTRATION'],
    citation: measures('第二十条'),
    inForce,
    appliesTo: {
      categories: ['construction'],
      types: ['tender-notice', 'tender-invitation', 'prequalification-notice'],
    },
    examples: {
      pass: { facts: { documentsPlace: '登录示例交易平台下载' }, body: '在平台注册登记后即可下载。' },
      fail: {
        facts: { documentsPlace: '登录示例交易平台下载' },
        body: '潜在投标人须先到代理机构投标报名，方可下载招标文件。',
      },
    },
    check({ documentsPlace = '' }, { body }) {
      const text = `${documentsPlace}\n${body}`;
      if (!isElectronic(text)) return undefined;
      const sentence = text
        .split(/[。；\n]/u)
        .find((one) => REGISTRATION_FIRST.some((words) => words.test(one)));
      if (sentence === undefined) return pass('type', '下载文件没有投标报名的前置条件');
      const message = `“${sentence.trim().slice(0, 40)}”把报名作为下载文件的条件`;
      return fail('type', message, '注册登记以后都可以下载；不是电子招标的，写明到哪里领取纸质文件');
    },
  },
  {
    code: 'D162',
    name: 'objection-on-paper-only',
    title: '电子招标的异议通过交易平台提出和答复',
    rows: ['E-OBJECTION'],
    citation: measures('第三十九条'),
    inForce,
    atMost: 'info',
    appliesTo: { categories: ['construction'], types: ['candidate-notice'] },
    examples: {
      pass: {
        facts: { objectionChannel: '在示例交易平台提出' },
        parent: { type: 'tender-notice', facts: { documentsPlace: '登录示例交易平台下载' } },
      },
      fail: {
        facts: { objectionChannel: '以书面形式送招标人办公室' },
        parent: { type: 'tender-notice', facts: { documentsPlace: '登录示例交易平台下载' } },
      },
    },
    check({ objectionChannel }, { call }) {
      if (objectionChannel === undefined || !isElectronic(call?.facts.documentsPlace ?? '')) return undefined;
      if (ONLINE.test(objectionChannel)) return pass('objectionChannel', '可以通过交易平台提出异议');
      // What is in writing may be a message of data too.
      if (!ON_PAPER.test(objectionChannel)) return undefined;
      const message = '招标文件在平台获取，异议只能送纸质的';
      return fail('objectionChannel', message, '加上在平台提出的办法；不是电子招标的不用改');
    },
  },
];

const isElectronic = (text: string): boolean => /平台|系统|电子(?:招标|投标|文件|交易)|网上下载/u.test(text);

const ON_PAPER = /纸质|原件|现场|当面|窗口|邮寄|快递|送(?:到|至|达|交|招标人|代理)/u;

const ONLINE = /平台|系统|在线|网上|电子|网站/u;

/** A registration for the tender, not the account that a platform asks for. */
const REGISTRATION_FIRST: readonly RegExp[] = [
  /报名[^，,]{0,12}[，,]?[^，,]{0,6}(?:方可|才能|才可|后可?|合格[者后])[^，,]{0,10}(?:获取|下载|领取|购买|得到)/u,
  /(?:未|没有)[^，,]{0,10}报名[^。]{0,16}(?:不得|不能|不予|无法|拒绝)/u,
];
