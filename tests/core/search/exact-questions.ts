/* Questions that are cut from announcements, and what finds them by plain looking. */

/** As one compares by eye: width of letters, case and blanks do not count. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');

/** Mulberry32: the same questions in every run over the same content. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const KINDS: readonly { name: string; count: number; fits: (text: string) => boolean }[] = [
  { name: 'Han', count: 40, fits: (text) => /^\p{Script=Han}+$/u.test(text) },
  { name: 'digits', count: 25, fits: (text) => /^[\d.,:-]+$/u.test(text) && /\d/u.test(text) },
  { name: 'mixed', count: 25, fits: (text) => /[\da-z]/iu.test(text) && /\p{Script=Han}/u.test(text) },
  {
    name: 'with punctuation',
    count: 10,
    fits: (text) => /\p{P}/u.test(text) && /\p{Script=Han}/u.test(text),
  },
];

/**
 * A hundred questions of 2 to 12 characters, cut out anywhere.
 * @param texts announcements by what a reader can copy from them, piece by piece
 */
export function questionsFrom(texts: readonly { pieces: readonly string[] }[], seed: number): string[] {
  const below = seeded(seed);
  return KINDS.flatMap(({ count, fits }) => {
    const questions: string[] = [];
    while (questions.length < count) {
      const { pieces } = texts[below(texts.length)]!;
      const piece = [...pieces[below(pieces.length)]!.replace(/\s/gu, '')];
      const length = 2 + below(11);
      if (piece.length < length) continue;
      const from = below(piece.length - length + 1);
      const question = piece.slice(from, from + length).join('');
      if (fits(question)) questions.push(question);
    }
    return questions;
  });
}
