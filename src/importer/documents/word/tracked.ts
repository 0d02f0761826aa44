import { Refusal } from '../refusal.ts';
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
  const parts = [
    [count(INSERTED), '插入'],
    [count(DELETED), '删除'],
    // A move is written twice, where it went from and where to.
    [Math.max(count(['moveTo']), count(['moveFrom'])), '移动'],
    [count(CELLS), '表格增删'],
    [numbers.length, '编号改动'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${what} ${number} 处`);
  if (told.length === 0) return;
  throw new Refusal(
    `文件里有没有处理的修订（${told.join('、')}），哪些算数要由来文单位决定，所以没有采用。在 Word 或者 WPS 里逐条看过，点 审阅 → 接受 → 接受所有修订（或者 拒绝 → 拒绝所有修订），保存，再试。`,
  );
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
