import type { WordingFault, WordingRule } from './line.ts';

const NAMES = '一二三四五六日';
const DAY =
  /(?:(?<year>\d{4})\s*[年./-]\s*)?(?<month>\d{1,2})\s*[月./-]\s*(?<day>\d{1,2})\s*日?(?:\s*(?:上午|下午)?\s*\d{1,2}\s*[:：时]\s*(?:\d{2}分?)?)?\s*[（(]?\s*(?<word>(?:星期|礼拜|周)(?<name>[一二三四五六日天]))/gu;
const YEAR = /(\d{4})\s*[年./-]\s*\d{1,2}\s*[月./-]/gu;

/** A weekday beside a date must be that day's. A date without a year takes that of the date before it in its line. */
export const weekday: WordingRule = ({ text }) =>
  /星期|礼拜|周[一二三四五六日天]/u.test(text)
    ? [...text.matchAll(DAY)].flatMap((match) => wrongDay(match, text))
    : [];

function wrongDay(match: RegExpMatchArray, line: string): readonly WordingFault[] {
  const { year, month, day, word, name } = match.groups as Readonly<Record<string, string | undefined>>;
  const known = year ?? [...line.slice(0, match.index).matchAll(YEAR)].at(-1)?.[1];
  if (known === undefined) return [];
  const index = match.index! + match[0].lastIndexOf(word!);
  const written = `${known}年${Number(month)}月${Number(day)}日`;
  const right = weekdayOf(Number(known), Number(month), Number(day));
  if (right === undefined) {
    const message = `日历上没有${written}`;
    return [{ code: 'C203', index: match.index!, text: match[0], message, help: '核对日期' }];
  }
  const wrong = NAMES.indexOf(name === '天' ? '日' : name!) + 1;
  if (right === wrong) return [];
  const rightWord = word!.slice(0, -1) + NAMES[right - 1]!;
  const message = `${written}是${rightWord}，不是${word}`;
  return [{ code: 'C203', index, text: word!, message, help: `核对日期；日期没错就改成“${rightWord}”` }];
}

/** 1 for Monday to 7 for Sunday; nothing for a day that the calendar does not have. */
function weekdayOf(year: number, month: number, day: number): number | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).dayOfWeek;
  } catch {
    return undefined;
  }
}
