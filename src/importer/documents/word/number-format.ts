const DIGITS = [...'零一二三四五六七八九'];
const CAPITALS = [...'零壹贰叁肆伍陆柒捌玖'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

/** The number of a list in one of the formats of Word and WPS, `w:numFmt`; nothing for a format that is not known. */
export function numberAs(format: string, number: number): string | undefined {
  return FORMATS[format]?.(number);
}

const FORMATS: Readonly<Record<string, (number: number) => string>> = {
  none: () => '',
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalHalfWidth: String,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (number) => from(0x2474, 20, number),
  decimalEnclosedFullstop: (number) => from(0x2488, 20, number),
  ideographEnclosedCircle: (number) => from(0x3220, 10, number),
  numberInDash: (number) => `- ${number} -`,
  upperLetter: (number) => letters(number, 'A'),
  lowerLetter: (number) => letters(number, 'a'),
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  chineseCounting: (number) => counted(number, DIGITS, '十百千'),
  chineseCountingThousand: (number) => counted(number, DIGITS, '十百千'),
  japaneseCounting: (number) => counted(number, DIGITS, '十百千'),
  taiwaneseCounting: (number) => counted(number, DIGITS, '十百千'),
  taiwaneseCountingThousand: (number) => counted(number, DIGITS, '十百千'),
  taiwaneseDigital: inDigits,
  ideographDigital: inDigits,
  chineseLegalSimplified: (number) => counted(number, CAPITALS, '拾佰仟'),
  ideographLegalTraditional: (number) => counted(number, [...'零壹貳參肆伍陸柒捌玖'], '拾佰仟'),
  ideographTraditional: (number) => STEMS[(number - 1) % 10] ?? String(number),
  ideographZodiac: (number) => BRANCHES[(number - 1) % 12] ?? String(number),
  ideographZodiacTraditional: (number) => `${STEMS[(number - 1) % 10]!}${BRANCHES[(number - 1) % 12]!}`,
  ordinal: (number) => `${number}${suffix(number)}`,
};

/** Signs that follow each other in Unicode, as far as there are any. */
const from = (first: number, most: number, number: number): string =>
  number >= 1 && number <= most ? String.fromCodePoint(first + number - 1) : String(number);

function fullWidth(number: number): string {
  return [...String(number)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
}

function inDigits(number: number): string {
  return [...String(number)].map((digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit).join('');
}

function circled(number: number): string {
  if (number <= 20) return from(0x2460, 20, number);
  if (number <= 35) return String.fromCodePoint(0x3251 + number - 21);
  return number <= 50 ? String.fromCodePoint(0x32b1 + number - 36) : String(number);
}

/** No list goes on so long; a file that says so asks for a number of a million letters. */
const MOST_LETTERS = 26 * 30;

/** a … z, aa, bb …, as Word counts on. */
function letters(number: number, first: string): string {
  if (number < 1 || number > MOST_LETTERS) return String(number);
  const letter = String.fromCodePoint(first.codePointAt(0)! + ((number - 1) % 26));
  return letter.repeat(Math.floor((number - 1) / 26) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let written = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      written += sign;
      rest -= value;
    }
  }
  return written;
}

/** 十, 十一, 二十, 一百零一; from ten thousand on in figures, which no list reaches. */
function counted(number: number, digits: readonly string[], units: string): string {
  if (number < 1 || number > 9999) return String(number);
  const figures = [...String(number)].map(Number);
  const parts = figures.map((figure, index) => {
    const unit = [...units][figures.length - index - 2] ?? '';
    return figure === 0 ? digits[0]! : `${digits[figure]!}${unit}`;
  });
  const zero = digits[0]!;
  const words = parts.join('').replaceAll(new RegExp(`${zero}+`, 'gu'), zero);
  const whole = words.endsWith(zero) ? words.slice(0, -1) : words;
  return number < 20 && digits === DIGITS ? whole.replace(/^一十/u, '十') : whole;
}

function suffix(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th';
}
