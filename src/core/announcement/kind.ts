/** A value that could not be read: what is wrong, and what to write instead. */
export interface Fault {
  /** Permanent code of the finding, as listed in `core/diagnostic.ts`. */
  code: string;
  /** States the fault in Chinese. */
  message: string;
  /** What to write instead, in Chinese. */
  help: string;
}

export type Parsed<T> = { value: T } | { fault: Fault };

export const ok = <T>(value: T): Parsed<T> => ({ value });

export const fault = (code: string, message: string, help: string): Parsed<never> => ({
  fault: { code, message, help },
});

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
  return { code: 'F114', message: `“${text}”用了全角字符`, help: half };
}
