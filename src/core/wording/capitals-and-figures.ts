import { printMoney } from '../announcement/money.ts';
import { parseMoney } from '../announcement/money-forms.ts';
import { CAPITALS, parseCapitalMoney } from '../announcement/capital-money.ts';
import type { WordingFault, WordingRule } from './line.ts';

const FIGURE = '(?<sign>[¥￥]?)\\s*(?<figure>\\d[\\d,，]*(?:\\.\\d+)?)\\s*(?<unit>亿元|万元|元|)';
const CAPITAL = `(?<capital>[${CAPITALS}]*[元圆圓][${CAPITALS}]*)`;

/** `341.2万元（大写：叁佰肆拾壹万贰仟元整）`: the word 大写 or a bracket must bind the two. */
const FIGURE_FIRST = new RegExp(
  `${FIGURE}(?:\\s*[（(【,，;；]\\s*(?:即|合)?\\s*(?:人民币)?\\s*(?:金额)?大写[为是]?|\\s*[（(【]\\s*(?=人民币[${CAPITALS}]))\\s*(?:金额)?[:：]?\\s*(?:人民币)?\\s*${CAPITAL}`,
  'gu',
);

/** `叁佰肆拾壹万贰仟元整（￥3,412,000.00）`, `大写：…，小写：3412000元`. */
const CAPITAL_FIRST = new RegExp(
  `${CAPITAL}\\s*[（(【,，;；]?\\s*(?:小写[为是]?|(?=[¥￥]))\\s*(?:金额)?[:：]?\\s*(?:人民币)?\\s*${FIGURE}`,
  'gu',
);

/** Money in capitals and in figures must be the same sum. */
export const capitalsAndFigures: WordingRule = ({ text }) =>
  /[壹贰叁肆伍陆柒捌玖拾貳參陸]/u.test(text)
    ? [...text.matchAll(FIGURE_FIRST), ...text.matchAll(CAPITAL_FIRST)].flatMap(disagreement)
    : [];

function disagreement(match: RegExpMatchArray): readonly WordingFault[] {
  const { sign, figure, unit, capital } = match.groups as Readonly<Record<string, string>>;
  if (!unit && !sign) return [];
  const money = parseMoney(`${figure!.replace(/[,，]/gu, '')}${unit || '元'}`);
  if ('fault' in money) return [];
  const capitals = parseCapitalMoney(capital!);
  if (capitals === money.value) return [];
  const at = { code: 'C202', index: match.index! + match[0].lastIndexOf(capital!), text: capital! };
  if (capitals === undefined) {
    return [{ ...at, message: `看不懂大写金额“${capital}”`, help: '写成“叁佰肆拾壹万贰仟元整”这样' }];
  }
  const message = `大写是 ${printMoney(capitals)}，小写是 ${printMoney(money.value)}，对不上`;
  return [{ ...at, message, help: '对照中标通知书或者合同改正；两处要一致' }];
}
