import {
  attributeOf,
  childrenOf,
  isTag,
  isText,
  isUnseen,
  type AnyNode,
  type Element,
} from '../../core/import/tree.ts';
import { escapeMarkup } from '../../core/markup.ts';

/** What a document is shown with; of every other element its words alone. */
const SHOWN: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li table caption thead tbody tfoot tr th td strong b em i u s sup sub br hr blockquote pre'.split(
    ' ',
  ),
);

const WITHOUT_END: ReadonlySet<string> = new Set(['br', 'hr']);

/** Over how many cells one goes: the one thing beside words that is carried. */
const SPANS = ['colspan', 'rowspan'] as const;

/** A document as HTML in which nothing acts, loads or leads elsewhere: a few elements, and their words. */
export function plainHtml(node: AnyNode): string {
  if (isText(node)) return escapeMarkup(node.data);
  if (!isTag(node)) return childrenOf(node).map(plainHtml).join('');
  if (isUnseen(node)) return '';
  const inner = childrenOf(node).map(plainHtml).join('');
  const { name } = node;
  if (!SHOWN.has(name)) return inner;
  return WITHOUT_END.has(name) ? `<${name}>` : `<${name}${spansOf(node)}>${inner}</${name}>`;
}

const spansOf = (element: Element): string =>
  SPANS.flatMap((name) => {
    const value = attributeOf(element, name) ?? '';
    return /^[1-9]\d{0,2}$/u.test(value) ? ` ${name}="${value}"` : [];
  }).join('');
