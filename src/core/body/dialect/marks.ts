import type { InlineState } from './lines.ts';

/** A path of Windows up to here, `D:\招标` or `\\server\`: its backslashes are no escapes. */
const IN_PATH = /(?:(?:^|[^A-Za-z])[A-Za-z]:(?:\\\S*)?|\\\\\S*)$/u;
/** The longest piece of text before a backslash that is looked at for a path. */
const LONGEST_PATH = 200;

/** What begins a heading, an item, a quote or a rule: behind a backslash at the beginning of a line it is a text. */
export const BEGINS_BLOCK =
  /^(?:#{1,6}(?:[ \t\u3000]|$)|#{2,6}[\p{Script=Han}（《“]|[-+](?:[ \t]|$)|(?:-[ \t]*){3,}$|>)/u;

/**
 * `\*`, `\|`, `\[` and a backslash before a backtick print the mark alone, and so do `\# `, `\- ` and `\>` at the
 * beginning of a line; any other backslash is a text.
 */
export function escaped(state: InlineState, silent: boolean): boolean {
  const { src, pos } = state;
  const mark = src[pos + 1] ?? '';
  if (src[pos] !== '\\' || !(/^[*|[`]$/u.test(mark) || escapesBlock(src, pos))) return false;
  if (IN_PATH.test(src.slice(Math.max(0, pos - LONGEST_PATH), pos))) return false;
  if (!silent) {
    const token = state.push('text_special', '', 0);
    token.content = mark;
    token.markup = `\\${mark}`;
    token.info = 'escape';
  }
  state.pos = pos + 2;
  return true;
}

function escapesBlock(src: string, pos: number): boolean {
  if (!/^[-#+>]$/u.test(src[pos + 1] ?? '') || src.slice(src.lastIndexOf('\n', pos) + 1, pos).trim() !== '')
    return false;
  const end = src.indexOf('\n', pos);
  return BEGINS_BLOCK.test(src.slice(pos + 1, end < 0 ? undefined : end));
}

const CODE = /(?<!`)`(?<code>[^`\n]+)`(?!`)/uy;

/** A piece of code between two backticks of one line. */
export function code(state: InlineState, silent: boolean): boolean {
  CODE.lastIndex = state.pos;
  const found = state.src[state.pos] === '`' ? CODE.exec(state.src) : null;
  if (!found) return false;
  if (!silent) {
    const token = state.push('code_inline', 'code', 0);
    token.content = found.groups!['code']!;
    token.markup = '`';
  }
  state.pos += found[0].length;
  return true;
}

const ADDRESS = /<(?:(?<web>https?:\/\/[^\s<>]+)|(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+))>/uy;

/** `<https://example.com>`, `<office@example.com>`; of anything else in angle brackets the brackets are printed too. */
export function bracketedAddress(state: InlineState, silent: boolean): boolean {
  ADDRESS.lastIndex = state.pos;
  const { web, mail } = (state.src[state.pos] === '<' && ADDRESS.exec(state.src)?.groups) || {};
  const words = web ?? mail;
  if (words === undefined) return false;
  if (!silent) {
    const href = state.md.normalizeLink(web ?? `mailto:${words}`);
    state.push('link_open', 'a', 1).attrs = [['href', href]];
    state.push('text', '', 0).content = words;
    state.push('link_close', 'a', -1);
  }
  state.pos += words.length + 2;
  return true;
}

/** Whether what stands in `](…)` can be an address: not so in `[2026](1)号`. */
export const isAddress = (href: string): boolean => /[^\d\s.,%()-]/u.test(href);
