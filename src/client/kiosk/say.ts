import { element } from '../element.ts';
import { button } from './page.ts';

/** A sentence in the place of a list or an announcement, with what can be done about it. */
export const say = (words: string, ...buttons: readonly HTMLButtonElement[]): HTMLElement =>
  element('div', 'say', element('p', '', words), ...buttons);

export const tryAgain = (act: () => void): HTMLButtonElement => button('', act, '重试');
