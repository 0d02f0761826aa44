import { printsNumbers } from '../dialect/numbered.ts';
import { markdown, type Token } from '../markdown.ts';
import type { Block } from '../blocks.ts';
import type { Look, Text } from './text.ts';

/** What stands before an item of a list that has a bullet, in its words. */
export const BULLET = '- ';

/**
 * The words of a heading, a paragraph or a list, an item a line; of any other block, nothing: its source is shown. A
 * link with a title of its own cannot be told in words.
 */
export function textOf({ kind, source }: Pick<Block, 'kind' | 'source'>): Text | undefined {
  if (kind !== 'heading' && kind !== 'paragraph' && kind !== 'list') return undefined;
  const tokens = markdown.parse(source, {});
  if (tokens.some(hasTitledLink)) return undefined;
  return textOfTokens(tokens);
}

/** How many marks a heading has: 2 for 一、, 3 for （一）. */
export const levelOf = ({ source }: Pick<Block, 'source'>): number =>
  /^\s*(?<marks>#*)/u.exec(source)!.groups!['marks']!.length;

/** The picture of a block: its file, and what is said of it to whom cannot see it. */
export function pictureOf({
  kind,
  source,
}: Pick<Block, 'kind' | 'source'>): { file: string; words: string } | undefined {
  const image = kind === 'image' ? markdown.parse(source, {})[1]?.children?.[0] : undefined;
  return image && { file: readable(String(image.attrGet('src') ?? '')), words: image.content };
}

/** The words of tokens that the parser made of a block or a cell. */
export function textOfTokens(tokens: readonly Token[]): Text {
  const reader = new Reader();
  let hasBullets: boolean[] = [];
  let lines = 0;
  for (const token of tokens) {
    if (/_list_open$/u.test(token.type)) hasBullets = [...hasBullets, !printsNumbers(token)];
    else if (/_list_close$/u.test(token.type)) hasBullets = hasBullets.slice(0, -1);
    else if (token.type === 'list_item_open') {
      if (!hasBullets.at(-1)) continue;
      reader.add(`${lines > 0 ? '\n' : ''}${BULLET}`);
      lines = 0;
    }
    if (token.type !== 'inline') continue;
    if (lines > 0) reader.add('\n');
    reader.addAll(token.children ?? []);
    lines += 1;
  }
  return reader.text;
}

/** Gathers words, and from where to where they have a look. */
class Reader {
  #words = '';
  readonly #looks: Look[] = [];
  readonly #open: { from: number; target?: string }[] = [];

  get text(): Text {
    return { words: this.#words, looks: this.#looks.toSorted((one, other) => one.from - other.from) };
  }

  add(words: string): void {
    this.#words += words;
  }

  addAll(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (token.type === 'softbreak' || token.type === 'hardbreak') this.add('\n');
      else if (token.type === 'strong_open') this.#open.push({ from: this.#words.length });
      else if (token.type === 'link_open')
        this.#open.push({ from: this.#words.length, target: readable(String(token.attrGet('href') ?? '')) });
      else if (token.nesting < 0) this.#close();
      else this.add(token.content);
    }
  }

  #close(): void {
    const look = this.#open.pop();
    if (look && look.from < this.#words.length) this.#looks.push({ ...look, to: this.#words.length });
  }
}

/** An address as it was typed: the parser hands it over percent-encoded. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

const hasTitledLink = (token: Token): boolean =>
  (token.type === 'link_open' && token.attrGet('title') !== null) ||
  (token.children ?? []).some(hasTitledLink);
