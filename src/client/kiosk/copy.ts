import { element } from '../element.ts';

/** What may stand in a copy. */
const ALLOWED = (
  'P DIV SECTION UL OL LI DL DT DD TABLE CAPTION THEAD TBODY TFOOT TR TH TD STRONG EM B I DEL INS S BR HR SUB SUP ' +
  'BLOCKQUOTE PRE CODE TIME SPAN BDI SMALL'
).split(' ');

/** Level of the highest heading in a copy: the kiosk's own stand above. */
const TOP = 4;

/** What is left out with all that is in it. */
const LEFT_OUT = [
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'BUTTON',
  'NAV',
  'DETAILS',
  'SVG',
  'IFRAME',
  'OBJECT',
];

/** Classes of what is said on paper alone, or of scrolling by hand, for which the kiosk has its buttons. */
const ELSEWHERE = ['print-only', 'goes-on'];

/** Attributes that a copy keeps, with the values that they may have. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  colspan: /^\d{1,3}$/u,
  rowspan: /^\d{1,3}$/u,
  start: /^\d{1,4}$/u,
  scope: /^(col|row)$/u,
  datetime: /^[\d:T+-]+$/u,
};

/** Classes that the kiosk's own style sheet knows what to do with. */
const CLASSES = [
  'align-center',
  'align-right',
  'capital',
  'changes',
  'contacts',
  'facts-table',
  'note',
  'visually-hidden',
  'was',
  'written',
];

/**
 * Copies what stands in an element of a page of the site: words and their structure, by a list of what may be there.
 * Links become words, pictures what is said of them. Nothing of the page itself is ever put into this one.
 */
export function copyOf(source: Element): readonly Node[] {
  const levels = Array.from(source.querySelectorAll('h1, h2, h3, h4, h5, h6'), levelOf);
  return copyChildren(source, TOP - Math.min(...levels));
}

const levelOf = ({ tagName }: Element): number => Number(tagName.slice(1));

const copyChildren = (source: Element, lower: number): readonly Node[] =>
  Array.from(source.childNodes).flatMap((node) => copyNode(node, lower));

/** @param lower by how many levels its headings are lowered */
function copyNode(node: Node, lower: number): readonly Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.nodeValue ?? '')];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const source = node as Element;
  const name = source.tagName.toUpperCase();
  if (LEFT_OUT.indexOf(name) >= 0 || ELSEWHERE.some((one) => source.classList.contains(one))) return [];
  if (name === 'IMG') return [element('em', '', `（图片：${source.getAttribute('alt') || '见手机'}）`)];
  const tag = /^H[1-6]$/u.test(name)
    ? `h${Math.min(6, levelOf(source) + lower)}`
    : ALLOWED.indexOf(name) >= 0
      ? name.toLowerCase()
      : undefined;
  if (tag === undefined) return copyChildren(source, lower);
  const copy = element(tag, CLASSES.filter((one) => source.classList.contains(one)).join(' '));
  for (const attribute of Object.keys(ATTRIBUTES)) {
    const value = source.getAttribute(attribute);
    if (value !== null && ATTRIBUTES[attribute]!.test(value)) copy.setAttribute(attribute, value);
  }
  copy.append(...copyChildren(source, lower));
  // A line through a blank at the end is a line through nothing.
  const last = copy.lastChild;
  if (name === 'DEL' && last?.nodeType === Node.TEXT_NODE) last.nodeValue = last.nodeValue!.trimEnd();
  return [copy];
}
