import { button } from './page.ts';

/** A button in the text of an announcement that leads to another one. */
export const goTo = (id: string, words: string, open: (id: string) => void): HTMLButtonElement =>
  button('go', () => open(id), words);
