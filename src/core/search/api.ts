import type { Answer } from './answer.ts';
import type { Counts, Facet } from './facets.ts';
import { searchable } from './text.ts';
import type { Want } from './wanted.ts';

/*
 * What the search page and the search server say to each other. A whole question is asked by the page's own address
 * (`addressOf`) at `API`; what else has some words in its text, at `TEXTS_API`. Both are paths below the site's root.
 */

export const API = 'api/search';
export const TEXTS_API = `${API}/texts`;

/** The longest address that is asked for, in characters; nginx takes no line above 8 KB. */
export const LONGEST_ADDRESS = 8000;

/** Forms of words that one request may ask for: each may take as long as the whole index. */
export const MOST_FORMS = 64;

/** An answer as it is sent. */
export type SentAnswer = Omit<Answer, 'counts'> & {
  counts: Readonly<Record<Facet, Readonly<Record<string, number>>>>;
};

/** Ids of the announcements that have what was wanted in their text. */
export interface SentTexts {
  ids: readonly string[];
}

export const toSent = (answer: Answer): SentAnswer => ({
  ...answer,
  counts: eachFacet(answer.counts, (numbers: Counts) => Object.fromEntries(numbers)),
});

export const fromSent = (sent: SentAnswer): Answer => ({
  ...sent,
  counts: eachFacet(sent.counts, (numbers) => new Map(Object.entries(numbers))),
});

const eachFacet = <A, B>(
  counts: Readonly<Record<Facet, A>>,
  change: (numbers: A) => B,
): Record<Facet, B> => ({
  category: change(counts.category),
  type: change(counts.type),
  region: change(counts.region),
  status: change(counts.status),
});

/**
 * The `?…` that asks for texts: `f0=污水&f0=排水&f1=管网` wants one of the first two and the third, `i0=<id>` takes that
 * announcement for one that has the first.
 * @param since the first year that is looked through; nothing where none is
 */
export function textsAddress(wants: readonly Want[], since: string | undefined): string {
  const given = new URLSearchParams();
  if (since !== undefined) given.append('since', since);
  wants.forEach(({ forms, ids }, place) => {
    forms.map(searchable).forEach((form) => given.append(`f${place}`, form));
    ids?.forEach((id) => given.append(`i${place}`, id));
  });
  return `?${given.toString()}`;
}

/** Reads such a `?…`; nothing where it asks for nothing that can be understood. */
export function textsAsked(search: string): { wants: readonly Want[]; since: string } | undefined {
  const given = new URLSearchParams(search);
  const since = given.get('since') ?? '';
  const wants: Want[] = [];
  for (let place = 0; given.has(`f${place}`) || given.has(`i${place}`); place += 1) {
    const ids = given.getAll(`i${place}`);
    wants.push({
      forms: given.getAll(`f${place}`).map(searchable),
      ...(ids.length > 0 && { ids: new Set(ids) }),
    });
  }
  return /^\d{4}$/u.test(since) && wants.length > 0 ? { wants, since } : undefined;
}
