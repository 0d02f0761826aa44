/** What a clerk is told to do about a fault. */
export interface Remedy {
  /** Advice in Chinese, or the values between which she must choose. */
  help?: string;
  /** What to write in place of what is marked: it means the same, so a program may write it. */
  fix?: string;
  /** Right values of the kind, which are not this one. */
  example?: string;
}

/** A value that could not be read: what is wrong, and what to do about it. */
export interface Fault extends Remedy {
  /** Permanent code of the finding, as listed in `core/diagnostic.ts`. */
  code: string;
  /** States the fault in Chinese. */
  message: string;
}

export type Parsed<T> = { value: T } | { fault: Fault };

export const ok = <T>(value: T): Parsed<T> => ({ value });

/** @param remedy advice, where it is a text */
export const fault = (code: string, message: string, remedy: string | Remedy): Parsed<never> => ({
  fault: { code, message, ...remedyOf(remedy) },
});

/** A remedy, of which a text is advice. */
export const remedyOf = (remedy: string | Remedy): Remedy =>
  typeof remedy === 'string' ? { help: remedy } : remedy;

/** The remedy of a fault, without what it is. */
export const remedyIn = ({ help, fix, example }: Remedy): Remedy => ({
  ...(help !== undefined && { help }),
  ...(fix !== undefined && { fix }),
  ...(example !== undefined && { example }),
});

/** What is said below a fault, a line each: 改成 what to write or to do, 例如 a value that is right in form. */
export const remedyLines = ({ help, fix, example }: Remedy): readonly string[] => [
  ...(fix === undefined ? [] : [`改成  ${fix}`]),
  ...(help === undefined ? [] : [`改成  ${help}`]),
  ...(example === undefined ? [] : [`例如  ${example}`]),
];

/**
 * How one kind of value is written by a clerk, held in memory, printed to a reader and given to machines.
 * What is held is always plain data: text, numbers and objects of these.
 */
export interface Kind<T> {
  name: string;
  parse(text: string): Parsed<T>;
  /** Chinese text for a page or a message. */
  print(value: T): string;
  /** The value in `/announcements/<id>.json`. */
  toJson(value: T): unknown;
  /** A loose pattern for editors; the check has the last word. */
  pattern?: RegExp;
}

/** Full-width letters, digits and punctuation of a Chinese keyboard, as their ASCII forms. */
export const toHalfWidth = (text: string): string =>
  text
    .replace(/[！-～]/gu, (char) => String.fromCodePoint(char.codePointAt(0)! - 0xfee0))
    .replace(/[\u3000\u00a0]/gu, ' ')
    .replace(/[—–－−]/gu, '-')
    .replace(/。(?=\d)/gu, '.');

/** A value as it is read where full-width characters, blanks of any width and the yen sign mean what they look like. */
export const plainForm = (text: string): string =>
  toHalfWidth(text.replace(/\p{Zs}/gu, ' '))
    .replaceAll('\uffe5', '¥')
    .replace(/[【〔]/gu, '(')
    .replace(/[】〕]/gu, ')')
    .trim();

/** A fault for text that would be right if it were typed in half-width characters, else nothing. */
export function halfWidthFault<T>(text: string, parse: (text: string) => Parsed<T>): Fault | undefined {
  const half = toHalfWidth(text);
  if (half === text || 'fault' in parse(half)) return undefined;
  return { code: 'F114', message: `“${text}”用了全角字符`, fix: half };
}
