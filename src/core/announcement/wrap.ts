/** Characters of a script that sets no blanks between its words; Korean sets them. */
const WITHOUT_BLANKS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3001-\u303f\u30fb\u30fc\u3300-\u33ff\uff01-\uff64]$/u;

/**
 * Whether two parts of a text that an editor has put on two lines belong together without a blank, `示例市公共` and
 * `资源交易中心`: one Chinese character at the break is enough, since Chinese sets no blank beside letters and digits.
 */
export function joinsWithoutBlank(before: string, after: string): boolean {
  const last = /.$/u.exec(before.trimEnd())?.[0] ?? '';
  const [first = ''] = after.trimStart();
  return WITHOUT_BLANKS.test(last) || WITHOUT_BLANKS.test(first);
}
