import { fileOf, isAllowedLink, isLocal } from './links.ts';
import { markdown, wordsOf, type Token } from './markdown.ts';

/** Where a link or image of a body leads: an address on the site, or nothing when there is no such file. */
type Resolve = (file: string) => string | undefined;

/** Where a link to the site's own pages leads; nothing for a link to elsewhere. */
type ToPage = (href: string) => string | undefined;

/** A heading of a body, for a list of contents. */
export interface Heading {
  /** Its anchor, `s2` for the second. */
  id: string;
  level: number;
  text: string;
}

/** Renders a body as HTML. Headings get anchors by position; tables scroll alone and can be focused. */
export const renderBody = (body: string, resolve: Resolve, toPage?: ToPage): string =>
  renderWithHeadings(body, resolve, toPage).html;

/** The same with the headings, which costs one reading for both. */
export function renderWithHeadings(
  body: string,
  resolve: Resolve,
  toPage: ToPage = () => undefined,
): { html: string; headings: readonly Heading[] } {
  const tokens = markdown.parse(body, {});
  const headings = headingsIn(tokens);
  const addressIn = (target: string, isLink: boolean): string | undefined => {
    if (isLink && target.startsWith('#')) return `#${anchorOf(target, headings) ?? target.slice(1)}`;
    const file = isLocal(target) ? resolve(fileOf(target)) : undefined;
    return file ?? (isLink ? toPage(target) : undefined) ?? (isLocal(target) ? undefined : target);
  };
  let section = 0;
  let table = 0;
  const each = (token: Token): void => {
    if (token.type === 'heading_open') {
      section += 1;
      token.attrSet('id', `s${section}`);
    }
    if (token.type === 'link_open') adopt(token, 'href', addressIn);
    if (token.type === 'image') adopt(token, 'src', addressIn);
    token.children?.forEach(each);
  };
  tokens.forEach(each);
  const html = markdown.renderer.render(tokens, { ...markdown.options }, {});
  const scrolling = html
    .replace(
      /<table>/gu,
      () => `<div class="scroll" tabindex="0" role="region" aria-label="表格 ${(table += 1)}"><table>`,
    )
    .replace(/<\/table>/gu, '</table></div>');
  return { html: scrolling, headings };
}

/** The anchor of the heading that a link of the same page names, by number, `#s2`, or by its words, `#二、要求`. */
export function anchorOf(target: string, headings: readonly Heading[]): string | undefined {
  const name = decoded(target.slice(1));
  return headings.find(({ id, text }) => id === name || text === name || text.replaceAll(' ', '-') === name)
    ?.id;
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

function adopt(
  token: Token,
  attribute: 'href' | 'src',
  addressIn: (target: string, isLink: boolean) => string | undefined,
): void {
  const target = String(token.attrGet(attribute) ?? '');
  const foreignImage = attribute === 'src' && !isLocal(target);
  const address = addressIn(target, attribute === 'href');
  // A name such as `\\host` is harmless until it is joined to a path.
  const allowed = isAllowedLink(target) && isAllowedLink(address ?? '') && !foreignImage;
  const safe = allowed ? address : undefined;
  if (safe === undefined) token.attrs = (token.attrs ?? []).filter(([name]) => name !== attribute);
  else token.attrSet(attribute, safe);
  // Who leaves the site is told before; the words are the style sheet's, for a legal text gets none added.
  if (attribute === 'href' && /^https?:/iu.test(safe ?? '')) token.attrSet('rel', 'external');
}

/** The words of a body as a reader sees them, blocks divided by newlines: for search and excerpts. */
export function plainText(body: string): string {
  const words: string[] = [];
  for (const token of markdown.parse(body, {})) {
    if (token.type === 'inline') words.push(wordsOf(token));
    else if (token.type === 'fence' || token.type === 'code_block') words.push(token.content.trimEnd());
  }
  return words.join('\n').normalize('NFC');
}

/** The headings of a body with their anchors. */
export const headingsOf = (body: string): readonly Heading[] => headingsIn(markdown.parse(body, {}));

/** The same from what was parsed already. */
export const headingsIn = (tokens: readonly Token[]): readonly Heading[] =>
  tokens
    .flatMap((token, index) => (token.type === 'heading_open' ? [{ token, inline: tokens[index + 1]! }] : []))
    .map(({ token, inline }, index) => ({
      id: `s${index + 1}`,
      level: Number(token.tag.slice(1)),
      text: wordsOf(inline),
    }));
