import type { Notes } from '../notes.ts';
import { isDateField } from './wrappers.ts';
import {
  attribute,
  childNamed,
  elementsIn,
  flagOf,
  newRun,
  removeNode,
  valueOf,
  wordsElements,
  type Element,
  type Node,
} from './xml.ts';

/** A field that has begun: what it is told to do, then what it shows. */
interface Field {
  begin: Element;
  marks: Element[];
  instruction: string;
  isShowing: boolean;
  shown: Element[];
}

/**
 * Leaves of the fields what they show. Their instructions are no words; of those that show nothing by themselves, ticks,
 * lists and circled numbers are written out and the rest is told. Links stay fields, which mammoth reads.
 */
export function writeFields(story: Node, notes: Notes): void {
  const open: Field[] = [];
  for (const element of wordsElements(story, 'fldChar', 'instrText', 't', 'tab', 'br')) {
    const field = open.at(-1);
    if (element.localName === 'fldChar') {
      const type = attribute(element, 'fldCharType');
      if (type === 'begin')
        open.push({ begin: element, marks: [element], instruction: '', isShowing: false, shown: [] });
      else if (!field) removeNode(element);
      else {
        field.marks.push(element);
        if (type === 'separate') field.isShowing = true;
        else finish(open.pop()!, notes, open.at(-1));
      }
    } else if (element.localName === 'instrText') {
      if (field) {
        field.instruction += element.textContent ?? '';
        field.marks.push(element);
      } else removeNode(element);
    } else if (field?.isShowing) field.shown.push(element);
    // What another field shows within an instruction is a part of that.
    else if (field) removeNode(element);
  }
  for (const field of open) remove(field.marks);
}

function finish(field: Field, notes: Notes, outer: Field | undefined): void {
  const { instruction, shown } = field;
  const name = /^\s*(\S+)/u.exec(instruction)?.[1]?.toUpperCase() ?? '';
  outer?.shown.push(...shown);
  if (name === 'HYPERLINK') return;
  if (name === 'TOC') {
    notes.add('contents');
    remove(shown);
  }
  if (isDateField(instruction)) notes.add('date-fields');
  if (shown.length === 0) {
    const words = wordsOf(name, field);
    if (words !== undefined)
      field.begin.parentNode!.parentNode!.insertBefore(newRun(field.begin, words), field.begin.parentNode);
    else if (SHOWS.has(name)) notes.add('fields');
  }
  remove(field.marks);
}

/** Fields that show something although they keep no result. */
const SHOWS: ReadonlySet<string> = new Set([
  'EQ',
  'MACROBUTTON',
  'GOTOBUTTON',
  'SYMBOL',
  'ADVANCE',
  'FORMDROPDOWN',
]);

function wordsOf(name: string, { begin, instruction }: Field): string | undefined {
  const form = childNamed(begin, 'ffData');
  if (name === 'FORMCHECKBOX') {
    const box = childNamed(form, 'checkBox');
    return (flagOf(box, 'checked') ?? flagOf(box, 'default') ?? false) ? '☑' : '☐';
  }
  if (name === 'FORMDROPDOWN') {
    const list = childNamed(form, 'ddList');
    const entries = list ? elementsIn(list).filter(({ localName }) => localName === 'listEntry') : [];
    return attribute(entries[Number(valueOf(list, 'result') ?? valueOf(list, 'default') ?? 0)], 'val');
  }
  if (name === 'EQ') return circled(instruction);
  if (name === 'MACROBUTTON' || name === 'GOTOBUTTON')
    return /^\s*\S+\s+\S+\s+(.+?)\s*$/su.exec(instruction)?.[1];
  return undefined;
}

/** 带圈字符: a number and a circle, one over the other. */
function circled(instruction: string): string | undefined {
  const inside = /\\o(?:\\ac)?\s*\(\s*[○◯]\s*[,，;；]\s*([^)]+?)\s*\)/u.exec(instruction)?.[1];
  if (inside === undefined) return undefined;
  const number = Number(inside);
  return Number.isInteger(number) && number >= 1 && number <= 20
    ? String.fromCodePoint(0x2460 + number - 1)
    : `(${inside})`;
}

function remove(elements: readonly Element[]): void {
  for (const element of elements) removeNode(element);
}
