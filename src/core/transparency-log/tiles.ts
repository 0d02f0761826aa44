import { joined } from './hashing.ts';
import type { MerkleTree } from './tree.ts';

/** Hashes in a full tile, and entries in a full bundle; c2sp.org/tlog-tiles. */
const TILE_WIDTH = 256;

/** Subtrees of a level of tiles are `2 ** TILE_HEIGHT` times those of the level below. */
const TILE_HEIGHT = 8;

/** A file of the tree: `width` hashes of level `level`, from the `index`th tile on; `entries` holds the entries themselves. */
export interface Tile {
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256. */
  readonly width: number;
}

/** All tiles and bundles of a tree of some size, the full ones and the last partial one of each level. */
export const tilesOf = (size: number): readonly Tile[] => [...rowOf('entries', size), ...levelsOf(size)];

/** The last tile and the last bundle of a size, as far as they are not full. */
export function partialTiles(size: number): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, width = size; width > 0; level += 1, width = Math.floor(width / TILE_WIDTH)) {
    const place = { index: Math.floor(width / TILE_WIDTH), width: width % TILE_WIDTH };
    if (place.width === 0) continue;
    tiles.push({ level, ...place });
    if (level === 0) tiles.push({ level: 'entries', ...place });
  }
  return tiles;
}

function levelsOf(size: number): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, width = size; width > 0; level += 1, width = Math.floor(width / TILE_WIDTH))
    tiles.push(...rowOf(level, width));
  return tiles;
}

function rowOf(level: Tile['level'], width: number): readonly Tile[] {
  const count = Math.ceil(width / TILE_WIDTH);
  return Array.from({ length: count }, (_, index) => ({
    level,
    index,
    width: Math.min(TILE_WIDTH, width - index * TILE_WIDTH),
  }));
}

/** `tile/0/x001/x234/067.p/8`: from the address of the log, without a slash in front. */
export const tilePath = ({ level, index, width }: Tile): string =>
  `tile/${level}/${grouped(index)}${width < TILE_WIDTH ? `.p/${width}` : ''}`;

function grouped(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/gu)!;
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** The bytes of a tile. */
export function tileBytes(
  { level, index, width }: Tile,
  { tree, entries }: { readonly tree: MerkleTree; readonly entries: (index: number) => Uint8Array },
): Uint8Array {
  const places = Array.from({ length: width }, (_, at) => index * TILE_WIDTH + at);
  if (level === 'entries') return joined(...places.flatMap((at) => withLength(entries(at))));
  return joined(...places.map((at) => tree.subtree(level * TILE_HEIGHT, at)));
}

/** Longest entry: its length stands before it in two bytes. */
const LONGEST_ENTRY = 65_535;

function withLength(entry: Uint8Array): readonly Uint8Array[] {
  if (entry.length > LONGEST_ENTRY) throw new RangeError(`an entry of ${entry.length} bytes`);
  return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
}

/** The entries of a bundle; undefined for bytes that are none. */
export function entriesIn(bundle: Uint8Array): readonly Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length) {
    if (at + 2 > bundle.length) return undefined;
    const end = at + 2 + ((bundle[at]! << 8) | bundle[at + 1]!);
    if (end > bundle.length) return undefined;
    entries.push(bundle.slice(at + 2, end));
    at = end;
  }
  return entries;
}
