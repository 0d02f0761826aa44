import { fileOf, isAllowedLink, isLocal } from './links.ts';
import { markdown, wordsOf, type Token } from './markdown.ts';

/** Where a link or image of a body leads: an address on the site, or nothing when there is no such file. */
export type Resolve = (file: string) => string | undefined;

/** Renders a body as HTML. Headings get anchors by position; tables scroll alone and can be focused. */
export function renderBody(body: string, resolve: Resolve): string {
  const tokens = markdown.parse(body, {});
  let section = 0;
  let table = 0;
  const each = (token: Token): void => {
    if (token.type === 'heading_open') {
      section += 1;
      token.attrSet('id', `s${section}`);
    }
    if (token.type === 'link_open') adopt(token, 'href', resolve);
    if (token.type === 'image') adopt(token, 'src', resolve);
    if (token.type === 'th_open' || token.type === 'td_open') align(token);
    token.children?.forEach(each);
  };
  tokens.forEach(each);
  const html = markdown.renderer.render(tokens, { ...markdown.options }, {});
  return html
    .replace(
      /<table>/gu,
      () => `<div class="scroll" tabindex="0" role="region" aria-label="表格 ${(table += 1)}"><table>`,
    )
    .replace(/<\/table>/gu, '</table></div>')
    .replace(/<th(?=[ >])/gu, '<th scope="col"');
}

/** A column's alignment is a class: the policy of the pages refuses styles that stand in them. */
function align(token: Token): void {
  const side = /^text-align:\s*(left|center|right)$/u.exec(String(token.attrGet('style') ?? ''))?.[1];
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
  if (side === 'center' || side === 'right') token.attrJoin('class', `align-${side}`);
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

/** The headings of a body with their anchors, for a list of contents. */
export function headingsOf(body: string): readonly { id: string; level: number; text: string }[] {
  const tokens = markdown.parse(body, {});
  return tokens
    .flatMap((token, index) => (token.type === 'heading_open' ? [{ token, inline: tokens[index + 1]! }] : []))
    .map(({ token, inline }, index) => ({
      id: `s${index + 1}`,
      level: Number(token.tag.slice(1)),
      text: wordsOf(inline),
    }));
}
