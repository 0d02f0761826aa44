import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineReader } from '../../../src/cli/drafting/paste.ts';

const BEGINS = '\u001b[200~';
const ENDS = '\u001b[201~';

/** What is read of a text that comes in these pieces. */
function read(...pieces: readonly string[]) {
  const reader = new LineReader();
  let state = 'open';
  for (const piece of pieces) if (state === 'open') state = reader.read(piece);
  return { text: reader.text, dropped: reader.dropped, state };
}

test('a text is the same however the terminal cuts it into pieces', () => {
  const words = fc.array(fc.constantFrom(...'公告，1\t\n\r', '\r\n', '完', '\u0003', '\u0007'), {
    maxLength: 40,
  });
  // A single escape character is the Esc key; terminals send the mark of a paste in one piece.
  const cuts = fc.array(fc.integer({ min: 2, max: 80 }), { maxLength: 8 });
  fc.assert(
    fc.property(words, cuts, (parts, places) => {
      const all = `${BEGINS}${parts.join('')}${ENDS}\r完\r`;
      const at = [0, ...places.filter((place) => place < all.length).toSorted((a, b) => a - b), all.length];
      const pieces = at.slice(1).map((end, index) => all.slice(at[index], end));
      expect(read(...pieces)).toEqual(read(all));
    }),
  );
});

test('all that is pasted arrives but line ends of other systems and what cannot be seen', () => {
  const pasted = `第一段\r\n\r\n第二段\t表\u0003\u0004\u0007\r完\n第三段${'。'.repeat(200_000)}`;
  expect(read(`${BEGINS}${pasted}${ENDS}`, '\r完\r')).toEqual({
    text: `第一段\n\n第二段\t表\n完\n第三段${'。'.repeat(200_000)}`,
    dropped: 3,
    state: 'done',
  });
});

test.each([
  ['a typed last line ends it', ['第一段\r', '完\r'], '第一段', 'done'],
  ['a last line with blanks too', ['第一段\r完 \r'], '第一段', 'done'],
  ['Ctrl-D ends it where it stands', ['第一段\r第二', '\u0004'], '第一段\n第二', 'done'],
  ['Esc leaves', ['第一段\r', '\u001b'], '第一段', 'left'],
  ['Ctrl-C leaves', ['第一段\u0003'], '第一段', 'left'],
  [
    'the key before the cursor is taken back, a character of two halves whole',
    ['一二𠮷\u007f\u007f\r'],
    '一',
    'open',
  ],
  ['arrows write nothing', ['一\u001b[A\u001b[1;5C\u001bOP二\r'], '一二', 'open'],
])('%s', (_, pieces, text, state) => {
  expect(read(...pieces)).toMatchObject({ text, state });
});
