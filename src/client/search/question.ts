import { isCategory, type Category } from '../../core/announcement/category.ts';

/** A question as the address holds it, whole. */
export interface Question {
  /** As the reader typed it. */
  words: string;
  category: Category | undefined;
  /** Whether the words of the announcements are searched, and not only title, code and parties. */
  inBodies: boolean;
  /** Page of the results, from 1. */
  page: number;
}

/** Reads the question in an address's `?…`; what it does not understand it leaves out. */
export function questionIn(search: string): Question {
  const given = new URLSearchParams(search);
  const category = given.get('category') ?? '';
  const page = Number(given.get('page'));
  return {
    words: (given.get('q') ?? '').trim(),
    category: isCategory(category) ? category : undefined,
    inBodies: given.get('in') !== 'title',
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
  };
}

/** The `?…` that asks a question, or nothing for the empty question. What goes without saying is left out. */
export function addressOf({ words, category, inBodies, page }: Question): string {
  const given = new URLSearchParams();
  if (words !== '') given.set('q', words);
  if (category) given.set('category', category);
  if (!inBodies) given.set('in', 'title');
  if (page > 1) given.set('page', String(page));
  const text = given.toString();
  return text === '' ? '' : `?${text}`;
}

export const isEmpty = ({ words, category }: Question): boolean => words === '' && category === undefined;
