import { leftOf, nodeHash, type Digest } from './hashing.ts';

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
    const path: Uint8Array[] = [];
    let [start, end] = [0, size];
    while (end - start > 1) {
      const split = start + leftOf(end - start);
      const isLeft = index < split;
      path.push(isLeft ? this.#range(split, end) : this.#range(start, split));
      [start, end] = isLeft ? [start, split] : [split, end];
    }
    return path.reverse();
  }

  /** The hash of the entries from `start` to before `end`, where `start` begins a subtree. */
  #range(start: number, end: number): Uint8Array {
    const level = Math.log2(end - start);
    if (Number.isInteger(level)) return this.subtree(level, start / 2 ** level);
    const split = start + leftOf(end - start);
    return nodeHash(this.#digest, this.#range(start, split), this.#range(split, end));
  }
}
