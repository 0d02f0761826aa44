/**
 * A body in which links to pages of the old site lead to their announcements. Where the page has become none, the words
 * of the link stay alone.
 */
export function withLinks(
  body: string,
  links: Readonly<Record<string, string>>,
  hrefOf: (address: string) => string | undefined,
): string {
  let text = body;
  for (const [placeholder, address] of Object.entries(links)) {
    const href = hrefOf(address);
    const end = `](${placeholder})`;
    for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end)) {
      const start = href === undefined ? openingOf(text, at) : undefined;
      text =
        href !== undefined || start === undefined
          ? `${text.slice(0, at)}](${href ?? '#'})${text.slice(at + end.length)}`
          : `${text.slice(0, start)}${text.slice(start + 1, at)}${text.slice(at + end.length)}`;
    }
  }
  return text;
}

/** Where the bracket was opened that is closed at a place. */
function openingOf(text: string, closing: number): number | undefined {
  let depth = 0;
  for (let at = closing - 1; at >= 0; at -= 1) {
    if (isEscaped(text, at)) continue;
    if (text[at] === ']') depth += 1;
    if (text[at] === '[' && depth === 0) return at;
    if (text[at] === '[') depth -= 1;
  }
  return undefined;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
