/**
 * What a notice says in place of a figure. Whole sentences only: a sum with a slip in it is told, never taken for words.
 */
const STATED: readonly RegExp[] = [
  /^(?:最终)?(?:金额|价格|总价|价款)?(?:以|按|按照|据|依据|根据|参照).{1,80}(?:为准|结算|计算|计取|计费|执行|收取|支付|计价|确定|要求|规定|约定|标准|缴纳|交纳|承担)$/u,
  /^(?:据实|按实)(?:结算|支付)$/u,
  /^(?:面议|另议|择优确定|视征集(?:情况|结果)(?:而定|确定)|待定|暂无|无|\/|-|--|不适用|另行(?:通知|公告|公布|约定))$/u,
  /^(?:本项目|本次招标|本次采购|本标段)?(?:免收|不收取|不收|免缴|免交|不要求(?:提交|提供|缴纳|交纳)?|无需(?:提交|提供|缴纳|交纳)?|不需要?(?:提交|提供|缴纳|交纳)?|不设|不设置|不设定|不设有|未设|没有设)(?:投标|响应|磋商|谈判|报价|竞买|交易|履约)?(?:保证金|担保|最高限价|最高投标限价|招标控制价|限价)?$/u,
  /^免费(?:获取|下载|领取|发放|提供)?$/u,
  /^(?:具体)?(?:金额)?(?:详见|见|参见|详阅).{1,60}$/u,
];

/** Whether words, in the plain form of values, state a price without a figure for it. */
export const isStated = (words: string): boolean => {
  const plain = words.replace(/[\s。]/gu, '');
  return STATED.some((form) => form.test(plain));
};
