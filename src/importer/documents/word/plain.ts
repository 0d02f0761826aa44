import type { Styles } from './styles.ts';
import {
  childNamed,
  elementsIn,
  isWord,
  newElement,
  removeNode,
  valueOf,
  wordsElements,
  type Element,
  type Node,
} from './xml.ts';

/** The styles that are left: headings by their level, and paragraphs in the middle of the line. */
export const HEADINGS = [1, 2, 3, 4, 5, 6];
export const CENTRED = 'Centred';

/**
 * Says of paragraphs and runs what a reader sees, whatever style it came from: level of heading, centred, bold, struck
 * out, capitals, raised figures. All other looks go.
 */
export function plainLooks(story: Node, styles: Styles): void {
  const runs = wordsElements(story, 'r').map((run) => ({ run, looks: looksOf(run, styles) }));
  const paragraphs = wordsElements(story, 'p').map((paragraph) => ({
    paragraph,
    style: styleOf(paragraph, styles),
  }));
  for (const { run, looks } of runs) dress(run, looks);
  for (const { paragraph, style } of paragraphs) {
    const old = childNamed(paragraph, 'pPr');
    if (old) removeNode(old);
    if (style === undefined) continue;
    const properties = newElement(paragraph, 'pPr');
    properties.appendChild(newElement(paragraph, 'pStyle', { val: style }));
    paragraph.insertBefore(properties, paragraph.firstChild);
  }
}

interface Looks {
  isBold: boolean;
  isStruck: boolean;
  isCapital: boolean;
  /** `superscript`, `subscript`. */
  raised: string | undefined;
}

const looksOf = (run: Element, styles: Styles): Looks => ({
  isBold: styles.isOn(run, 'b'),
  isStruck: styles.isOn(run, 'strike') || styles.isOn(run, 'dstrike'),
  isCapital: styles.isOn(run, 'caps'),
  raised: valueOf(childNamed(run, 'rPr'), 'vertAlign'),
});

function dress(run: Element, { isBold, isStruck, isCapital, raised }: Looks): void {
  const old = childNamed(run, 'rPr');
  if (old) removeNode(old);
  const words = elementsIn(run).filter((one) => isWord(one, 't'));
  if (isCapital) for (const one of words) one.textContent = (one.textContent ?? '').toUpperCase();
  const signs = raised === 'superscript' ? RAISED : raised === 'subscript' ? LOWERED : undefined;
  for (const one of signs ? words : []) one.textContent = inSigns(one.textContent ?? '', signs!);
  if (!isBold && !isStruck) return;
  const properties = newElement(run, 'rPr');
  if (isBold) properties.appendChild(newElement(run, 'b'));
  if (isStruck) properties.appendChild(newElement(run, 'strike'));
  run.insertBefore(properties, run.firstChild);
}

const RAISED = new Map([...'0123456789+-()n'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'][index]!]));
const LOWERED = new Map([...'0123456789+-()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎'][index]!]));

/** m² stays m²: as a plain digit it would be another number. What has no such sign stays as it is, all of it. */
function inSigns(words: string, signs: ReadonlyMap<string, string>): string {
  const written = [...words].map((sign) => signs.get(sign));
  return written.every((sign) => sign !== undefined) ? written.join('') : words;
}

/** The level of a heading, by what the paragraph or its style says, or by the style's name. */
function styleOf(paragraph: Element, styles: Styles): string | undefined {
  const outline = Number(
    styles.paragraphValue(paragraph, 'outlineLvl') ?? namedLevel(paragraph, styles) ?? 9,
  );
  if (outline < HEADINGS.length) return `Heading${outline + 1}`;
  const isTitle = /^(?:sub)?title$|^副?标题$/iu.test(nameOf(paragraph, styles));
  return isTitle || styles.paragraphValue(paragraph, 'jc') === 'center' ? CENTRED : undefined;
}

/** The name of a paragraph's own style, in whatever language the program speaks. */
function nameOf(paragraph: Element, styles: Styles): string {
  const [own] = styles.ofParagraph(paragraph);
  return valueOf(own, 'name') ?? '';
}

function namedLevel(paragraph: Element, styles: Styles): number | undefined {
  const level = /^(?:heading|标题)\s*([1-6])$/iu.exec(nameOf(paragraph, styles))?.[1];
  return level === undefined ? undefined : Number(level) - 1;
}
