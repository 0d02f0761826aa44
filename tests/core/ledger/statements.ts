import { createHash } from 'node:crypto';
import type { Field } from '../../../src/core/announcement/field.ts';
import { usccCheckDigit } from '../../../src/core/announcement/text.ts';
import { publish, type Hash, type Present } from '../../../src/core/ledger/judge.ts';
import type { Published } from '../../../src/core/ledger/published.ts';

export const hash: Hash = (text) => createHash('sha256').update(text).digest('hex');

/** What is kept of announcements that are published as they stand. */
export const keep = (...present: readonly Present[]): ReadonlyMap<string, Published> =>
  new Map(
    present.map((one) => {
      const { id, announcement } = one;
      const { category, publishedAt } = announcement;
      const file = `announcements/${category}/${publishedAt.slice(0, 4)}/${id}.md`;
      return [id, publish({ id, file }, one, publishedAt, hash)];
    }),
  );

/** Texts that differ from a value in one character, or name another of a closed list of terms. */
export function* slips(text: string, { kind, terms = [] }: Field): Generator<string> {
  if (kind?.name === 'uscc') {
    // One character alone never gives another code: that is what the check digit is for.
    const body = text.slice(0, 16) + (text[16] === '1' ? '2' : '1');
    yield body + usccCheckDigit(body);
  }
  yield* terms.filter((term) => term !== text);
  const characters = [...text];
  for (const [index, character] of [...characters.entries()].reverse()) {
    for (const other of othersFor(character)) {
      yield characters.with(index, other).join('');
    }
  }
}

function othersFor(character: string): readonly string[] {
  if (/\d/u.test(character)) return [...'0123456789'].filter((digit) => digit !== character);
  if (/[a-z]/u.test(character)) return [character === 'a' ? 'b' : 'a'];
  if (/[A-Z]/u.test(character)) return [character === 'A' ? 'B' : 'A'];
  return /\p{Script=Han}/u.test(character) ? [character === '改' ? '变' : '改'] : [];
}
