import type { Notes } from '../notes.ts';
import {
  attribute,
  elementsNamed,
  insertAfter,
  isWord,
  ancestorNamed,
  newElement,
  newRun,
  removeNode,
  textIn,
  wordsElements,
  type Element,
  type Node,
} from './xml.ts';

/** Puts the words of text boxes behind the paragraph that they are anchored in, so that each is read once. */
export function placeBoxes(story: Node, notes: Notes): void {
  writeArtWords(story);
  // The last first: several boxes of a paragraph keep their order, and one within another goes with it.
  for (const box of wordsElements(story, 'txbxContent').toReversed()) {
    const paragraph = ancestorNamed(box, 'p');
    if (textIn(box).trim() !== '') notes.add('boxes');
    const inside = [...box.childNodes];
    removeNode(box);
    if (paragraph) insertAfter(paragraph, inside);
  }
}

/** 艺术字 of older programs keeps its words in an attribute. */
function writeArtWords(story: Node): void {
  for (const path of elementsNamed(story, 'textpath')) {
    const words = attribute(path, 'string') ?? '';
    const paragraph = ancestorNamed(path, 'p');
    if (words === '' || !paragraph) continue;
    const own = newElement(paragraph, 'p');
    own.appendChild(newRun(paragraph, words));
    insertAfter(paragraph, [own]);
  }
}

/** Counts pictures, charts and embedded files, and takes them out: what a page can show of them is an attachment. */
export function removePictures(story: Node, notes: Notes): void {
  for (const object of wordsElements(story, 'object', 'pict', 'drawing')) {
    if (!object.parentNode) continue;
    const has = (...names: readonly string[]): boolean => elementsNamed(object, ...names).length > 0;
    if (isWord(object, 'object') && has('OLEObject', 'objectEmbed', 'objectLink')) {
      notes.add(
        isFormula(object) ? 'formulas' : 'objects',
        isFormula(object) ? '公式编辑器的公式没有带过来' : '',
      );
    } else if (has('blip', 'imagedata')) {
      for (const _ of elementsNamed(object, 'blip', 'imagedata')) notes.add('pictures');
    } else if (has('chart', 'relIds')) notes.add('charts');
    removeNode(object);
  }
}

const isFormula = (object: Element): boolean =>
  elementsNamed(object, 'OLEObject').some((one) =>
    /^(?:Equation|MathType)/iu.test(attribute(one, 'ProgID') ?? ''),
  );
