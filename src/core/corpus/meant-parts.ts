import type { Split } from './split.ts';

/** A line that names a field, written as carelessly as it may be. */
const FIELD = /^\s*["'“‘]?[\p{Script=Han}A-Za-z]{1,20}["'”’]?\s*[:：]/u;

/** A fence, or what a Chinese keyboard makes of one. */
const FENCE = /^\s*(?:-{3,}|[－—–]{2,})\s*$/u;

/** What an opening fence with something behind it begins with. */
const OPENING = /^(?:---|[－—–]{2,})/u;

/**
 * What the fields and the body of a file probably are whose fences are at fault, so that both can be checked. Without
 * a closing fence the fields end at the first blank line; a file that does not begin with a field is all body.
 */
export function meantParts(lines: readonly string[]): Split {
  const first = lines.findIndex((line) => line.trim() !== '');
  const start = first >= 0 && OPENING.test(lines[first]!.trim()) ? first + 1 : Math.max(0, first);
  const field = lines.findIndex((line, index) => index >= start && line.trim() !== '');
  const fence = lines.findIndex((line, index) => index >= start && FENCE.test(line));
  const hasFields = field >= 0 && FIELD.test(lines[field]!);
  const end = fence >= 0 ? fence : hasFields ? endOfFields(lines, field) : start;
  const isCut = fence >= 0 && (hasFields || start > first);
  const bodyStart = isCut ? fence + 1 : hasFields ? end : start;
  return {
    frontMatter: hasFields ? lines.slice(start, end).map(withoutFence).join('\n') : '',
    frontMatterLine: start + 1,
    body: lines.slice(bodyStart).join('\n'),
    bodyLine: bodyStart + 1,
  };
}

function endOfFields(lines: readonly string[], from: number): number {
  const blank = lines.findIndex((line, index) => index > from && line.trim() === '');
  return blank < 0 ? lines.length : blank;
}

/** A line among the fields that begins like a fence has been told. */
const withoutFence = (line: string): string => (line.startsWith('---') ? '' : line);
