import type { Notes } from '../notes.ts';
import type { Styles } from './styles.ts';
import {
  childNamed,
  elementsIn,
  flagOf,
  isElement,
  isWord,
  removeNode,
  textIn,
  valueOf,
  wordsElements,
  type Element,
  type Node,
} from './xml.ts';

/** Removes hidden runs and rows; a clerk who never saw them would publish them. */
export function removeHidden(story: Node, styles: Styles, notes: Notes): void {
  for (const row of wordsElements(story, 'tr')) {
    if (!flagOf(childNamed(row, 'trPr'), 'hidden')) continue;
    notes.add('hidden', textIn(row));
    removeNode(row);
  }
  let before: Element | undefined;
  for (const run of wordsElements(story, 'r').filter((one) => styles.isOn(one, 'vanish'))) {
    const words = textIn(run);
    // Neighbours are one hidden place.
    if (words !== '' && (before === undefined || elementBefore(run) !== before)) notes.add('hidden', words);
    for (const child of elementsIn(run)) if (!isWord(child, 'rPr')) removeNode(child);
    before = run;
  }
  for (const paragraph of wordsElements(story, 'p')) {
    const isHidden = flagOf(childNamed(childNamed(paragraph, 'pPr'), 'rPr'), 'vanish') ?? false;
    if (isHidden && isBare(paragraph) && elementBefore(paragraph)) removeNode(paragraph);
  }
}

/** Neither words nor a picture. */
const isBare = (paragraph: Element): boolean =>
  textIn(paragraph) === '' && wordsElements(paragraph, 'drawing', 'pict', 'object').length === 0;

function elementBefore(element: Element): Element | undefined {
  let before = element.previousSibling;
  while (before && !isElement(before)) before = before.previousSibling;
  return before ?? undefined;
}

/** Removes the words of cells that a merged cell covers, which office programs keep and do not show. */
export function removeCovered(story: Node, notes: Notes): void {
  for (const cell of wordsElements(story, 'tc')) {
    const properties = childNamed(cell, 'tcPr');
    const isCovered = (name: string): boolean => {
      const merge = childNamed(properties, name);
      return merge !== undefined && (valueOf(properties, name) ?? 'continue') === 'continue';
    };
    if (!isCovered('vMerge') && !isCovered('hMerge')) continue;
    const words = textIn(cell);
    if (words === '') continue;
    notes.add('covered-cells', words);
    for (const run of wordsElements(cell, 'r')) removeNode(run);
  }
}
