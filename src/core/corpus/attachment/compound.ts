/** A stream or storage of an OLE compound file. */
interface CompoundEntry {
  /** Names of its storages and itself, joined by `/`; the root has none. */
  path: string;
  isStream: boolean;
  /** In bytes. */
  size: number;
}

/** An OLE compound file, [MS-CFB]: the container of Office before 2007 and of encrypted Office files since. */
export interface Compound {
  entries: readonly CompoundEntry[];
  /** Whether bytes are missing that its tables count on. */
  isCut: boolean;
  /** The stream at a path, as far as it is there; nothing when there is no such stream. */
  read(path: string): Uint8Array | undefined;
}

/** Numbers from here on are no sectors. */
const NO_SECTOR = 0xfffffffa;
const FREE = 0xffffffff;
const NO_ENTRY = 0xffffffff;
const ENTRY_BYTES = 128;
/** Sectors of the allocation table that the header itself names. */
const IN_HEADER = 109;
/** Streams shorter than this lie in the root's stream, in small sectors. */
const SMALL_STREAM = 4096;

interface RawEntry {
  name: string;
  /** 1 storage, 2 stream, 5 root. */
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/** Reads the tables of a compound file. Throws on a file that has no sound header. */
export function readCompound(bytes: Uint8Array): Compound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorBytes = 1 << view.getUint16(30, true);
  if (![512, 4096].includes(sectorBytes)) throw new Error('a compound file has sectors of 512 or 4096 bytes');
  const sectors = new Sectors(bytes, view, sectorBytes);
  const raw = entriesOf(sectors.chain(view.getUint32(48, true)));
  const small = new SmallSectors(sectors, raw[0], view.getUint32(60, true), 1 << view.getUint16(32, true));
  const placed = placedEntries(raw);
  const streamOf = ({ start, size }: RawEntry): Uint8Array =>
    (size < SMALL_STREAM ? small.chain(start, size) : sectors.chain(start)).subarray(0, size);
  return {
    entries: placed.map(({ path, entry }) => ({ path, isStream: entry.type === 2, size: entry.size })),
    // Streams first: to read them is what finds the missing sectors. Some writers call free sectors used.
    isCut:
      placed.some(({ entry }) => entry.type === 2 && streamOf(entry).length < entry.size) || sectors.isCut,
    read: (path) => {
      const found = placed.find((one) => one.path === path && one.entry.type === 2);
      return found && streamOf(found.entry);
    },
  };
}

class Sectors {
  readonly #bytes: Uint8Array;
  readonly #sectorBytes: number;
  readonly #next: readonly number[];
  /** Whether a sector was asked for that begins behind the end. */
  isCut = false;

  constructor(bytes: Uint8Array, view: DataView, sectorBytes: number) {
    this.#bytes = bytes;
    this.#sectorBytes = sectorBytes;
    const named = Array.from({ length: IN_HEADER }, (_, index) => view.getUint32(76 + index * 4, true));
    const more = this.#namedElsewhere(view.getUint32(68, true));
    this.#next = [...named, ...more]
      .filter((sector) => sector < NO_SECTOR)
      .flatMap((sector) => numbersIn(this.#at(sector)));
  }

  /** The sectors of a chain, joined; a chain that runs in a circle ends. */
  chain(start: number): Uint8Array {
    const parts: Uint8Array[] = [];
    const seen = new Set<number>();
    for (let sector = start; sector < NO_SECTOR && !seen.has(sector); sector = this.#next[sector] ?? FREE) {
      seen.add(sector);
      parts.push(this.#at(sector));
    }
    return joined(parts);
  }

  #at(sector: number): Uint8Array {
    const from = (sector + 1) * this.#sectorBytes;
    this.isCut ||= from >= this.#bytes.length;
    return this.#bytes.subarray(from, from + this.#sectorBytes);
  }

  /** Large files name the sectors of their table in sectors too; the last number of each leads to the next. */
  #namedElsewhere(start: number): readonly number[] {
    const found: number[] = [];
    const seen = new Set<number>();
    for (let sector = start; sector < NO_SECTOR && !seen.has(sector);) {
      seen.add(sector);
      const numbers = numbersIn(this.#at(sector));
      sector = numbers.at(-1) ?? FREE;
      found.push(...numbers.slice(0, -1));
    }
    return found;
  }
}

class SmallSectors {
  readonly #bytes: Uint8Array;
  readonly #next: readonly number[];
  readonly #size: number;

  constructor(sectors: Sectors, root: RawEntry | undefined, table: number, size: number) {
    this.#bytes = root ? sectors.chain(root.start) : new Uint8Array();
    this.#next = numbersIn(sectors.chain(table));
    this.#size = size;
  }

  chain(start: number, bytes: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let sector = start;
    for (let read = 0; read < bytes && sector < NO_SECTOR; read += this.#size) {
      parts.push(this.#bytes.subarray(sector * this.#size, (sector + 1) * this.#size));
      sector = this.#next[sector] ?? FREE;
    }
    return joined(parts);
  }
}

function numbersIn(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function entriesOf(directory: Uint8Array): readonly RawEntry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, index) => {
    const at = index * ENTRY_BYTES;
    const nameBytes = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameBytes)),
      type: directory[at + 66]!,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

/** Walks the tree of each storage; an entry that is met again is not walked again. */
function placedEntries(raw: readonly RawEntry[]): readonly { path: string; entry: RawEntry }[] {
  const placed: { path: string; entry: RawEntry }[] = [];
  const seen = new Set<number>([0]);
  const waiting = [{ index: raw[0]?.child ?? NO_ENTRY, parent: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { index, parent } = next;
    const entry = raw[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    const path = `${parent}${entry.name}`;
    placed.push({ path, entry });
    waiting.push(
      { index: entry.left, parent },
      { index: entry.right, parent },
      { index: entry.child, parent: `${path}/` },
    );
  }
  return placed;
}
