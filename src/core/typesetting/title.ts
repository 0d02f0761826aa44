import { escapeMarkup } from '../markup.ts';
import { TRADE_WORDS } from './trade-words.ts';

/** Titles come again on many lists: each is set once a build. */
const made = new Map<string, string>();

/**
 * A title as HTML that breaks between words: `<wbr>` stands where a line may end, and the style sheet lets it end nowhere
 * else. The words stay the same, so that what is copied does too.
 */
export function setTitle(title: string): string {
  const known = made.get(title);
  if (known !== undefined) return known;
  const html = piecesOf(title).map(escapeMarkup).join('<wbr>');
  made.set(title, html);
  return html;
}

/** A place at the beginning of a title or behind another, 高明区更合镇示例片区, or 第二次 in brackets, stays whole. */
const PLACE = /(?<=^|[区镇市县道年]|关于)[\p{Script=Han}]{2,3}?(?:街道|[区镇市县乡村])/u;
const BRACKETS = /（[^（）]{1,10}）/u;
const CODE = /[A-Za-z0-9][A-Za-z0-9.-]*/u;

/** Longest first, so that 招标公告 is not taken for 招标. */
const words = [...TRADE_WORDS].sort((a, b) => b.length - a.length).join('|');
const KNOWN = new RegExp(
  [PLACE.source, BRACKETS.source, words, CODE.source].map((source) => `(?:${source})`).join('|'),
  'gu',
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What lines may be made of: at least so many characters, since fewer places to break make no worse lines. */
const LEAST = 4;

/** A title in pieces between which a line may end. */
export function piecesOf(title: string): readonly string[] {
  const pieces: string[] = [];
  for (const word of wordsIn(title)) {
    const last = pieces.at(-1);
    if (last === undefined || (last.length >= LEAST && mayBreak(last, word))) pieces.push(word);
    else pieces[pieces.length - 1] = last + word;
  }
  // A short last piece would stand alone on its line.
  const short = pieces.length > 1 && pieces.at(-1)!.length < 2 ? pieces.pop()! : '';
  return short === '' ? pieces : [...pieces.slice(0, -1), pieces.at(-1)! + short];
}

/** The known words whole, the rest as the segmenter of the language knows them. */
function wordsIn(title: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  const segment = (text: string): void => {
    for (const part of segmenter.segment(text)) found.push(part.segment);
  };
  for (const match of title.matchAll(KNOWN)) {
    segment(title.slice(from, match.index));
    found.push(match[0]);
    from = match.index + match[0].length;
  }
  segment(title.slice(from));
  return found;
}

/** Whether a line may end between two pieces: not behind an opening sign, before a closing one, a lone character or a blank. */
const mayBreak = (before: string, after: string): boolean =>
  !/[（《“‘〔【\s]$/u.test(before) && !/^[）》”’〕】、，。；：·\s]|^[\p{Script=Han}]$/u.test(after);
