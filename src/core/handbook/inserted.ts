import { codeTables } from './codes.ts';
import { limitsTable } from './limits.ts';

/** Parts of the clerk's handbook that are made from the program, by the name in their marker. */
const PARTS: Readonly<Record<string, () => string>> = { 代码表: codeTables, 限制表: limitsTable };

/** A part stands between `<!-- 生成：代码表 -->` and `<!-- 生成结束 -->`. */
const MARKED = /(<!-- 生成：(\S+) -->\n)[^]*?(<!-- 生成结束 -->)/gu;

/**
 * The clerk's handbook with its generated parts made again.
 * @throws when a marker names no part, or a part has no marker
 */
export function renewParts(handbook: string): string {
  const found = new Set<string>();
  const renewed = handbook.replace(MARKED, (_, start: string, name: string, end: string) => {
    const part = PARTS[name];
    if (!part) throw new Error(`the handbook asks for a part that does not exist: ${name}`);
    found.add(name);
    return `${start}\n${part()}\n\n${end}`;
  });
  const lost = Object.keys(PARTS).find((name) => !found.has(name));
  if (lost !== undefined) throw new Error(`the handbook has no marker for its part ${lost}`);
  return renewed;
}
