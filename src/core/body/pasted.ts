import { ofLine, type BodyFinding } from './finding.ts';
import type { Token } from './markdown.ts';

/** Lines of a body that stand for more than they say, `to` not counted. */
interface Run {
  from: number;
  to: number;
}

/** Finds what was pasted from Word or WPS as it is: tables divided by tabs, paragraphs without an empty line between. */
export const findPasted = (lines: readonly string[], tokens: readonly Token[]): readonly BodyFinding[] => [
  ...tabTables(lines).map(({ from, to }) =>
    ofLine(
      'C122',
      lines[from]!,
      from,
      `从这一行起有 ${to - from} 行用 Tab 键隔开，是粘贴过来的表格，印出来分不清列`,
      toTable(lines.slice(from, to))[0]!,
    ),
  ),
  ...crowded(lines, tokens).map((index) =>
    ofLine(
      'C123',
      lines[index]!,
      index,
      '上一段说完了，下一段紧接着写，印出来两段之间没有空当',
      '在这一行前面空一行',
    ),
  ),
];

/** A body with its pasted tables and paragraphs in the dialect, an entry for each line that there was. */
export function inDialect(lines: readonly string[], tokens: readonly Token[]): readonly string[] {
  const mended = [...lines];
  for (const { from, to } of tabTables(lines))
    mended.splice(from, to - from, ...toTable(lines.slice(from, to)));
  for (const index of crowded(lines, tokens)) mended[index] = `\n${mended[index]!}`;
  return mended;
}

const toTable = (rows: readonly string[]): readonly string[] =>
  rows.map((row, index) => {
    const cells = row.split('\t').map((cell) => cell.trim().replaceAll('|', '\\|') || ' ');
    return `| ${cells.join(' | ')} |${index === 0 ? `\n|${' --- |'.repeat(cells.length)}` : ''}`;
  });

/** Two or more lines with the same number of tabs; tabs before the words alone are an indent. */
function tabTables(lines: readonly string[]): readonly Run[] {
  if (!lines.some((line) => line.includes('\t'))) return [];
  const runs: Run[] = [];
  let from = 0;
  const tabs = lines.map((line) => (/\S.*\t/u.test(line) ? line.split('\t').length - 1 : 0));
  while (from < lines.length) {
    let to = from + 1;
    const isSame = (index: number): boolean =>
      tabs[index] === tabs[from] ||
      (lines[index]!.trim() !== '' && lines[index]!.split('\t').length - 1 === tabs[from]);
    while (to < lines.length && tabs[from]! > 0 && isSame(to)) to += 1;
    if (tabs[from]! > 0 && to - from > 1) runs.push({ from, to });
    from = to;
  }
  return runs;
}

/** `采购代理机构：…` is an entry of a list of facts, however long it is. */
const LABEL = /^\s*[\p{L}\p{N}（）()]{2,16}[：:]/u;

/** From how many characters on a line that ends a sentence is taken for a paragraph, and not for a short entry. */
const PARAGRAPH = 30;

/** The lines that begin a paragraph directly below the end of another. */
const crowded = (lines: readonly string[], tokens: readonly Token[]): readonly number[] =>
  tokens.flatMap(({ type, map, level }, index) => {
    if (type !== 'inline' || level !== 1 || !map || tokens[index - 1]!.type !== 'paragraph_open') return [];
    const begins: number[] = [];
    for (let at = map[0] + 1; at < map[1]; at += 1) {
      const before = lines[at - 1]!.trim();
      const isEntry = LABEL.test(before) || LABEL.test(lines[at]!);
      if (!isEntry && before.length >= PARAGRAPH && /[。！？][”）]?$/u.test(before)) begins.push(at);
    }
    return begins;
  });
