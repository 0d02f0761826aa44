import { partsOf, searchable } from '../search/text.ts';
import type { Want } from '../search/wanted.ts';
import { codesLike, idLike } from './codes.ts';
import { dividedAs } from './divided.ts';
import { figuresIn, ofSum } from './figures.ts';
import type { Known } from './known.ts';
import { withoutSeparators } from './separators.ts';
import { toSimplified } from './simplified.ts';
import { slipsOf } from './slips.ts';
import { isSpelling, wordsSpelled } from './spelled.ts';
import { synonymsIn } from './synonyms.ts';

/** Ways to put the forms of several words together that are told at most. */
const MOST_WAYS = 24;

/** Another way to ask: what is looked for, and how a reader is told. */
export interface Expansion {
  wants: readonly Want[];
  /** Each form that was looked for in the place of what was typed, and the words that ask for it alone, if any do. */
  shown: readonly { text: string; words?: string }[];
  /** Whether it only supposes what was meant, so that it is for who finds nothing at all. */
  isGuess: boolean;
}

/**
 * The other ways to ask a question, the surest first. First the same in other signs: simplified characters, no
 * separators; then each part in other forms: synonyms, figures, codes and addresses; then what may have been meant: sounds, a
 * slip of one character, words that were written without a blank.
 * @param words as they were typed
 */
export function* expansionsOf(words: string, known: Known): Generator<Expansion> {
  const typed = partsOf(words);
  const simplified = known.simplified ? toSimplified(words, known.simplified) : words;
  const parts = [...new Set(withoutSeparators(simplified).split(/\s+/u).map(searchable).filter(Boolean))];
  const id = idLike(searchable(words.trim()), known.shelves);
  if (id !== undefined) yield ofAnnouncement(id);
  if (parts.length === 0) return;
  if (parts.join(' ') !== typed.join(' '))
    yield {
      wants: parts.map((part) => ({ forms: [part] })),
      shown: [{ text: parts.join(' '), words: parts.join(' ') }],
      isGuess: false,
    };
  // An address is one part, whatever signs it has.
  const whole = typed.length === 1 && typed[0]!.indexOf('/') >= 0 ? typed : parts;
  yield* otherForms(whole, false, (part) => ({
    forms: [...synonymsIn(part, known.synonyms), ...figuresIn(part), ...codesLike(part, known.shelves)],
    ids: ofSum(part, known.shelves),
  }));
  const { spelled } = known;
  if (spelled)
    yield* otherForms(parts, true, (part) => ({
      forms: isSpelling(part) ? wordsSpelled(part, spelled) : [],
    }));
  yield* otherForms(parts, true, (part) => ({
    forms: isKnown(part, known) ? [] : slipsOf(part, known.shelves),
  }));
  yield* divided(parts, known);
}

/** The announcement whose address was typed. */
const ofAnnouncement = (id: string): Expansion => ({
  wants: [{ forms: [], ids: new Set([id]) }],
  shown: [{ text: `网址里有 ${id} 的公告` }],
  isGuess: false,
});

/** The parts with what else each may be; nothing where none is anything else. */
function* otherForms(
  parts: readonly string[],
  isGuess: boolean,
  formsOf: (part: string) => { forms: readonly string[]; ids?: ReadonlySet<string> | undefined },
): Generator<Expansion> {
  const others = parts.map(formsOf);
  if (others.every(({ forms, ids }) => forms.length === 0 && !ids)) return;
  const wants = parts.map((part, place) => {
    const { forms, ids } = others[place]!;
    return { forms: [part, ...forms.filter((form) => searchable(form) !== part)], ...(ids && { ids }) };
  });
  const ways = combined(wants).slice(0, MOST_WAYS);
  yield {
    wants,
    shown: [
      ...ways.filter((words) => words !== parts.join(' ')).map((words) => ({ text: words, words })),
      ...others.flatMap(({ ids }, place) => (ids ? [{ text: `金额是${parts[place]!}的公告` }] : [])),
    ],
    isGuess,
  };
}

/** One form of each want, in every way, as words. */
const combined = (wants: readonly Want[]): readonly string[] =>
  wants
    .reduce<readonly (readonly string[])[]>(
      (ways, { forms }) => ways.flatMap((way) => forms.map((form) => [...way, form])),
      [[]],
    )
    .map((way) => way.join(' '));

function* divided(parts: readonly string[], known: Known): Generator<Expansion> {
  const pieces = parts.map((part) =>
    isKnown(part, known) ? [part] : (dividedAs(part, known.shelves) ?? [part]),
  );
  const all = [...new Set(pieces.reduce<readonly string[]>((before, own) => [...before, ...own], []))];
  if (all.length === parts.length) return;
  yield {
    wants: all.map((piece) => ({ forms: [piece] })),
    shown: [{ text: all.join(' '), words: all.join(' ') }],
    isGuess: true,
  };
}

/** Whether some title, code or name has a part. */
const isKnown = (part: string, { shelves }: Known): boolean =>
  shelves.some(({ titles, codes, parties }) =>
    [titles, codes, parties].some((texts) => texts.some((text) => text.indexOf(part) >= 0)),
  );
