import { doublesIn, noColon, parseTree } from './tree.ts';
import type { ColumnInFile, MapEntry, MapNode, Tree, TreeFault } from './tree.ts';

/** A field of the first level with all that belongs to it, or what stands before the first of them. */
interface Block {
  /** Name of the field; empty before the first of them. */
  key: string;
  text: string;
  /** Line of the file on which it begins, and the one after its last. */
  line: number;
  end: number;
}

interface ReadBlock extends Block {
  entries: readonly MapEntry[];
  /** Faults that leave the block readable. */
  faults: readonly TreeFault[];
  /** Why it cannot be read. */
  failure: TreeFault | undefined;
}

/**
 * Reads a YAML text that cannot be read as one, each field of the first level for itself: a fault costs the field in
 * which it stands and no other. `first` is the fault at which the reading of the whole text ended.
 */
export function parseBlocks(
  yaml: string,
  firstLine: number,
  columnInFile: ColumnInFile,
  first: TreeFault,
): { tree?: MapNode; faults: readonly TreeFault[] } {
  const blocks = blocksOf(yaml, firstLine).map((block) => read(block, columnInFile));
  const hasFailure = blocks.some(({ failure }) => failure);
  // A fault that no field shows for itself is one of how they stand together.
  const failureOf = (block: ReadBlock): TreeFault | undefined =>
    isWithin(first, block) && (block.failure || !hasFailure) ? first : block.failure;
  const entries = blocks.flatMap((block) => (failureOf(block) ? unclearEntry(block) : block.entries));
  const unread = blocks.filter(failureOf).map(({ text }) => text);
  const faults = [...blocks.flatMap((block) => failureOf(block) ?? block.faults), ...doublesIn(entries)];
  const [start] = entries;
  if (!start) return { faults: [first] };
  return { tree: { kind: 'map', entries, span: start.keySpan, unread: unread.join('\n') }, faults };
}

/** A field's name at the beginning of a line. What else stands there belongs to the field above. */
const KEY = /^(?![-\s#[\]{},?])(?:"([^"]*)"|'([^']*)'|([^:]*?))\s*:(?:\s|$)/u;

function blocksOf(yaml: string, firstLine: number): readonly Block[] {
  const lines = yaml.split('\n');
  const starts = lines.flatMap((line, index) => (index === 0 || KEY.test(line) ? [index] : []));
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    const [, double, single, plain] = KEY.exec(lines[start]!) ?? [];
    return {
      key: double ?? single ?? plain ?? '',
      text: lines.slice(start, end).join('\n'),
      line: firstLine + start,
      end: firstLine + end,
    };
  });
}

function read(block: Block, columnInFile: ColumnInFile): ReadBlock {
  const { tree, faults } = parseTree(block.text, block.line, columnInFile);
  const failure = failureIn(block, tree, faults);
  return { ...block, entries: tree?.kind === 'map' ? tree.entries : [], faults, failure };
}

function failureIn(
  { line }: Block,
  tree: Tree | undefined,
  faults: readonly TreeFault[],
): TreeFault | undefined {
  if (!tree) return faults[0];
  if (tree.kind === 'map') return undefined;
  return { code: 'F108', span: { line, column: 1, length: 1 }, ...noColon };
}

const isWithin = ({ span }: TreeFault, { line, end }: Block): boolean => line <= span.line && span.line < end;

/** A field of which the name alone could be read. */
function unclearEntry({ key, line }: Block): readonly MapEntry[] {
  if (key === '') return [];
  const keySpan = { line, column: 1, length: [...key].length };
  return [{ key, keySpan, value: { kind: 'unclear', span: keySpan } }];
}
