import { attributeOf, childrenOf, isTag, isText, type AnyNode, type Element } from './tree.ts';

const HAN = '一二三四五六七八九';

/** How a browser counts, by the `type` of a list or its `list-style-type`. */
const COUNTS: Readonly<Record<string, (number: number) => string>> = {
  '1': (number) => `${number}.`,
  decimal: (number) => `${number}.`,
  'decimal-leading-zero': (number) => `${String(number).padStart(2, '0')}.`,
  a: (number) => `${letters(number)}.`,
  A: (number) => `${letters(number).toUpperCase()}.`,
  'lower-alpha': (number) => `${letters(number)}.`,
  'upper-alpha': (number) => `${letters(number).toUpperCase()}.`,
  'lower-latin': (number) => `${letters(number)}.`,
  'upper-latin': (number) => `${letters(number).toUpperCase()}.`,
  i: (number) => `${roman(number)}.`,
  I: (number) => `${roman(number).toUpperCase()}.`,
  'lower-roman': (number) => `${roman(number)}.`,
  'upper-roman': (number) => `${roman(number).toUpperCase()}.`,
  'cjk-ideographic': (number) => `${han(number)}、`,
  'simp-chinese-informal': (number) => `${han(number)}、`,
  'trad-chinese-informal': (number) => `${han(number)}、`,
  'cjk-decimal': (number) => `${han(number)}、`,
};

/** Numbers that items bring themselves: `1.`, `（一）`, `三、`, `①`. */
const OWN = /^\s*(?:[（(]?[\d０-９一二三四五六七八九十百]{1,3}[）)、.．]|[①-⑳⑴-⒛])/u;

/**
 * The number that a browser prints before each item of a list, by item; '' where it prints a bullet. None where the
 * list shows no marks: it says so, or its items all bring their own, so that the page's style sheet must have hidden
 * the browser's.
 */
export function marksOf(list: Element): ReadonlyMap<Element, string> | undefined {
  const items = childrenOf(list).filter((node): node is Element => isTag(node) && node.name === 'li');
  const style = styleOf(list);
  if (style === 'none' || (items.length > 0 && items.every((item) => OWN.test(firstWords(item)))))
    return undefined;
  const step = 'reversed' in list.attribs ? -1 : 1;
  let next = integer(attributeOf(list, 'start')) ?? (step < 0 ? items.length : 1);
  const marks = new Map<Element, string>();
  for (const item of items) {
    const number = integer(attributeOf(item, 'value')) ?? next;
    const count = COUNTS[styleOf(item) ?? style ?? (list.name === 'ol' ? 'decimal' : 'disc')];
    marks.set(item, list.name === 'ol' || style !== undefined ? (count?.(number) ?? '') : '');
    next = number + step;
  }
  return marks;
}

/** Nodes that are looked at for the first words of an item. */
const MOST_NODES = 100;

/** The first characters of an item, which may hold ten thousand elements one in another. */
function firstWords(item: Element): string {
  const open: AnyNode[] = [item];
  let words = '';
  for (let seen = 0; open.length > 0 && words.length < 12 && seen < MOST_NODES; seen += 1) {
    const node = open.pop()!;
    if (isText(node)) words = (words + node.data).trimStart();
    else open.push(...childrenOf(node).toReversed());
  }
  return words;
}

function styleOf({ attribs }: Element): string | undefined {
  const css = /list-style(?:-type)?\s*:\s*([^;]+)/iu.exec(attribs['style'] ?? '')?.[1]?.toLowerCase();
  const named = css?.split(/\s+/u).find((word) => word === 'none' || word in COUNTS);
  return named ?? (attribs['type']?.trim() || undefined);
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/u.test(text) ? Number(text) : undefined;
}

function letters(number: number): string {
  if (number < 1) return String(number);
  const last = String.fromCharCode(97 + ((number - 1) % 26));
  return number <= 26 ? last : letters(Math.floor((number - 1) / 26)) + last;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

function han(number: number): string {
  if (number < 1 || number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${HAN[tens - 1]!}十`;
  return ten + (ones === 0 ? '' : HAN[ones - 1]!);
}
