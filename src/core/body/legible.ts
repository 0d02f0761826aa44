import {
  apart,
  BODY_CODE,
  remainMark,
  unfinished,
  unreadableIn,
  type Mark,
} from '../announcement/legible/marks.ts';
import { blanksToFill, wordsThatAsk } from '../announcement/legible/remains.ts';
import { MOST_FINDINGS, type BodyFinding } from './finding.ts';

/** Finds what nobody can read in a body, and what no finished one has; of what cannot be seen, the first of a line. */
export function checkLegible(body: string): readonly BodyFinding[] {
  // Nearly every body has nothing to find in it: it is looked through once as a whole, not by the line.
  if (marksIn(body, false).length === 0) return [];
  const findings: BodyFinding[] = [];
  let isForm = false;
  for (const [index, line] of body.split('\n').entries()) {
    isForm ||= OPENS_FORM.test(line);
    for (const mark of marksIn(line, isForm)) findings.push(toFinding(line, index + 1, mark));
    if (findings.length >= MOST_FINDINGS) break;
  }
  return findings;
}

/** From such a heading on the places to fill are the bidder's. */
const OPENS_FORM =
  /^[\s#*（(]*(?:附件|附表|附录|格式)|^.{0,40}(?:格式|投标函|报名表|申请表|登记表|回执|委托书|承诺书|承诺函|声明函|证明书|申请书|报价表|一览表|质疑函|投诉书)[\s*）)：:]*$/u;

/** Names of facts that the notice itself must give. */
const FACT =
  /(?:项目名称|项目编号|预算|限价|起始价|截止|开标|时间|地点|招标人|采购人|出让人|转让方|代理机构|联系人|联系电话|资金来源|工期)[^\n：:_＿]{0,12}[：:]?[\s*]*$/u;

function marksIn(line: string, isForm: boolean): readonly Mark[] {
  const unfinishedMarks = unfinished(line);
  const unreadable = unreadableIn(line, '正文');
  // Of private use is what a wrong encoding leaves between its characters.
  const garbled = unfinishedMarks.some(({ kind }) => kind === 'garbled');
  return apart([
    ...(unreadable && !garbled ? [unreadable] : []),
    ...unfinishedMarks,
    ...(isForm ? [] : toFill(line)),
  ]);
}

/** Places to fill, where a form for bidders has none: after the name of a fact, or in words that ask. */
const toFill = (line: string): readonly Mark[] => [
  ...blanksToFill(line)
    .filter(({ index, text }) => !/^[_＿]/u.test(text) || FACT.test(line.slice(0, index)))
    .slice(0, 1)
    .map((remain) => remainMark('perhaps-remain', remain)),
  ...wordsThatAsk(line).map((remain) => remainMark('perhaps-remain', remain)),
];

const toFinding = (
  line: string,
  number: number,
  { kind, index, text, message, help }: Mark,
): BodyFinding => ({
  code: BODY_CODE[kind],
  line: number,
  column: [...line.slice(0, index)].length + 1,
  length: Math.max(1, [...text].length),
  message,
  help,
});
