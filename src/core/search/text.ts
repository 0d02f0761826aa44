/**
 * The form of text in which one looks for text: NFKC, lower case, without blanks, dashes, quotation marks and
 * brackets of one kind each. It is made character by character, so that any part of a text stays findable wherever it was cut.
 */

/** Ends a section of a text in its searchable form, where no blank is left: nothing is found across it. */
const BREAK = '\n';

const BLANK = /[\s\u200b-\u200d\u2060\ufeff\u00ad]/gu;

/** What a keyboard writes in one way and a document in another. */
const FOLDED: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '〜': '~',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  // 〔2024〕6号 is the form of official letters, and no keyboard has it on a key.
  '[': '(',
  ']': ')',
  '〔': '(',
  '〕': ')',
  '【': '(',
  '】': ')',
  '〖': '(',
  '〗': ')',
};

/** All but the commonest characters that stay as they are: to leave those alone makes 12,000 titles five times as quick. */
const CHANGING = /[^\u4e00-\u9fff0-9a-z]/gu;

const known = new Map<string, string>();

function formOf(char: string): string {
  const found = known.get(char);
  if (found !== undefined) return found;
  const form = [...char.normalize('NFKC').toLowerCase()]
    .map((part) => FOLDED[part] ?? part)
    .join('')
    .replace(BLANK, '');
  known.set(char, form);
  return form;
}

/** A text as one looks for it: `ＧＭ－ＪＳ 2026` is `gm-js2026`. */
export const searchable = (text: string): string => text.normalize('NFC').replace(CHANGING, formOf);

/**
 * The searchable form with the way back: the i-th unit of the form comes from the character between `from[i]` and
 * `to[i]` of the text, which must be in NFC.
 */
export function traced(text: string): { form: string; from: readonly number[]; to: readonly number[] } {
  let form = '';
  let at = 0;
  const from: number[] = [];
  const to: number[] = [];
  for (const char of text) {
    const part = formOf(char);
    for (let unit = 0; unit < part.length; unit += 1) {
      from.push(at);
      to.push(at + char.length);
    }
    form += part;
    at += char.length;
  }
  return { form, from, to };
}

/**
 * The parts of a question: it is divided at blanks, and an announcement must have every part. A character that stands
 * alone belongs to its neighbours: documents put blanks around figures, and `第 2 次` means 第2次.
 */
export function partsOf(question: string): readonly string[] {
  const words = question.normalize('NFC').split(/\s+/u).map(searchable).filter(Boolean);
  const parts: string[] = [];
  for (const [place, word] of words.entries()) {
    const isJoined = place > 0 && (isSingle(word) || isSingle(words[place - 1]!));
    if (isJoined) parts.push(parts.pop()! + word);
    else parts.push(word);
  }
  return [...new Set(parts)];
}

/** Whether a part is one character, which the full-text index cannot be asked for. */
export const isSingle = (part: string): boolean => [...part].length === 1;

/** Letters of the Yi script, which no announcement is written in; two of them stand for a character. */
const YI = 0xa000;
const YI_BASE = 1024;

/**
 * Pagefind drops punctuation from words, splits words at hyphens and takes accents off letters. Only these letters
 * and digits pass it unchanged; every other character is written as two letters of the Yi script.
 */
const PLAIN = /^[a-z0-9]$|^(?=\p{Script=Han})[\p{L}\p{Nl}]$/u;

const letters = new Map<string, string>();

function letterOf(char: string): string {
  const found = letters.get(char);
  if (found !== undefined) return found;
  const point = char.codePointAt(0)!;
  const escaped = String.fromCodePoint(YI + Math.floor(point / YI_BASE), YI + (point % YI_BASE));
  const letter = point <= 0xffff && PLAIN.test(char) ? char : escaped;
  letters.set(char, letter);
  return letter;
}

/**
 * The words under which a text is indexed: every two neighbouring characters, `污水处` is 污水 水处. A phrase of pairs
 * is found exactly where the text is, so recall and precision of a search for any part of a text are both 1.
 */
export function wordsOf(sections: readonly string[]): string {
  return pairs(sections.map((section) => searchable(section) + BREAK).join(''));
}

/** The question that Pagefind is asked for a part of two characters or more: these pairs, next to each other. */
export const phraseOf = (part: string): string => `"${pairs(part)}"`;

function pairs(form: string): string {
  const chars = [...form].map(letterOf);
  return chars
    .slice(1)
    .map((char, index) => chars[index]! + char)
    .join(' ');
}
