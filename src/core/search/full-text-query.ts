import { isSingle, phraseOf, searchable } from './text.ts';
import type { Want } from './wanted.ts';

/** The forms of a want that a full-text index can be asked for. */
export const askedForms = ({ forms }: Want): readonly string[] =>
  forms.map(searchable).filter((form) => form !== '' && !isSingle(form));

/**
 * What SQLite's FTS5 is asked: every want, each in one of its forms. It is made of phrases of our words alone, so that
 * nothing that was typed is read as a query.
 * @param wants each with a form of two characters or more
 */
export const fullTextQuery = (wants: readonly Want[]): string =>
  wants.map((want) => `(${askedForms(want).map(phraseOf).join(' OR ')})`).join(' AND ');
