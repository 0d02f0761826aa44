import type { Diagnostic } from '../diagnostic.ts';
import { diagnostic } from './front-matter.ts';

/** What git writes round the two halves of a conflict, each on a line of its own; `|||||||` is the common ancestor. */
const MARK = /^(?:(?:<{7}|>{7}|\|{7})(?: .*)?|={7})$/u;

/** Conflicts told of one file. */
const MOST_TOLD = 10;

/**
 * Finds the marks of merges that were not finished, a conflict at its first. A file that has them is two files: what
 * else is wrong with it cannot be told.
 */
export function findConflicts(file: string, text: string): readonly Diagnostic[] {
  // Nearly no file has one, and a body may be long.
  if (!/^(?:<{7}|>{7}|={7}|\|{7})/mu.test(text)) return [];
  const findings: Diagnostic[] = [];
  let inside = false;
  for (const [index, whole] of text.split('\n').entries()) {
    const line = whole.trimEnd();
    if (!MARK.test(line)) continue;
    if (!inside) findings.push(conflictAt(file, index + 1, line));
    inside = !line.startsWith('>');
  }
  return findings.slice(0, MOST_TOLD);
}

const conflictAt = (file: string, line: number, mark: string): Diagnostic =>
  diagnostic(file, 'F322', {
    line,
    column: 1,
    length: [...mark].length,
    message: `合并留下的记号“${mark.slice(0, 7)}”`,
    help: '两份之中留下对的一份，再把“<<<<<<<”“=======”“>>>>>>>”这几行删掉',
  });
