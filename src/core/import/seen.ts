import { legible } from './legible.ts';
import { attributeOf, childrenOf, isTag, isText, isUnseen, type AnyNode, type Element } from './tree.ts';

/** Why nothing of an element is taken over, by its name. */
const REASONS: Readonly<Record<string, string>> = {
  style: '样式',
  link: '样式',
  script: '脚本',
  noscript: '脚本',
  template: '脚本',
  iframe: '框架',
  frame: '框架',
  object: '框架',
  embed: '框架',
  applet: '框架',
  svg: '图形',
  canvas: '图形',
  math: '公式',
  audio: '音像',
  video: '音像',
  button: '表单',
};

/** Words that a page has of itself, and not of the announcement. */
const OF_THE_PAGE: ReadonlySet<string> = new Set(['head', 'title', 'meta', 'base', 'datalist']);

/** Why a reader sees nothing of an element, or nothing that is words: a reason to count, or '' for none worth it. */
export function whyUnseen(element: Element): string | undefined {
  const reason = REASONS[element.name];
  if (reason !== undefined) return reason;
  if (OF_THE_PAGE.has(element.name)) return '';
  // Word's own bookkeeping; `mso-hide:all` is its hidden text.
  if (/mso-hide\s*:\s*all/iu.test(element.attribs['style'] ?? '')) return '隐藏内容';
  return isUnseen(element) ? '隐藏内容' : undefined;
}

/** What a reader sees in a control of a form; nothing for an element that is none. */
export function seenInControl(element: Element): string | undefined {
  if (element.name === 'textarea') return childrenOf(element).map(rawText).join('');
  if (element.name === 'select') return chosenOf(element);
  if (element.name !== 'input') return undefined;
  const type = (attributeOf(element, 'type') ?? 'text').toLowerCase();
  if (type === 'checkbox') return 'checked' in element.attribs ? '☑' : '☐';
  if (type === 'radio') return 'checked' in element.attribs ? '◉' : '○';
  return UNREAD_INPUTS.has(type) ? '' : (element.attribs['value'] ?? '');
}

const UNREAD_INPUTS: ReadonlySet<string> = new Set([
  'hidden',
  'password',
  'submit',
  'button',
  'reset',
  'image',
  'file',
]);

function chosenOf(select: Element): string {
  const options: Element[] = [];
  for (const node of [...childrenOf(select)]) {
    if (!isTag(node)) continue;
    if (node.name === 'option') options.push(node);
    else options.push(...childrenOf(node).filter((inner): inner is Element => isTag(inner)));
  }
  const chosen = options.filter(({ attribs }) => 'selected' in attribs);
  const shown = chosen.length > 0 ? chosen : 'multiple' in select.attribs ? [] : options.slice(0, 1);
  return shown.map((option) => childrenOf(option).map(rawText).join('').trim()).join(' ');
}

const rawText = (node: AnyNode): string => (isText(node) ? node.data : '');

/** Fonts whose letters are drawn as bullets, ticks and arrows. */
const OF_SYMBOLS = /^(?:wingdings(?: ?[23])?|webdings|symbol)$/iu;

/** Whether the letters in an element are drawn as symbols, as an `l` that is a bullet; a font within takes over. */
export function isOfSymbols({ attribs }: Element, isAround: boolean): boolean {
  const style = /(?:^|[;\s])font(?:-family)?\s*:([^;]*)/iu.exec(attribs['style'] ?? '')?.[1];
  const fonts = attribs['face'] ?? style;
  if (fonts === undefined) return isAround;
  // In `font: 7pt Wingdings, serif` the size stands before the first name.
  const [first = ''] = fonts.split(',');
  return OF_SYMBOLS.test(first.replace(/^.*\d(?:pt|px|em|%)\S*|["']/giu, '').trim());
}

/** Whether an element is the number or bullet that Word put before an item of a list. */
export const isWordMark = ({ attribs }: Element): boolean =>
  /mso-list\s*:\s*ignore/iu.test(attribs['style'] ?? '');

/** Whether an element strikes its words out. */
export const isStruck = ({ name, attribs }: Element): boolean =>
  name === 'del' ||
  name === 's' ||
  name === 'strike' ||
  /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]*line-through/iu.test(attribs['style'] ?? '');

/** Whether a reader sees any words in some nodes. */
export function showsWords(nodes: readonly AnyNode[]): boolean {
  const open = nodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node) && /[^\s\u200b-\u200f\ufeff]/u.test(node.data)) return true;
    if (!isTag(node) || whyUnseen(node) !== undefined) continue;
    if ((seenInControl(node) ?? '').trim() !== '') return true;
    for (const child of childrenOf(node).toReversed()) open.push(child);
  }
  return false;
}

/** Characters of an element's words that a rule or a message is given. */
const MOST_WORDS = 200;

/** The words of an element, however deep they lie, on one line. */
export function wordsIn(element: Element): string {
  const open: AnyNode[] = [element];
  let words = '';
  for (let node = open.pop(); node && words.length < MOST_WORDS; node = open.pop()) {
    if (isText(node)) words += node.data;
    else if (isTag(node) && whyUnseen(node) === undefined)
      for (const child of childrenOf(node).toReversed()) open.push(child);
  }
  return legible(words, () => undefined)
    .replace(/\s+/gu, ' ')
    .trim();
}
