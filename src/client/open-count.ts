import { daysLeft } from './time-left.ts';

/**
 * Puts the sentence of the home page about open calls right for a moment, in milliseconds since 1970: how many are
 * open, and when the next closes. Those that have closed since the build are no longer counted. Where more have closed
 * than the page names, the sentence of the build stays, with its moment.
 */
export function countOpen(sentence: HTMLElement, moment: number): void {
  sentence.classList.add('is-told');
  const closings = sentence.dataset['closings']!.split(' ');
  const ahead = closings.filter((closing) => Date.parse(closing) > moment);
  say(sentence, 'now', ahead.length === 0 ? sentence.dataset['asOf']! : '今天');
  if (ahead.length === 0) return;
  say(sentence, 'count', String(Number(sentence.dataset['count']) - (closings.length - ahead.length)));
  say(sentence, 'next', closes(ahead[0]!, moment));
}

/** `明天 09:00 `, `后天`, `还有 9 天`. */
function closes(closing: string, moment: number): string {
  const day = daysLeft(Date.parse(closing), moment);
  const time = closing.slice(11, 16);
  return day.length > 2 || time === '24:00' ? day : `${day} ${time} `;
}

const say = (sentence: HTMLElement, part: string, words: string): void => {
  sentence.querySelector(`[data-say=${part}]`)!.textContent = words;
};
