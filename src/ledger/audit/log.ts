import { digestBytes } from '../../core/corpus/digest.ts';
import { readBook, treeOf, type Book } from '../../core/ledger/book.ts';
import type { Checkpoint } from '../../core/transparency-log/checkpoint.ts';
import { entriesIn, tileBytes, tilePath, tilesOf, type Tile } from '../../core/transparency-log/tiles.ts';
import type { MerkleTree } from '../../core/transparency-log/tree.ts';
import { all, differs, NotVerifiable, type Answer } from './report.ts';
import type { Source } from './source.ts';

/** The log as it is served, computed anew from its entries. */
interface Log {
  readonly book: Book;
  readonly tree: MerkleTree;
  readonly answers: readonly Answer[];
}

/** Every entry, the root that they lead to, and every tile. @throws {NotVerifiable} where entries are missing */
export async function readLog(source: Source, { size, root }: Checkpoint): Promise<Log> {
  const tiles = tilesOf(size);
  const entries = await entriesOf(source, tiles.filter(isBundle));
  const text = entries.map((entry) => `${new TextDecoder().decode(entry)}\n`).join('');
  const book = readBook({ leaves: [{ path: '登记', text }] });
  const faults = book.faults.map(({ line, message }) => `登记第 ${line} 号：${message}`);
  if (book.faults.length > 0 || book.leaves.length !== size)
    return { book, tree: treeOf(book, digestBytes), answers: broken(faults, book.leaves.length, size) };
  const tree = treeOf(book, digestBytes);
  const isRoot = Buffer.compare(tree.root(), root) === 0;
  const spoiled = await spoiledTiles(
    source,
    tiles.filter((tile) => !isBundle(tile)),
    { tree, book },
  );
  const answers = [
    ...all(isRoot ? [] : ['登记的各行算出来的总摘要和写着的不一样'], `登记：${size} 条都在，总摘要对得上`),
    ...all(spoiled, `分块：${tiles.length} 个`),
  ];
  return { book, tree, answers };
}

const broken = (faults: readonly string[], found: number, size: number): readonly Answer[] => [
  ...faults.map(differs),
  ...(found === size ? [] : [differs(`登记：写着 ${size} 条，读得懂的有 ${found} 条`)]),
];

const isBundle = ({ level }: Tile): boolean => level === 'entries';

async function entriesOf(source: Source, bundles: readonly Tile[]): Promise<readonly Uint8Array[]> {
  const entries: Uint8Array[] = [];
  for (const bundle of bundles) {
    const path = `ledger/${tilePath(bundle)}`;
    const bytes = await source.read(path);
    const found = bytes && entriesIn(bytes);
    if (found?.length !== bundle.width) throw new NotVerifiable(`登记不全：${path} 不在，或者不完整`);
    entries.push(...found);
  }
  return entries;
}

async function spoiledTiles(
  source: Source,
  tiles: readonly Tile[],
  { tree, book }: Pick<Log, 'tree' | 'book'>,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const tile of tiles) {
    const path = `ledger/${tilePath(tile)}`;
    const bytes = await source.read(path);
    if (!bytes) faults.push(`分块不见了：${path}`);
    else if (Buffer.compare(bytes, tileBytes(tile, { tree, entries: book.entry })) !== 0)
      faults.push(`分块和登记对不上：${path}`);
  }
  return faults;
}
