import { fileOf, isAllowedLink, isLocal } from './links.ts';
import { markdown, wordsOf, type Token } from './markdown.ts';

/** Where a link or image of a body leads: an address on the site, or nothing when there is no such file. */
export type Resolve = (file: string) => string | undefined;

/** A heading of a body, for a list of contents. */
export interface Heading {
  /** Its anchor, `s2` for the second. */
  id: string;
  level: number;
  text: string;
}

/** Renders a body as HTML. Headings get anchors by position; tables scroll alone and can be focused. */
export const renderBody = (body: string, resolve: Resolve): string => renderWithHeadings(body, resolve).html;

/** The same with the headings, which costs one reading for both. */
export function renderWithHeadings(
  body: string,
  resolve: Resolve,
): { html: string; headings: readonly Heading[] } {
  const tokens = markdown.parse(body, {});
  const headings = headingsIn(tokens);
  let section = 0;
  let table = 0;
  const each = (token: Token): void => {
    if (token.type === 'heading_open') {
      section += 1;
      token.attrSet('id', `s${section}`);
    }
    if (token.type === 'link_open') adopt(token, 'href', resolve);
    if (token.type === 'image') adopt(token, 'src', resolve);
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

function adopt(token: Token, attribute: 'href' | 'src', resolve: Resolve): void {
  const target = String(token.attrGet(attribute) ?? '');
  const foreignImage = attribute === 'src' && !isLocal(target);
  const address = isLocal(target) ? resolve(fileOf(target)) : target;
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

const headingsIn = (tokens: readonly Token[]): readonly Heading[] =>
  tokens
    .flatMap((token, index) => (token.type === 'heading_open' ? [{ token, inline: tokens[index + 1]! }] : []))
    .map(({ token, inline }, index) => ({
      id: `s${index + 1}`,
      level: Number(token.tag.slice(1)),
      text: wordsOf(inline),
    }));
