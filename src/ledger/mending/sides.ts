/** Of a conflict as git marks it: what stood there, and what comes in. */
export const SIDES = ['ours', 'theirs'] as const;

export type Side = (typeof SIDES)[number];

export const hasConflict = (text: string): boolean => /^<{7} /mu.test(text);

/** A text in which git has marked conflicts as one side has it; where both begin with the same lines those are not marked. */
export function sideOf(text: string, side: Side): string {
  let within: Side | 'base' | undefined;
  return text
    .split(/(?<=\n)/u)
    .filter((line) => {
      const next = markOf(line, within !== undefined);
      if (next === undefined) return within === undefined || within === side;
      within = next === 'end' ? undefined : next;
      return false;
    })
    .join('');
}

/** What begins at a line; undefined for a line of the text. */
function markOf(line: string, isWithin: boolean): Side | 'base' | 'end' | undefined {
  if (/^<{7} /u.test(line)) return 'ours';
  if (!isWithin) return undefined;
  if (/^\|{7}/u.test(line)) return 'base';
  if (/^={7}\r?\n?$/u.test(line)) return 'theirs';
  return /^>{7}/u.test(line) ? 'end' : undefined;
}
