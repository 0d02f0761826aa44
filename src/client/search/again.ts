import { shelfOf as spelledShelfOf, type Shelf as SpelledShelf } from '../../core/kiosk/shelf.ts';
import type { Spelling } from '../../core/kiosk/spelling.ts';
import type { Known, Simplified, Synonyms } from '../../core/query-expansion/known.ts';
import { lookAgain, type Again, type Bodies } from '../../core/query-expansion/look-again.ts';
import { needsSimplified } from '../../core/query-expansion/simplified.ts';
import { needsSpelling } from '../../core/query-expansion/spelled.ts';
import { foundRow } from '../../core/search/answer.ts';
import type { Question } from '../../core/search/question.ts';
import type { Shelf } from '../../core/search/shelf.ts';
import { ROWS_ON_PAGE } from '../../core/search/summary.ts';
import { partsIn } from '../../core/search/wanted.ts';
import { element } from '../element.ts';
import { linkTo } from './links.ts';
import { manifest, part } from './parts.ts';
import { showIn } from './result-list.ts';
import { once, readJson } from './site-files.ts';

/**
 * Where little was found: looks again in other ways, and shows below the results what else that finds and in which
 * words. Gives how much that is.
 * @param found ids of what was found
 */
export async function showMore(
  question: Question,
  shelves: readonly Shelf[],
  found: ReadonlySet<string>,
  at: { now: number; bodiesWith: Bodies; isStale: () => boolean },
): Promise<number> {
  const known = await knownFor(question.words, shelves, found.size === 0);
  const again = await lookAgain(question, known, found, at);
  if (at.isStale() || !again) return 0;
  part('also-heading').replaceChildren(...headingOf(again));
  await showIn(part('also-list'), {
    shown: again.hits.slice(0, ROWS_ON_PAGE).map((hit) => foundRow(hit, manifest)),
    question,
    parts: partsIn(again.wants),
    isStale: at.isStale,
  });
  if (at.isStale()) return 0;
  const rest = again.hits.length - ROWS_ON_PAGE;
  part('also-more').textContent = rest > 0 ? `还有 ${rest} 条，请点上面的词查看。` : '';
  part('results-also').hidden = false;
  return again.hits.length;
}

/** 也查了：出租（31 条）、租赁（5 条）, each a link that asks for it alone. */
function headingOf({ shown }: Again): readonly (Node | string)[] {
  const forms = shown.map(({ text, question, count }) =>
    question ? [linkTo(text, question), element('span', 'count', `（${count!} 条）`)] : [text],
  );
  return ['也查了：', ...forms.flatMap((form, place) => (place > 0 ? ['、', ...form] : form))];
}

/** Fetches only what the words need. What does not come is not used: this look is an offer. */
async function knownFor(words: string, shelves: readonly Shelf[], isNothingFound: boolean): Promise<Known> {
  const [synonyms, simplified, spelled] = await Promise.all([
    offered(() => once(manifest.synonyms, () => readJson<Synonyms>(manifest.base + manifest.synonyms))),
    needsSimplified(words) ? offered(simplifiedForms) : undefined,
    isNothingFound && needsSpelling(words) ? offered(() => spelledShelves(shelves)) : undefined,
  ]);
  return { shelves, synonyms: synonyms ?? [], simplified, spelled };
}

async function offered<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (cause) {
    console.error(cause);
    return undefined;
  }
}

const simplifiedForms = (): Promise<Simplified> =>
  once(manifest.simplified, async () => {
    const [from, to] = await readJson<readonly [string, string]>(manifest.base + manifest.simplified);
    return new Map(Array.from(from, (char, place) => [char, to[place]!]));
  });

/** The years as a kiosk finds announcements by their sounds. */
const spelledShelves = (shelves: readonly Shelf[]): Promise<readonly SpelledShelf[]> =>
  Promise.all(
    shelves.map(({ catalogue }) => {
      const { spelling } = manifest.years.find(({ year }) => year === catalogue.year)!;
      return once(spelling, async () =>
        spelledShelfOf(catalogue, await readJson<Spelling>(manifest.base + spelling)),
      );
    }),
  );
