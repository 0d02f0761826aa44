import { cellsOf, type WordingFault, type WordingRule } from './line.ts';

/** Headings of columns whose values are parts of a whole. */
const SHARE = /占比|比例|份额|权重|股权|股比|持股|百分比/u;
const NOT_A_SHARE = /增|涨|溢|倍|完成|达到|变动|同比|环比/u;
const ALONE = /^(\d+(?:\.\d+)?)\s*[%％]$/u;
const SAID =
  /(?:占比|持股比例|出资比例|份额|权重|股权)(?:为|是|:|：|约)?\s*(?<share>(\d+(?:\.\d+)?)\s*[%％])/gu;

/** No part is larger than the whole. */
export const share: WordingRule = ({ text, headings }) => {
  if (!/[%％]/u.test(text)) return [];
  const fault = (index: number, found: string): WordingFault => ({
    code: 'C205',
    index,
    text: found,
    message: `${found} 超过了 100%`,
    help: '核对数字；多半是小数点错了一位',
  });
  if (headings === undefined) {
    return [...text.matchAll(SAID)]
      .filter((match) => Number(match[2]) > 100)
      .map((match) => fault(match.index + match[0].lastIndexOf(match[1]!), match[1]!));
  }
  return cellsOf(text).flatMap(({ text: cell, index }, column) => {
    const heading = headings[column] ?? '';
    const number = ALONE.exec(cell)?.[1];
    const isShare = SHARE.test(heading) && !NOT_A_SHARE.test(heading);
    return isShare && number !== undefined && Number(number) > 100 ? [fault(index, cell)] : [];
  });
};
