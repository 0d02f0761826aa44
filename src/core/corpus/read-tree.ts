import { parseBlocks } from './blocks.ts';
import { columnBefore, findSlips, mend } from './keyboard.ts';
import { parseTree, type Tree, type TreeFault } from './tree.ts';
import { withUnclear } from './unclear.ts';

/** A YAML text read in spite of the slips of the keyboard. */
export interface ReadTree {
  /** What can be read of the text; values in which a fault of form stands are unclear. Absent when nothing can be. */
  tree?: Tree;
  /** Whether all of it could be read, the slips mended. */
  isWhole: boolean;
  /** Slips and faults of form. */
  faults: readonly TreeFault[];
}

/**
 * Reads YAML after mending the slips of the keyboard in memory, so that a slip hides no other fault of the file; a
 * fault that cannot be mended hides the field in which it stands. Every place is where it stands in the file as it was
 * written. `labels` are the field names that may occur.
 */
export function readTree(yaml: string, firstLine: number, labels: ReadonlySet<string>): ReadTree {
  const lines = yaml.split('\n');
  const slips = findSlips(lines, firstLine, labels);
  const mended = slips.length === 0 ? yaml : mend(lines, firstLine, slips).join('\n');
  const bySlippedLine = Map.groupBy(slips, ({ edit }) => edit.line);
  const columnInFile = (line: number, column: number): number =>
    columnBefore(line, column, bySlippedLine.get(line) ?? []);
  const { tree, faults } = parse(mended, firstLine, columnInFile);
  const told = slips.map(({ code, span, message, help }) => ({ code, span, message, help }));
  return { ...(tree && { tree }), isWhole: faults.length === 0, faults: [...told, ...faults] };
}

function parse(yaml: string, firstLine: number, columnInFile: (line: number, column: number) => number) {
  const whole = parseTree(yaml, firstLine, columnInFile);
  const [first] = whole.faults;
  if (!first) return whole;
  const { tree, faults } = whole.tree ? whole : parseBlocks(yaml, firstLine, columnInFile, first);
  const spans = faults.flatMap(({ span, also }) => (also ? [also, span] : [span]));
  return { tree: tree && withUnclear(tree, spans), faults };
}
