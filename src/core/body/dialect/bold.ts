import type { InlineState } from './lines.ts';

/** What bold words do not begin with, and what they do not end with. */
const CLOSES = /[\s，。、；：？！,.;:?!）》」』】〕”’)\]}]/u;
const OPENS = /[\s（《「『【〔“‘([{]/u;
/** A power, `2**3`, or a mask between figures and letters. */
const ALNUM = /[\dA-Za-z０-９Ａ-Ｚａ-ｚ]/u;
/** After the masked name of a person, `李**先生`. */
const HONORIFIC = /^(?:先生|女士|小姐|同志)/u;

interface Side {
  opens: boolean;
  closes: boolean;
}

/**
 * Takes stars. Exactly two may make words bold; any other number, and two between figures, are stars. What stands
 * outside them does not matter, so that `**注意：**请` is bold where Markdown wants a blank.
 */
export function stars(state: InlineState, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '*') return false;
  let end = pos + 1;
  while (src[end] === '*') end += 1;
  if (!silent) {
    const text = src.slice(pos, end);
    if (text.length === 2) state.push('text', '', 0).content = text;
    else state.pending += text;
    if (text.length === 2) state.tokens.at(-1)!.meta = sidesOf(src[pos - 1] ?? '\n', src.slice(end, end + 3));
  }
  state.pos = end;
  return true;
}

function sidesOf(before: string, rest: string): Side {
  const after = rest[0] ?? '\n';
  if (ALNUM.test(before) && ALNUM.test(after)) return { opens: false, closes: false };
  return { opens: !CLOSES.test(after) && !HONORIFIC.test(rest), closes: !OPENS.test(before) };
}

/** Pairs stars in their order, each pair on one line and on one side of a link's edge. */
export function pairStars({ tokens }: InlineState): boolean {
  let open: (typeof tokens)[number] | undefined;
  const outside: (typeof open)[] = [];
  for (const token of tokens) {
    const side = token.meta as Side | null;
    if (token.type === 'softbreak' || token.type === 'hardbreak') open = undefined;
    else if (token.type === 'link_open') open = void outside.push(open);
    else if (token.type === 'link_close') open = outside.pop();
    else if (token.type !== 'text' || !side) continue;
    else if (open && side.closes) {
      Object.assign(open, { type: 'strong_open', tag: 'strong', nesting: 1, markup: '**', content: '' });
      Object.assign(token, { type: 'strong_close', tag: 'strong', nesting: -1, markup: '**', content: '' });
      open = undefined;
    } else if (side.opens) open ??= token;
  }
  return false;
}
