/** SHA-256. Handed in: Node and a browser without WebCrypto (a page on plain http) have different ones. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

/** Bytes of a SHA-256. */
export const HASH_BYTES = 32;

/** RFC 6962, 2.1: the hash of an entry. */
export const leafHash = (digest: Digest, entry: Uint8Array): Uint8Array =>
  digest(joined(Uint8Array.of(0), entry));

/** RFC 6962, 2.1: the hash of two subtrees. */
const nodeHash = (digest: Digest, left: Uint8Array, right: Uint8Array): Uint8Array =>
  digest(joined(Uint8Array.of(1), left, right));

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * A Merkle tree of RFC 6962 that only grows. It keeps the hash of every whole subtree, so that the root and the proofs
 * of each size that it ever had are found in a few steps: 64 bytes an entry.
 */
export class MerkleTree {
  readonly #digest: Digest;
  /** By the logarithm of their size: the hashes of whole subtrees, from the left. */
  readonly #levels: Uint8Array[][] = [[]];

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  get size(): number {
    return this.#levels[0]!.length;
  }

  /** Appends an entry by its leaf hash. */
  append(leaf: Uint8Array): void {
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      const row = (this.#levels[level] ??= []);
      row.push(hash);
      if (row.length % 2 === 1) return;
      hash = nodeHash(this.#digest, row.at(-2)!, hash);
    }
  }

  /** Hash of the whole subtree of `2 ** level` entries that is the `index`th from the left. */
  subtree(level: number, index: number): Uint8Array {
    const hash = this.#levels[level]?.[index];
    if (!hash) throw new RangeError(`no whole subtree ${level}/${index} in a tree of ${this.size}`);
    return hash;
  }

  /** The root of the first `size` entries. */
  root(size: number = this.size): Uint8Array {
    return size === 0 ? this.#digest(new Uint8Array()) : this.#range(0, size);
  }

  /** RFC 6962, 2.1.1: the hashes that lead from an entry to the root of the first `size` entries, from the leaf up. */
  inclusion(index: number, size: number = this.size): readonly Uint8Array[] {
    if (index < 0 || index >= size || size > this.size)
      throw new RangeError(`no entry ${index} among ${size} of ${this.size}`);
    return this.#path(index, 0, size);
  }

  #path(index: number, start: number, end: number): readonly Uint8Array[] {
    if (end - start === 1) return [];
    const split = start + leftOf(end - start);
    return index < split
      ? [...this.#path(index, start, split), this.#range(split, end)]
      : [...this.#path(index, split, end), this.#range(start, split)];
  }

  /** The hash of the entries from `start` to before `end`, where `start` begins a subtree. */
  #range(start: number, end: number): Uint8Array {
    const level = Math.log2(end - start);
    if (Number.isInteger(level)) return this.subtree(level, start / 2 ** level);
    const split = start + leftOf(end - start);
    return nodeHash(this.#digest, this.#range(start, split), this.#range(split, end));
  }
}

/** The largest power of two below a size above one. */
function leftOf(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

/**
 * The root that a proof of inclusion leads to; undefined where it cannot be one of this entry in a tree of this size.
 * @param index of the entry, from 0
 */
export function rootFromInclusion(
  digest: Digest,
  entry: { readonly index: number; readonly size: number; readonly leaf: Uint8Array },
  proof: readonly Uint8Array[],
): Uint8Array | undefined {
  const { index, size, leaf } = entry;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    return undefined;
  if (size === 1) return proof.length === 0 ? leaf : undefined;
  const [sibling, rest] = [proof.at(-1), proof.slice(0, -1)];
  if (!sibling || sibling.length !== HASH_BYTES) return undefined;
  const split = leftOf(size);
  const isLeft = index < split;
  const half = isLeft ? { index, size: split, leaf } : { index: index - split, size: size - split, leaf };
  const own = rootFromInclusion(digest, half, rest);
  if (!own) return undefined;
  return isLeft ? nodeHash(digest, own, sibling) : nodeHash(digest, sibling, own);
}
