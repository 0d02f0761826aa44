import { markdown, wordsOf, type Token } from './markdown.ts';

/** What a bidder asked and what was answered, word for word; lines are divided by newlines. */
export interface Answered {
  question: string;
  answer: string;
}

/** `1.`, `（一）`, `问题 3`: what may stand before the words of a question or an answer. */
const NUMBER = String.raw`(?:[（(]?[\d０-９一二三四五六七八九十]{1,3}[）)]?[、.．]?\s*)?`;
const QUESTION = new RegExp(`^${NUMBER}(?:问题?|提问|疑问)\\s*${NUMBER}[：:]\\s*(?=\\S)`, 'u');
const ANSWER = new RegExp(`^${NUMBER}(?:答案?|答复|回复|解答|澄清)\\s*${NUMBER}[：:]\\s*(?=\\S)`, 'u');

/** The heads of a table of questions and answers. */
const QUESTION_HEAD = /^(?:投标人|供应商|潜在投标人)?(?:所?提(?:出的?)?)?(?:问题?|提问|疑问)(?:内容)?$/u;
const ANSWER_HEAD = /^(?:招标人|采购人)?(?:答案?|答复|回复|解答|澄清)(?:内容|意见)?$/u;

/**
 * The questions of a notice with their answers, where it sets them out as pairs: in a table whose heads say so, or line
 * by line behind 问： and 答：. None where it does so in any other way, or leaves a question without its answer: whoever
 * shows them shows the notice itself then.
 */
export function questionsIn(body: string): readonly Answered[] {
  const tokens = markdown.parse(body, {});
  const tabled = tablesIn(tokens).flatMap(pairsOfTable);
  return tabled.length > 0 ? tabled : pairsOfLines(linesOutsideTables(tokens));
}

/** The cells of a table's rows, the head row first. */
type Rows = readonly (readonly string[])[];

function tablesIn(tokens: readonly Token[]): readonly Rows[] {
  const tables: string[][][] = [];
  for (const [index, { type }] of tokens.entries()) {
    if (type === 'table_open') tables.push([]);
    else if (type === 'tr_open') tables.at(-1)!.push([]);
    else if (type === 'th_open' || type === 'td_open')
      tables
        .at(-1)!
        .at(-1)!
        .push(wordsOf(tokens[index + 1]!).trim());
  }
  return tables;
}

/** A row that joins cells answers several questions at once, or none: such a table is shown as it stands. */
function pairsOfTable([head = [], ...rows]: Rows): readonly Answered[] {
  const [asked, answered] = [QUESTION_HEAD, ANSWER_HEAD].map((pattern) =>
    head.findIndex((cell) => pattern.test(cell.replace(/\s/gu, ''))),
  ) as [number, number];
  if (asked < 0 || answered < 0 || rows.some((cells) => cells.length !== head.length)) return [];
  const pairs = rows.map((cells) => ({ question: cells[asked]!, answer: cells[answered]! }));
  return isWhole(pairs) ? pairs : [];
}

function linesOutsideTables(tokens: readonly Token[]): readonly string[] {
  const lines: string[] = [];
  let isInTable = false;
  for (const token of tokens) {
    if (token.type === 'table_open') isInTable = true;
    if (token.type === 'table_close') isInTable = false;
    if (token.type === 'inline' && !isInTable) lines.push(...wordsOf(token).split('\n'));
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** What follows an answer belongs to it only where another question comes after; at the end it may be about all. */
function pairsOfLines(lines: readonly string[]): readonly Answered[] {
  const pairs: { question: string; answer: string }[] = [];
  let last: 'question' | 'answer' | undefined;
  let behind: string[] = [];
  for (const line of lines) {
    if (QUESTION.test(line)) {
      if (pairs.length > 0) pairs.at(-1)!.answer = [pairs.at(-1)!.answer, ...behind].join('\n').trim();
      pairs.push({ question: line.replace(QUESTION, ''), answer: '' });
      last = 'question';
    } else if (ANSWER.test(line) && last === 'question') {
      pairs.at(-1)!.answer = line.replace(ANSWER, '');
      last = 'answer';
    } else if (last === 'question') {
      pairs.at(-1)!.question += `\n${line}`;
      continue;
    } else {
      behind.push(line);
      continue;
    }
    behind = [];
  }
  return isWhole(pairs) ? pairs : [];
}

const isWhole = (pairs: readonly Answered[]): boolean =>
  pairs.every(({ question, answer }) => question !== '' && answer !== '');
