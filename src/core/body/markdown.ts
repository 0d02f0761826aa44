import MarkdownIt from 'markdown-it';
import multimdTable from 'markdown-it-multimd-table';
import { joinsWithoutBlank } from '../announcement/wrap.ts';

/** Deepest nesting of lists and quotes that still can be read; more also costs a parser quadratic time. */
export const DEEPEST = 20;

/**
 * The one renderer of bodies. Raw HTML stays text, nothing is rewritten: no smart punctuation, no links made from
 * bare text, no strikethrough, so that `10~20万元` stays as written. Tables take merged cells: `||` and `^^`.
 */
export const markdown = new MarkdownIt('default', {
  html: false,
  linkify: false,
  typographer: false,
}).disable('strikethrough');
useTables();

export type Token = ReturnType<typeof markdown.parse>[number];
type BlockState = InstanceType<typeof markdown.block.State>;

// Markdown-it refuses some links by leaving them as text; our own rule decides instead, so that the check can say why.
markdown.validateLink = () => true;
markdown.set({ maxNesting: DEEPEST * 4 } as object);

// The page's one main heading is the announcement's title.
markdown.core.ruler.push('one-main-heading', ({ tokens }) => {
  for (const token of tokens) if (token.tag === 'h1') token.tag = 'h2';
});

// An editor's line break between Chinese characters is no blank; one before a new item or label is a break.
markdown.core.ruler.push('wrapped-lines', ({ tokens }) => {
  for (const { children } of tokens) children?.forEach(settleBreak);
});
markdown.renderer.rules.softbreak = (tokens, index) => (tokens[index]!.markup === JOINED ? '' : '\n');

/** The markup of a soft break that prints nothing. */
const JOINED = 'joined';

function settleBreak(token: Token, index: number, siblings: readonly Token[]): void {
  if (token.type !== 'softbreak') return;
  const before = textBeside(siblings.slice(0, index).reverse());
  const after = textBeside(siblings.slice(index + 1));
  if (!joinsWithoutBlank(before, after)) return;
  if (BEGINS_ANEW.test(after)) token.type = 'hardbreak';
  else token.markup = JOINED;
}

/** The number of an item, or a label with its value: `（一）`, `2.`, `联系人：李工`; 358.6 and 如下： go on. */
const BEGINS_ANEW =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,3}(?:[）)、．]|\.(?!\d))|[①-⑳]|(?!如下|以下)[\p{Script=Han}]{2,12}[：:]\s*\S)/u;

/** The text of the nearest of these tokens that has some. */
const textBeside = (tokens: readonly Token[]): string =>
  tokens.find(({ content }) => content !== '')?.content ?? '';

/** The words of a token as a reader sees them. */
export function wordsOf(token: Token): string {
  if (token.type === 'text' || token.type === 'code_inline') return token.content;
  if (token.type === 'softbreak') return token.markup === JOINED ? '' : '\n';
  if (token.type === 'hardbreak') return '\n';
  return (token.children ?? []).map(wordsOf).join('');
}

/** The table plugin sets up a machine for every block; here it is asked only where a table can begin. */
function useTables(): void {
  const { ruler } = markdown.block;
  const before = ruler.getRules('');
  markdown.use(multimdTable, { rowspan: true, multiline: false, headerless: false });
  const table = ruler.getRules('').find((rule) => !before.includes(rule))!;
  const alt = ['paragraph', 'reference'];
  ruler.at('table', (state, start, end, silent) => hasBar(state, start) && table(state, start, end, silent), {
    alt,
  });
}

/** Whether a block has a `|` in its first two lines: a caption, if there is one, and the heads of the columns. */
function hasBar({ src, bMarks, eMarks }: BlockState, line: number): boolean {
  const end = eMarks[line + 1] ?? eMarks[line]!;
  const bar = src.indexOf('|', bMarks[line]);
  return bar >= 0 && bar < end;
}
