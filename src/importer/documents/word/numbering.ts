import type { Notes } from '../notes.ts';
import { numberAs } from './number-format.ts';
import { signOf } from './signs.ts';
import type { Styles } from './styles.ts';
import {
  attribute,
  childNamed,
  elementsIn,
  flagOf,
  isWord,
  newRun,
  removeNode,
  valueOf,
  wordsElements,
  type Document,
  type Element,
  type Node,
} from './xml.ts';

/** One level of a list: what its numbers look like and where they begin. */
interface Level {
  format: string;
  /** `%1、`, `（%2）`, `%1.%2`. */
  text: string;
  start: number;
  /** The level, from 1, after which it begins again; 0 never. */
  restartAfter: number;
  /** All numbers in it are plain figures, whatever the format of their level. */
  isLegal: boolean;
  /** What stands between number and words. */
  suffix: 'tab' | 'space' | 'nothing';
  /** The style whose paragraphs are of this level. */
  style: string | undefined;
  /** The font of its number, for bullets. */
  font: string | undefined;
}

interface List {
  /** The definition that its numbers count in; several lists may go on counting in one. */
  counts: string;
  levels: readonly (Level | undefined)[];
  /** First numbers of its own, by level. */
  starts: ReadonlyMap<number, number>;
}

/**
 * Writes the automatic numbers of a document into its paragraphs as words: `一、`, `（一）`, `1.2`, as Word and WPS
 * show them. A reader of the draft, and whoever cites 第三条, needs them; mammoth leaves them out.
 */
export function writeNumbers(story: Node, numbering: Numbering, notes: Notes): void {
  for (const paragraph of wordsElements(story, 'p')) {
    const number = numbering.next(paragraph);
    removeNumber(paragraph);
    if (!number || number.words === '') continue;
    if (!number.isKnown) notes.add('numbers', number.words);
    const run = newRun(paragraph, number.words);
    paragraph.insertBefore(run, childNamed(paragraph, 'pPr')?.nextSibling ?? paragraph.firstChild);
  }
}

function removeNumber(paragraph: Element): void {
  const own = childNamed(childNamed(paragraph, 'pPr'), 'numPr');
  if (own) removeNode(own);
}

/** The lists of a document and how far each has counted. */
export class Numbering {
  readonly #styles: Styles;
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Lists and levels whose own first number has been used. */
  readonly #started = new Set<string>();

  constructor(part: Document | undefined, styles: Styles) {
    this.#styles = styles;
    const root = part?.documentElement;
    if (!root) return;
    const definitions = new Map(
      elementsIn(root)
        .filter((element) => isWord(element, 'abstractNum'))
        .map((element) => [attribute(element, 'abstractNumId') ?? '', element]),
    );
    const numbers = elementsIn(root).filter((element) => isWord(element, 'num'));
    for (const number of numbers) {
      const id = attribute(number, 'numId') ?? '';
      const counts = this.#definitionOf(number, definitions, numbers);
      const definition = counts === undefined ? undefined : definitions.get(counts);
      if (definition) this.#lists.set(id, listOf(number, counts!, definition));
    }
  }

  /** The number of the next paragraph that has one, in words; nothing for a paragraph without. */
  next(paragraph: Element): { words: string; isKnown: boolean } | undefined {
    const place = this.#placeOf(paragraph);
    const list = place && this.#lists.get(place.list);
    const level = list?.levels[place!.level];
    if (!place || !list || !level) return undefined;
    const numbers = this.#count(place.list, list, place.level);
    let isKnown = true;
    const written = level.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
      const index = Number(digit) - 1;
      const own = list.levels[index];
      const number = numbers[index] ?? own?.start ?? 1;
      const format = level.isLegal ? 'decimal' : (own?.format ?? 'decimal');
      const words = numberAs(format, number);
      isKnown &&= words !== undefined;
      return words ?? String(number);
    });
    const words = level.format === 'bullet' ? bulletOf(written, level.font) : written;
    return { words: words === '' ? '' : `${words}${gapAfter(words, level)}`, isKnown };
  }

  /** Where a list's numbers are defined; a definition may lead to another one by the name of a style. */
  #definitionOf(
    number: Element,
    definitions: ReadonlyMap<string, Element>,
    numbers: readonly Element[],
  ): string | undefined {
    let id = valueOf(number, 'abstractNumId');
    for (let step = 0; step < 5; step += 1) {
      const link = id === undefined ? undefined : valueOf(definitions.get(id), 'numStyleLink');
      if (link === undefined) return id;
      const style = this.#styles.named(link)[0];
      const listId = valueOf(childNamed(childNamed(style, 'pPr'), 'numPr'), 'numId');
      const next = numbers.find((one) => attribute(one, 'numId') === listId);
      id = next && valueOf(next, 'abstractNumId');
    }
    return undefined;
  }

  /** The list and the level of a paragraph, by itself or by its style. */
  #placeOf(paragraph: Element): { list: string; level: number } | undefined {
    const own = childNamed(childNamed(paragraph, 'pPr'), 'numPr');
    const ownList = valueOf(own, 'numId');
    const styles = this.#styles.ofParagraph(paragraph);
    const styled = styles
      .map((style) => childNamed(childNamed(style, 'pPr'), 'numPr'))
      .find((properties) => valueOf(properties, 'numId') !== undefined);
    const list = ownList ?? valueOf(styled, 'numId');
    if (list === undefined || list === '0') return undefined;
    const said =
      valueOf(own, 'ilvl') ?? (ownList === undefined ? this.#levelByStyle(list, styles, styled) : undefined);
    const level = Number(said ?? 0);
    return Number.isInteger(level) && level >= 0 && level < LEVELS ? { list, level } : undefined;
  }

  /** The level that names one of the styles, or the one that the style itself says. */
  #levelByStyle(list: string, styles: readonly Element[], styled: Element | undefined): string | undefined {
    const names = new Set(styles.map((style) => attribute(style, 'styleId')));
    const found = this.#lists
      .get(list)
      ?.levels.findIndex((level) => level?.style !== undefined && names.has(level.style));
    return found !== undefined && found >= 0 ? String(found) : valueOf(styled, 'ilvl');
  }

  #count(id: string, { counts, levels, starts }: List, at: number): readonly (number | undefined)[] {
    const numbers = this.#counts.get(counts) ?? [];
    this.#counts.set(counts, numbers);
    const start = starts.get(at);
    const key = `${id} ${at}`;
    if (start !== undefined && !this.#started.has(key)) numbers[at] = start;
    else numbers[at] = numbers[at] === undefined ? levels[at]!.start : numbers[at] + 1;
    this.#started.add(key);
    // Levels above that were never used show their first number.
    for (let above = 0; above < at; above += 1) numbers[above] ??= starts.get(above) ?? levels[above]?.start;
    for (let below = at + 1; below < LEVELS; below += 1) {
      const after = levels[below]?.restartAfter ?? below;
      if (after !== 0 && at < after) numbers[below] = undefined;
    }
    return numbers;
  }
}

const LEVELS = 9;

function listOf(number: Element, counts: string, definition: Element): List {
  const levels: (Level | undefined)[] = [];
  const starts = new Map<number, number>();
  for (const element of elementsIn(definition).filter((one) => isWord(one, 'lvl')))
    levels[Number(attribute(element, 'ilvl') ?? 0)] = levelOf(element);
  for (const override of elementsIn(number).filter((one) => isWord(one, 'lvlOverride'))) {
    const at = Number(attribute(override, 'ilvl') ?? 0);
    const own = childNamed(override, 'lvl');
    if (own) levels[at] = levelOf(own);
    const start = Number(valueOf(override, 'startOverride') ?? Number.NaN);
    if (Number.isInteger(start)) starts.set(at, start);
  }
  return { counts, levels, starts };
}

function levelOf(element: Element): Level {
  const index = Number(attribute(element, 'ilvl') ?? 0);
  const fonts = childNamed(childNamed(element, 'rPr'), 'rFonts');
  return {
    format: formatOf(element),
    text: valueOf(element, 'lvlText') ?? '',
    start: Number(valueOf(element, 'start') ?? 1),
    restartAfter: Number(valueOf(element, 'lvlRestart') ?? index),
    isLegal: flagOf(element, 'isLgl') ?? false,
    suffix: (valueOf(element, 'suff') as Level['suffix'] | undefined) ?? 'tab',
    style: valueOf(element, 'pStyle'),
    font: attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi'),
  };
}

/** `custom` names its form by its first numbers: `01, 02, 03, ...`. */
function formatOf(level: Element): string {
  const said = wordsElements(level, 'numFmt').at(-1);
  const format = attribute(said, 'val') ?? 'decimal';
  return format === 'custom' && /^0\d,/u.test(attribute(said, 'format') ?? '') ? 'decimalZero' : format;
}

/** A bullet of a font of pictures that is not known is a bullet still. */
const bulletOf = (text: string, font: string | undefined): string =>
  [...text]
    .map((sign) => signOf(font, sign) ?? sign)
    .map((sign) => (/[\ue000-\uf8ff]/u.test(sign) ? '•' : sign))
    .join('');

/** A blank, where the sign itself does not keep apart what follows. */
const gapAfter = (words: string, { suffix }: Level): string =>
  suffix === 'nothing' || /[\u3000-\u303f\uff00-\uffef]$/u.test(words) ? '' : ' ';
