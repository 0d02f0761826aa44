import { columnBefore, findSlips, mend } from './keyboard.ts';
import { parseTree, type Tree, type TreeFault } from './tree.ts';

/** A YAML text read in spite of the slips of the keyboard. */
export interface ReadTree {
  /** Absent when the text cannot be read even after mending. */
  tree?: Tree;
  /** Slips and faults of form. */
  faults: readonly TreeFault[];
}

/**
 * Reads YAML after mending the slips of the keyboard in memory, so that a slip hides no other fault of the file.
 * Every place is where it stands in the file as it was written. `labels` are the field names that may occur.
 */
export function readTree(yaml: string, firstLine: number, labels: ReadonlySet<string>): ReadTree {
  const lines = yaml.split('\n');
  const slips = findSlips(lines, firstLine, labels);
  const mended = slips.length === 0 ? yaml : mend(lines, firstLine, slips).join('\n');
  const bySlippedLine = Map.groupBy(slips, ({ edit }) => edit.line);
  const { tree, faults } = parseTree(mended, firstLine, (line, column) =>
    columnBefore(line, column, bySlippedLine.get(line) ?? []),
  );
  const told = slips.map(({ code, span, message, help }) => ({ code, span, message, help }));
  return tree && faults.length === 0 ? { tree, faults: told } : { faults: [...told, ...faults] };
}
