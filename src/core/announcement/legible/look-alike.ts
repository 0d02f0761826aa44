import { codePointOf } from './unseen.ts';

/** What a reader takes for a letter, figure or character that it is not, and what it is. */
const KINDS: readonly (readonly [form: RegExp, name: string])[] = [
  [/\p{Script=Cyrillic}/u, '西里尔字母'],
  [/\p{Script=Greek}/u, '希腊字母'],
  [
    /[\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\p{Script=Deseret}]/u,
    '别的文字的字母',
  ],
  // IPA and small capitals, dotless i and j, and the clicks that look like I and !.
  [
    /[\u0131\u0237\u01c0-\u01c3\u0250-\u02af\u1d00-\u1dbf\ua720-\ua7ff\u{1d400}-\u{1d7cb}]/u,
    '音标或者数学用的字母',
  ],
  [/(?![0-9０-９])\p{Nd}/u, '别的文字或者数学用的数字'],
  [/[\u2e80-\u2fdf]/u, '部首'],
];

/**
 * The first sign of a code that looks like a Latin letter, a figure or a Chinese character and is none, with its name
 * and code point for a message: two codes that look alike would be two projects. After the confusables of Unicode
 * TR 39; nothing of it is used in official codes.
 */
export function lookAlikeIn(code: string): { char: string; name: string } | undefined {
  for (const char of code) {
    const [, name] = KINDS.find(([form]) => form.test(char)) ?? [];
    if (name !== undefined) return { char, name: `${name} ${codePointOf(char)}` };
  }
  return undefined;
}
