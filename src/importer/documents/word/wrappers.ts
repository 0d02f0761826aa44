import type { Notes } from '../notes.ts';
import {
  attribute,
  childNamed,
  elementsIn,
  elementsNamed,
  removeNode,
  unwrap,
  wordsElements,
  type Element,
  type Node,
} from './xml.ts';

/**
 * Takes away what stands around words and says nothing: content controls, smart tags, simple fields, text directions;
 * and of what is written twice for old and new programs, one.
 */
export function openWrappers(story: Node, notes: Notes): void {
  for (const both of elementsNamed(story, 'AlternateContent')) chooseOne(both);
  for (const control of wordsElements(story, 'sdt')) openControl(control, notes);
  for (const field of wordsElements(story, 'fldSimple')) noteField(field, notes);
  for (const element of wordsElements(story, ...TRANSPARENT)) unwrap(element);
  for (const ruby of wordsElements(story, 'ruby')) openRuby(ruby, notes);
}

const TRANSPARENT = ['smartTag', 'customXml', 'fldSimple', 'bdo', 'dir'];

/** The new form, unless the old one alone has words. */
function chooseOne(both: Element): void {
  const [choice] = elementsIn(both).filter(({ localName }) => localName === 'Choice');
  const fallback = elementsIn(both).find(({ localName }) => localName === 'Fallback');
  const hasWords = (one: Element | undefined): boolean =>
    one !== undefined && wordsElements(one, 't').some(({ textContent }) => textContent !== '');
  const chosen = choice && (hasWords(choice) || !hasWords(fallback)) ? choice : fallback;
  for (const one of elementsIn(both)) if (one !== chosen) removeNode(one);
  if (chosen) unwrap(chosen);
  unwrap(both);
}

/** What a control shows while nobody has filled it is no content. */
function openControl(control: Element, notes: Notes): void {
  const properties = childNamed(control, 'sdtPr');
  const content = childNamed(control, 'sdtContent');
  const gallery = elementsNamed(properties ?? control, 'docPartGallery').map((one) => attribute(one, 'val'));
  if (properties && gallery.includes('Table of Contents')) {
    notes.add('contents');
    removeNode(control);
    return;
  }
  if (childNamed(properties, 'showingPlcHdr') && content) {
    notes.add('prompts');
    for (const words of wordsElements(content, 't')) removeNode(words);
  }
  for (const child of elementsIn(control)) if (child !== content) removeNode(child);
  if (content) unwrap(content);
  unwrap(control);
}

/** A simple field that counts days anew says so. */
function noteField(field: Element, notes: Notes): void {
  if (isDateField(attribute(field, 'instr') ?? '')) notes.add('date-fields');
}

export const isDateField = (instruction: string): boolean =>
  /^\s*(?:DATE|TIME|SAVEDATE|PRINTDATE)\b/iu.test(instruction);

/** Pinyin over characters: the characters stay. */
function openRuby(ruby: Element, notes: Notes): void {
  notes.add('ruby');
  const base = childNamed(ruby, 'rubyBase');
  const words = base ? wordsElements(base, 't') : [];
  for (const element of words) ruby.parentNode?.insertBefore(element, ruby);
  removeNode(ruby);
}
