import { trackedRefusal } from '../refusal.ts';
import { childNamed, elementsIn, isWord, valueOf, wordsElements, type Element, type Node } from './xml.ts';

/**
 * Refuses a document in which changes are waiting to be accepted: which words hold is its author's to decide. Changes
 * of looks alone are no matter; a change of numbering is, since it changes what the numbers say.
 * @throws {Refusal}
 */
export function refuseTracked(stories: readonly Node[]): void {
  const found = stories.flatMap((story) => wordsElements(story, ...INSERTED, ...DELETED, ...MOVED, ...CELLS));
  const numbers = stories.flatMap((story) => wordsElements(story, 'pPrChange')).filter(changesNumber);
  const count = (names: readonly string[]): number =>
    joined(found.filter((one) => isWord(one, ...names))).length;
  const counts = {
    插入: count(INSERTED),
    删除: count(DELETED),
    // A move is written twice, where it went from and where to.
    移动: Math.max(count(['moveTo']), count(['moveFrom'])),
    表格增删: count(CELLS),
    编号改动: numbers.length,
  };
  if (Object.values(counts).some((number) => number > 0)) throw trackedRefusal(counts);
}

const INSERTED = ['ins'];
const DELETED = ['del'];
const MOVED = ['moveFrom', 'moveTo'];
const CELLS = ['cellIns', 'cellDel', 'cellMerge'];

/** One change of the author is often written in pieces, run by run. */
function joined(elements: readonly Element[]): readonly Element[] {
  return elements.filter((element) => {
    let before = element.previousSibling;
    while (before && !('localName' in before && before.localName)) before = before.previousSibling;
    return !isWord(before, element.localName ?? '');
  });
}

/** Whether the paragraph was in another list, or in none, before. */
function changesNumber(change: Element): boolean {
  const now = change.parentNode;
  const before = childNamed(change, 'pPr');
  if (!now || !before) return false;
  const placeOf = (properties: Element): string => {
    const number = elementsIn(properties).find((one) => isWord(one, 'numPr'));
    return `${valueOf(number, 'numId') ?? '0'} ${valueOf(number, 'ilvl') ?? '0'}`;
  };
  return placeOf(before) !== placeOf(now as Element);
}
