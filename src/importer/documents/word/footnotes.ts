import type { Notes } from '../notes.ts';
import {
  attribute,
  elementsIn,
  insertAfter,
  isWord,
  newElement,
  newRun,
  removeNode,
  unwrap,
  wordsElements,
  type Document,
  type Element,
} from './xml.ts';

/**
 * Moves footnotes and endnotes behind the last paragraph, 〔注1〕 in both places. A bare raised figure would become a
 * digit of the number before it.
 */
export function placeNotes(
  body: Element,
  parts: { footnotes?: Document | undefined; endnotes?: Document | undefined },
  notes: Notes,
): void {
  const byId = (part: Document | undefined, name: string): ReadonlyMap<string, Element> =>
    new Map((part ? wordsElements(part, name) : []).map((one) => [attribute(one, 'id') ?? '', one]));
  const known = {
    footnoteReference: byId(parts.footnotes, 'footnote'),
    endnoteReference: byId(parts.endnotes, 'endnote'),
  };
  const texts: Element[] = [];
  for (const reference of wordsElements(body, 'footnoteReference', 'endnoteReference')) {
    const note = known[reference.localName as keyof typeof known].get(attribute(reference, 'id') ?? '');
    if (note) {
      notes.add('notes');
      const mark = `〔注${notes.count('notes')}〕`;
      reference.parentNode!.insertBefore(newRun(reference, mark).firstChild!, reference);
      texts.push(...paragraphsOf(note, mark, body));
    }
    removeNode(reference);
  }
  const last = elementsIn(body).findLast((one) => !isWord(one, 'sectPr'));
  if (last) insertAfter(last, texts);
}

function paragraphsOf(note: Element, mark: string, body: Element): readonly Element[] {
  for (const own of wordsElements(note, 'footnoteRef', 'endnoteRef')) removeNode(own);
  // Its links are named in a table of its own.
  for (const link of wordsElements(note, 'hyperlink')) unwrap(link);
  const inside = elementsIn(note).map((one) => body.ownerDocument!.importNode(one, true) as Element);
  const first = inside.find((one) => isWord(one, 'p')) ?? newElement(body, 'p');
  const properties = elementsIn(first).find((one) => isWord(one, 'pPr'));
  first.insertBefore(newRun(first, mark), properties?.nextSibling ?? first.firstChild);
  return inside.includes(first) ? inside : [first, ...inside];
}
