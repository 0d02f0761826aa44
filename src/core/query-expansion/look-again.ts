import type { Hit } from '../search/order.ts';
import type { Question } from '../search/question.ts';
import { select } from '../search/select.ts';
import { wantsIn, type Want } from '../search/wanted.ts';
import { expansionsOf, type Expansion } from './expansion.ts';
import type { Known } from './known.ts';

/** The announcements that have what is wanted in their text; nothing where texts are not searched. */
export type Bodies = (wants: readonly Want[]) => Promise<ReadonlySet<string> | undefined>;

/** What another way to ask has found beside the first. */
export interface Again {
  hits: readonly Hit[];
  wants: readonly Want[];
  /**
   * The forms that found something, each with the question that asks for it alone, and how much that finds; where no
   * form did, what else was looked at.
   */
  shown: readonly { text: string; question?: Question; count?: number }[];
}

/**
 * Asks in other ways, until one finds what was not found before.
 * @param found ids of what was found with the words as they were typed, fewer than `LITTLE`
 */
export async function lookAgain(
  question: Question,
  known: Known,
  found: ReadonlySet<string>,
  { now, bodiesWith }: { now: number; bodiesWith: Bodies },
): Promise<Again | undefined> {
  for (const expansion of expansionsOf(question.words, known)) {
    if (expansion.isGuess && found.size > 0) return undefined;
    const { wants } = expansion;
    const hits = (await hitsOf(question, wants)).filter(
      ({ shelf, row }) => !found.has(shelf.catalogue.id[row]!),
    );
    if (hits.length > 0) return { hits, wants, shown: await formsThatFound(expansion) };
  }
  return undefined;

  async function hitsOf(other: Question, wants: readonly Want[]): Promise<readonly Hit[]> {
    const inBodies = other.inBodies ? await bodiesWith(wants) : undefined;
    return select(known.shelves, other, { now, inBodies, wants }).hits;
  }

  async function formsThatFound({ shown }: Expansion): Promise<Again['shown']> {
    const forms: { text: string; question?: Question; count?: number }[] = [];
    for (const { text, words } of shown) {
      if (words === undefined) {
        forms.push({ text });
        continue;
      }
      const own = { ...question, words, page: 1 };
      const count = (await hitsOf(own, wantsIn(words))).length;
      if (count > 0) forms.push({ text, question: own, count });
    }
    const linked = forms.filter(({ question: own }) => own !== undefined);
    return linked.length > 0 ? linked : forms;
  }
}
