import MarkdownIt from 'markdown-it';
import { pairStars, stars } from './dialect/bold.ts';
import { dashes, heading } from './dialect/heading.ts';
import { guarded, paragraph, withoutWideIndent } from './dialect/lines.ts';
import { bracketedAddress, code, escaped, isAddress } from './dialect/marks.ts';
import { numbered, printMarks } from './dialect/numbered.ts';
import { table } from './dialect/table.ts';

/** Deepest nesting of lists and quotes that still can be read; more also costs a parser quadratic time. */
export const DEEPEST = 20;

/**
 * The one reader of bodies. It knows paragraphs, headings, lists, tables, bold, links and images, as the handbook shows
 * them; whatever else stands in a body is printed as it stands there, and a line break is a line break. Off are the
 * parts of Markdown by which a legal text loses words or changes them: code by indent, reference definitions, headings
 * by underlining, HTML and its entities, italics and strikethrough, smart punctuation, links made from bare text.
 */
export const markdown = new MarkdownIt('default', {
  html: false,
  linkify: false,
  typographer: false,
  breaks: true,
}).disable([
  'code',
  'reference',
  'lheading',
  'html_block',
  'html_inline',
  'entity',
  'strikethrough',
  'balance_pairs',
]);
markdown.set({ maxNesting: DEEPEST * 4 } as object);

export type Token = ReturnType<typeof markdown.parse>[number];

const { block, inline, core } = markdown;
block.ruler.at('table', table, { alt: ['paragraph'] });
block.ruler.at('fence', guarded('fence', /^```[a-z]*(?: [^`]*)?$/u), {
  alt: ['paragraph', 'blockquote', 'list'],
});
// `> 20mm` compares; a quote begins with words.
block.ruler.at(
  'blockquote',
  guarded('blockquote', /^>(?:[ \t]*>)*[ \t]*(?![\d０-９=≥≤<.-])\p{L}|^>(?:[ \t]*>)*[ \t]*[“‘（《【[*]/u),
  {
    alt: ['paragraph', 'blockquote', 'list'],
  },
);
block.ruler.at('hr', dashes, { alt: ['blockquote', 'list'] });
block.ruler.at('heading', heading, { alt: ['paragraph', 'blockquote'] });
block.ruler.after('list', 'numbered', numbered, { alt: ['paragraph', 'blockquote'] });
block.ruler.at('paragraph', paragraph);
inline.ruler.at('escape', escaped);
inline.ruler.at('backticks', code);
inline.ruler.at('autolink', bracketedAddress);
inline.ruler.at('emphasis', stars);
inline.ruler2.at('emphasis', pairStars);

// What may be linked to is judged by the check, which can say why; here it only must look like an address.
markdown.validateLink = isAddress;

core.ruler.after('normalize', 'wide-indent', (state) => {
  state.src = withoutWideIndent(state.src);
});

// The page's one main heading is the announcement's title.
core.ruler.push('one-main-heading', ({ tokens }) => {
  for (const token of tokens) if (token.tag === 'h1') token.tag = 'h2';
});

core.ruler.push('marks-of-items', ({ tokens, Token }) =>
  printMarks(tokens, (type, tag, nesting) => new Token(type, tag, nesting)),
);

/** The words of a token as a reader sees them. */
export function wordsOf(token: Token): string {
  if (token.type === 'text' || token.type === 'code_inline') return token.content;
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
  return (token.children ?? []).map(wordsOf).join('');
}
