import { matchesOf } from './matches.ts';

/** Text that was read in the wrong encoding. Indexes count UTF-16 units. */
export interface Garbled {
  index: number;
  text: string;
  /** What it was, where that can be told. */
  meant?: string;
}

/** Text that can be nothing else than wrongly read, each place once. */
export function garbledIn(text: string): readonly Garbled[] {
  return [...replaced(text), ...utf8AsLatin(text), ...gbkAsLatin(text), ...utf8AsGbk(text), ...escaped(text)];
}

/** What is probably wrongly read: a telltale beside a character that GB 2312 has not either, and runs of `?`. */
export const perhapsGarbledIn = (text: string): readonly Garbled[] => [
  ...questionMarks(text),
  ...matchesOf(text, TELLTALE_PAIR).filter(isPair).map(toGarbled),
];

const toGarbled = ({ index, 0: text }: RegExpExecArray): Garbled => ({ index, text });

/** Runs of question marks, into which programs turn what they cannot write; a clerk in a hurry types them too. */
const questionMarks = (text: string): readonly Garbled[] =>
  text.includes('???') ? all(text, /\?{3,}/gu) : [];

/** Signs that HTML writes by name; a field is no HTML. */
export const htmlEntities = (text: string): readonly Garbled[] =>
  all(
    text,
    /&(?:#\d{2,7}|#x[\da-f]{2,6}|nbsp|amp|lt|gt|quot|apos|[lr][ds]quo|[mn]dash|middot|hellip|e[nm]sp|yen|times);/giu,
  );

const all = (text: string, form: RegExp): readonly Garbled[] => matchesOf(text, form).map(toGarbled);

/** U+FFFD stands for bytes that are no character; 锟斤拷 is it in GBK, 烫 and 屯 memory that was never written. */
const replaced = (text: string): readonly Garbled[] => all(text, /\ufffd+|(?:锟斤拷?)+|烫{3,}|屯{3,}/gu);

/** `\u516c\u544a`, as programs write for each other. */
const escaped = (text: string): readonly Garbled[] =>
  matchesOf(text, /(?:\\u[\da-f]{4})+/giu).map(({ index, 0: found }) => ({
    index,
    text: found,
    meant: found.replace(/\\u([\da-f]{4})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  }));

/** Windows-1252's characters from 0x80 to 0x9F; what it leaves free stands for itself. */
const WINDOWS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

const latinByte = (char: string): number => {
  const high = WINDOWS.indexOf(char);
  return high < 0 ? char.codePointAt(0)! : 0x80 + high;
};

const LATIN_RUN = new RegExp(`[\\u0080-\\u00ff${WINDOWS.join('')}]{2,}`, 'gu');

/** UTF-8 that was read as Latin-1 or Windows-1252: `å…¬å‘Š`, `Ã¤`. */
const utf8AsLatin = (text: string): readonly Garbled[] =>
  matchesOf(text, LATIN_RUN).flatMap(({ index, 0: run }) => {
    const bytes = [...run].map(latinByte);
    // At the end a character may be cut.
    const meant = utf8Prefix(bytes, Math.max(2, bytes.length - 2));
    return meant !== undefined &&
      /^[\p{Script=Han}\u3000-\u303f\uff00-\uffefÀ-ÿ\u00a0-\u00bf“”‘’…—]+$/u.test(meant)
      ? [{ index, text: run, meant }]
      : [];
  });

/** GBK that was read as Latin-1: `¹«¸æ`. Its bytes are common characters, and some of what is seen are letters. */
const gbkAsLatin = (text: string): readonly Garbled[] =>
  matchesOf(text, /[\u00a1-\u00fe]{4,}/gu).flatMap(({ index, 0: run }) => {
    const bytes = Uint8Array.from([...run].slice(0, run.length & ~1), (char) => char.charCodeAt(0));
    const meant = new TextDecoder('gbk').decode(bytes);
    const isWords = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]+$/u.test(meant);
    return isWords && (run.match(/\p{L}/gu)?.length ?? 0) >= run.length / 2
      ? [{ index, text: run, meant }]
      : [];
  });

/** GBK's characters by their two bytes, in one number. */
const GBK: ReadonlyMap<string, number> = (() => {
  const pairs: number[] = [];
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1)
      if (second !== 0x7f) pairs.push((first << 8) | second);
  const bytes = Uint8Array.from(pairs.flatMap((pair) => [pair >> 8, pair & 0xff]));
  return new Map([...new TextDecoder('gbk').decode(bytes)].map((char, at) => [char, pairs[at]!]));
})();

/**
 * What GBK shows for the first two bytes of a Chinese character in UTF-8, without what is written by hand: the 6,763
 * characters of GB 2312 and the 5,401 of Big5's first plane. 锛 begins every comma and colon.
 */
export const TELLTALES =
  '锛鈥鈦鈧鈨鈩鈪鈫鈬鈭鈮鈯鈰鈱鈲鈳鈵鈶鈺鈻鈼鉁鉂鉃鉄銆銇銈銉銊銋銌銍銏銐銒銔銕銗銙銚銛銝銞銟銠銡銢銣銤銥銦銧鋩鋫鋬鋭鋮鋯鋱鋲鋳鋴鋵鋶鋷鋹鋺鋻鋽鋾鋿錀錁錂錃錅錆錇錈錉鍌鍎鍏鍐鍑鍒鍓鍕鍖鍗鍘鍙鍜鍝鍞鍟鍠鍡鍢鍣鍤鍦鍧鍨鍩鍫鎭鎯鎱鎲鎴鎵鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏄鏅鏆鏇鏉鏋鏌鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐙鐚鐛鐜鐝鐞鐟鐠鐡鐢鐣鐤鐥鐦鐧鐨鐩鐪鐬鐭鑱鑳鑴鑵鑶鑸鑹鑺鑻钀钁钂钃钄钑钖钘铇铏铓铔铚铦铻锜锠閫閬閮閯閰閲閳閴閵閶閷閸閹閺閼閽閾閿闀闁闂闃闄闅闇闉';

/** Two of them so near each other that no list of names explains it. */
const TWO_TELLTALES = new RegExp(`[${TELLTALES}][\\p{Script=Han}\\p{Co}€，]{0,10}[${TELLTALES}]`, 'u');

/** Where a program has dropped what lay between, `鍏憡` for 公告, the two are all that is left. */
const TELLTALE_PAIR = new RegExp(`[${TELLTALES}]\\p{Script=Han}`, 'gu');

const isPair = ({ 0: pair }: RegExpExecArray): boolean => {
  const [first, second] = bytesOf([...pair][1]!);
  return first! < 0xa1 && second! >= 0x80 && second! <= 0xbf;
};

/** A run that begins as Chinese in UTF-8 begins, seen in GBK. */
const GBK_RUN = new RegExp(
  `[${[...GBK].flatMap(([char, pair]) => (isStart(pair) ? [char] : [])).join('')}](?<!\\p{Script=Han}.)[^\\p{ASCII}]{1,200}`,
  'gu',
);

function isStart(pair: number): boolean {
  const [first, second] = [pair >> 8, pair & 0xff];
  return first >= 0xe3 && first <= 0xe9 && second >= 0x80 && second <= 0xbf;
}

/** UTF-8 that was read as GBK: `鍏憡` for 公告. */
function utf8AsGbk(text: string): readonly Garbled[] {
  const exact = matchesOf(text, GBK_RUN).flatMap(({ index, 0: run }): readonly Garbled[] => {
    const bytes = [...run].flatMap((char) => bytesOf(char));
    // Words of GB 2312 alone, ordinary ones, may be UTF-8 by chance, but not twelve bytes of it.
    const isRare = [...run].some((char) => bytesOf(char).some((byte) => byte < 0xa1));
    const meant = utf8Prefix(bytes, isRare ? 6 : 12);
    return meant !== undefined && isOrdinary(meant) ? [{ index, text: run, meant }] : [];
  });
  if (exact.length > 0) return exact;
  const loose = TWO_TELLTALES.exec(text);
  return loose ? [{ index: loose.index, text: loose[0] }] : [];
}

/** The bytes that GBK shows as a character; 0x80 alone is shown as €, though € has a pair of its own. */
const bytesOf = (char: string): readonly number[] => {
  const pair = char === '€' ? undefined : GBK.get(char);
  return pair === undefined ? [0x80] : [pair >> 8, pair & 0xff];
};

/** Whether nearly all of a text is characters of GB 2312's first plane, the common ones, and punctuation. */
function isOrdinary(text: string): boolean {
  const characters = [...text];
  const common = characters.filter((char) => {
    const pair = GBK.get(char) ?? 0;
    return (
      (pair >= 0xb0a1 && pair <= 0xd7f9 && (pair & 0xff) >= 0xa1) ||
      /[\u3000-\u303f\uff00-\uffef“”]/u.test(char)
    );
  });
  return common.length >= characters.length * 0.8;
}

/** What bytes begin with that is UTF-8; nothing when that is under `least` bytes. */
function utf8Prefix(bytes: readonly number[], least: number): string | undefined {
  const [whole = ''] = new TextDecoder().decode(Uint8Array.from(bytes)).split('\ufffd');
  return new TextEncoder().encode(whole).length >= least ? whole : undefined;
}
