import { element } from '../element.ts';
import type { Library } from './library.ts';
import { button } from './page.ts';

/** A sentence in the place of a list or an announcement, with what can be done about it. */
export const say = (words: string, ...buttons: readonly HTMLButtonElement[]): HTMLElement =>
  element('div', 'say', element('p', '', words), ...buttons);

export const tryAgain = (act: () => void): HTMLButtonElement => button('', act, '重试');

/**
 * What is said of a catalogue of which a year did not come.
 * @param isPart whether some of it is shown below
 */
export const missing = (library: Library, isPart: boolean): HTMLElement =>
  say(
    isPart ? '公告目录没有取全，下面缺少一些公告。' : '公告目录现在取不到。请稍后重试，或者到窗口咨询。',
    tryAgain(() => library.retry()),
  );
