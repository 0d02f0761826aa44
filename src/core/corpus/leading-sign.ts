/** A value that begins with a sign which YAML takes for its own. */
export interface Signed {
  /** Index of the value in its line, in UTF-16 units. */
  index: number;
  sign: string;
  value: string;
  message: string;
  help: string;
}

/** What YAML takes a sign for at the head of a value. */
const TAKEN_FOR: Readonly<Record<string, string>> = {
  '[': '被当成了一列值',
  '{': '被当成了几栏内容',
  '*': '被当成了别名',
  '&': '被当成了记号',
  '!': '被当成了标签',
  '|': '被当成了多行文字的记号',
  '>': '被当成了多行文字的记号',
  '-': '被当成了列表的一项',
  '?': '被当成了栏目名的记号',
  '"': '后面还有引号以外的字',
  "'": '后面还有引号以外的字',
};

const FORBIDDEN = '不能作内容的第一个字符';

/** A field or an item of a list with a value that begins with such a sign. */
const LINE =
  /^(?<before>\s*(?:- +)*(?:[^\s"'#[\]{}:：][^"'#:：]{0,40}: +)?)(?<value>(?:[[\]{}*&!|>@`%,"']|[-?] ).*)$/u;

/** The value of a line that begins with a sign of YAML's, explained by that sign; nothing for a line that has none. */
export function signIn(line: string): Signed | undefined {
  const { before, value } = LINE.exec(line.trimEnd())?.groups ?? {};
  if (before === undefined || value === undefined || before.trim() === '') return undefined;
  const sign = value[0]!;
  const message = `内容以“${sign}”开头，${TAKEN_FOR[sign] ?? FORBIDDEN}`;
  return { index: before.length, sign, value, message, help: insteadOf(before.trimStart(), value) };
}

/** The line with the value in quotation marks; stars are meant for bold, which no field has. */
function insteadOf(label: string, value: string): string {
  const quoted = `${label}${quote(value)}`;
  const plain = /^(\*+)([^*]+)\1(.*)$/u.exec(value);
  return plain ? `${label}${plain[2]!}${plain[3]!}（栏目里不能加粗；要印出“*”，写成 ${quoted}）` : quoted;
}

/** A text as YAML takes it word for word. */
const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Whether a bracket or a quotation mark that begins a value is closed on its line. */
export const isClosed = ({ sign, value }: Pick<Signed, 'sign' | 'value'>): boolean =>
  value.indexOf({ '[': ']', '{': '}' }[sign] ?? sign, 1) > 0;

/** Whether the sign makes the line unreadable; what a pair of quotation marks holds alone is right. */
export const isGuilty = (signed: Signed): boolean =>
  !`"'`.includes(signed.sign) || (isClosed(signed) && !signed.value.trimEnd().endsWith(signed.sign));

/** What is said of a list or record in brackets where one value belongs. */
export const bracketed = (label: string, written: string): { reason: string; help: string } => ({
  reason: `内容以“${written[0]!}”开头，${TAKEN_FOR[written[0]!]!}`,
  help: `${label}: ${quote(written.replace(/\s+/gu, ' '))}`,
});
