import type { Styles } from './styles.ts';
import {
  attribute,
  childNamed,
  elementsNamed,
  newElement,
  newRun,
  removeNode,
  wordsElements,
  isWord,
  type Element,
  type Node,
} from './xml.ts';

/** Signs of fonts whose letters are pictures, by the letter: what forms and lists use of them. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: '●',
    0x6d: '○',
    0x6e: '■',
    0x6f: '□',
    0x70: '□',
    0x71: '□',
    0x72: '□',
    0x75: '◆',
    0x76: '◆',
    0x77: '◆',
    0x78: '☒',
    0x9f: '•',
    0xa1: '○',
    0xa7: '▪',
    0xa8: '□',
    0xab: '★',
    0xd8: '➢',
    0xe0: '→',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
    ...numbered(0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩'),
    ...numbered(0x8b, '⓿❶❷❸❹❺❻❼❽❾❿'),
  },
  'wingdings 2': {
    0x4f: '✗',
    0x50: '✓',
    0x51: '☒',
    0x52: '☑',
    0x53: '☒',
    0x54: '☒',
    0x97: '●',
    0xa3: '□',
    0xa2: '■',
    ...numbered(0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩'),
    ...numbered(0x74, '⓿❶❷❸❹❺❻❼❽❾❿'),
  },
  'wingdings 3': {},
  webdings: { 0x61: '✓', 0x63: '□', 0x67: '■', 0x6e: '●' },
  symbol: {
    0x44: 'Δ',
    0x57: 'Ω',
    0x61: 'α',
    0x62: 'β',
    0x6d: 'μ',
    0x70: 'π',
    0xa3: '≤',
    0xb0: '°',
    0xb1: '±',
    0xb3: '≥',
    0xb4: '×',
    0xb7: '•',
    0xb8: '÷',
    0xb9: '≠',
    0xbb: '≈',
    0xd6: '√',
    0xd7: '·',
    0xe5: '∑',
  },
};

function numbered(first: number, signs: string): Record<number, string> {
  return Object.fromEntries([...signs].map((sign, index) => [first + index, sign]));
}

/** Where fonts of pictures keep a letter in Unicode. */
const PRIVATE = 0xf000;

/**
 * What a letter of a font of pictures shows; of an ordinary font, nothing. What is not known stays in the private
 * range, where the writer of the body finds it and says so.
 */
export function signOf(font: string | undefined, letter: string): string | undefined {
  const signs = SIGNS[font?.trim().toLowerCase() ?? ''];
  const code = letter.codePointAt(0)!;
  const own = code >= PRIVATE && code < PRIVATE + 0x100 ? code - PRIVATE : code;
  if (!signs || own > 0xff) return undefined;
  if (own <= 0x20) return letter;
  return signs[own] ?? String.fromCodePoint(PRIVATE + own);
}

/** Writes the signs of fonts of pictures, `w:sym` and letters in such a font, as what they show. */
export function writeSigns(story: Node, styles: Styles): void {
  for (const element of wordsElements(story, 'sym')) {
    const code = Number.parseInt(attribute(element, 'char') ?? '', 16);
    const letter = Number.isFinite(code) ? String.fromCodePoint(code) : '□';
    const shown = signOf(attribute(element, 'font'), letter) ?? letter;
    element.parentNode?.insertBefore(wordsOf(element, shown), element);
    removeNode(element);
  }
  for (const run of wordsElements(story, 'r')) {
    const font = fontOf(run, styles);
    if (font === undefined || SIGNS[font.toLowerCase()] === undefined) continue;
    for (const words of elementsNamed(run, 't').filter((element) => isWord(element, 't')))
      words.textContent = [...(words.textContent ?? '')]
        .map((letter) => signOf(font, letter) ?? letter)
        .join('');
  }
}

/** The font of a run's Latin letters, which is the one that has pictures. */
function fontOf(run: Element, styles: Styles): string | undefined {
  const own = childNamed(run, 'rPr');
  const style = attribute(childNamed(own, 'rStyle'), 'val');
  const chain = [
    own,
    ...(style === undefined ? [] : styles.named(style).map((one) => childNamed(one, 'rPr'))),
  ];
  return chain
    .map((properties) => childNamed(properties, 'rFonts'))
    .map((fonts) => attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi'))
    .find((font) => font !== undefined)
    ?.trim();
}

function wordsOf(like: Element, text: string): Node {
  const words = newRun(like, text).firstChild!;
  return words;
}

/** Signs that a program writes as elements: a hyphen at which no line breaks, breaks, tabs. */
export function writeMarks(story: Node): void {
  const put = (element: Element, node: Node): void => {
    element.parentNode?.insertBefore(node, element);
    removeNode(element);
  };
  for (const element of wordsElements(story, 'noBreakHyphen')) put(element, wordsOf(element, '-'));
  for (const element of wordsElements(story, 'softHyphen')) removeNode(element);
  for (const element of wordsElements(story, 'ptab')) put(element, newElement(element, 'tab'));
  // A page or a column that ends within a paragraph ends a line of it.
  for (const element of wordsElements(story, 'cr', 'br')) put(element, newElement(element, 'br'));
}
