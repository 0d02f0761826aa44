import { describe, expect, test } from 'vitest';
import { shelfOf as spelledShelfOf } from '../../src/core/kiosk/shelf.ts';
import type { Known } from '../../src/core/query-expansion/known.ts';
import { LITTLE } from '../../src/core/query-expansion/little.ts';
import { lookAgain } from '../../src/core/query-expansion/look-again.ts';
import { needsSimplified } from '../../src/core/query-expansion/simplified.ts';
import { needsSpelling } from '../../src/core/query-expansion/spelled.ts';
import { noQuestion } from '../../src/core/search/question.ts';
import { select } from '../../src/core/search/select.ts';
import { shelfOf } from '../../src/core/search/shelf.ts';
import { searchable } from '../../src/core/search/text.ts';
import { wantsIn, type Want } from '../../src/core/search/wanted.ts';
import { simplifiedForms } from '../../src/core/simplified.ts';
import { sampleEdition } from './edition.ts';
import { FORGIVING } from './forgiving-questions.ts';
import { catalogues, searchRecords, spellings } from './search-data.ts';

const edition = sampleEdition();
const now = Date.parse(edition.now);
const shelves = catalogues(edition).map(({ catalogue }) => shelfOf(catalogue));
const spelled = catalogues(edition).map(({ catalogue }, place) =>
  spelledShelfOf(catalogue, spellings(edition)[place]!),
);
const simplified = simplifiedForms();
const forms = searchRecords(edition).map(({ id, sections }) => ({ id, sections: sections.map(searchable) }));

/** What the full-text index answers: it is exact, as `search.spec.ts` holds of it. */
const bodiesWith = (wants: readonly Want[]): Promise<ReadonlySet<string>> =>
  Promise.resolve(
    new Set(
      forms
        .filter(({ id, sections }) =>
          wants.every(
            (want) =>
              want.ids?.has(id) ||
              want.forms.some((form) => sections.some((section) => section.includes(searchable(form)))),
          ),
        )
        .map(({ id }) => id),
    ),
  );

const question = (words: string) => ({ ...noQuestion, scope: 'all' as const, words });

const answers = new Map<string, readonly string[]>();

async function exactly(words: string): Promise<readonly string[]> {
  const known = answers.get(words);
  if (known) return known;
  const inBodies = await bodiesWith(wantsIn(words));
  const { hits } = select(shelves, question(words), { now, inBodies });
  const ids = hits.map(({ shelf, row }) => shelf.catalogue.id[row]!);
  answers.set(words, ids);
  return ids;
}

/** What the page does with some words: what they find, and what it also looks for. */
async function ask(words: string) {
  const first = await exactly(words);
  const known: Known = {
    shelves,
    synonyms: edition.synonyms,
    simplified: needsSimplified(words) ? simplified : undefined,
    spelled: first.length === 0 && needsSpelling(words) ? spelled : undefined,
  };
  const again =
    first.length < LITTLE
      ? await lookAgain(question(words), known, new Set(first), { now, bodiesWith })
      : undefined;
  return {
    first,
    also: again?.hits.map(({ shelf, row }) => shelf.catalogue.id[row]!) ?? [],
    shown: again?.shown ?? [],
  };
}

/** What is meant: the announcements that the exact words find, or the one of that id. */
const meantBy = async (words: string): Promise<readonly string[]> =>
  edition.has(words) ? [words] : exactly(words);

const all = Object.entries(FORGIVING).flatMap(([kind, asked]) =>
  asked.map(([typed, meant]) => ({ kind, typed, meant })),
);

const idsFoundBy = ({ first, also }: Awaited<ReturnType<typeof ask>>): ReadonlySet<string> =>
  new Set([...first, ...also]);

test('of 120 questions that miss the words of the announcements, at least 95 in 100 find what was meant', async () => {
  expect(Object.values(FORGIVING).map((asked) => asked.length)).toEqual([30, 20, 20, 15, 15, 20]);
  const missed: string[] = [];
  for (const { typed, meant } of all) {
    const found = idsFoundBy(await ask(typed));
    if (!(await meantBy(meant)).every((id) => found.has(id))) missed.push(typed);
  }
  console.log(
    `forgiving questions, found: ${all.length - missed.length} / ${all.length} (${missed.join('、')})`,
  );
  expect(missed.length).toBeLessThanOrEqual(all.length * 0.05);
});

describe('what was not typed is said:', () => {
  test.each(all)('“$typed” for “$meant”', async ({ typed, meant }) => {
    const right = await meantBy(meant);
    expect(right, 'the sample has it').not.toEqual([]);
    const { first, also, shown } = await ask(typed);
    // Else it is no question for this list.
    expect(right.every((id) => first.includes(id))).toBe(false);
    expect(first).toEqual(await exactly(typed));
    expect(shown.length > 0).toBe(also.length > 0);
    const linked = await Promise.all(shown.flatMap(({ question: own }) => (own ? [exactly(own.words)] : [])));
    if (linked.length > 0) expect(linked.flat()).toEqual(expect.arrayContaining([...also]));
  });
});

test('asked for what is there in plenty, it looks for nothing else', async () => {
  expect(await ask('工程')).toMatchObject({ also: [], shown: [] });
});
