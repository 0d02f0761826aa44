/** One full-text index over neighbouring announcements: its folder's name and how many it holds. */
interface Shard {
  name: string;
  /** Place of the first in the order of publication, the oldest of all being 0. */
  from: number;
  /** Place after the last. */
  to: number;
}

/** Most announcements in an index. */
interface Sizes {
  /** A multiple of `hot`. */
  full: number;
  /** Of the index that a new announcement changes. */
  hot: number;
}

/**
 * Pagefind holds an index in memory while it is made, 0.4 MB an announcement: 2,000 took 4.7 CPU s and 0.8 GB, 4,000
 * 10.5 s and 1.6 GB. With 400 it took 0.8 s and 0.2 GB, which is what one more announcement costs; a smaller hot index
 * would save less than the reader's three requests for an index more are worth.
 */
const SIZES: Sizes = { full: 2000, hot: 400 };

/**
 * Cuts the announcements into what still grows, this year and last, and the archive, which does not change any more.
 * Beyond the size of one index each becomes several, from the oldest on, so that a full one stays as it is. What grows
 * ends in the hot index: a new announcement changes that one alone, until it is full. Then all of it goes into the index
 * before, and a new hot one begins. An announcement with an earlier date moves all after it in its part.
 * @param years the year of each announcement, the oldest first; the cuts follow from their number alone, so that the same
 *   announcements give the same indexes whatever was published before
 * @param now the year of the build
 * @returns the shards in the order of search, the newest first
 */
export function shardsOf(years: readonly string[], now: string, { full, hot } = SIZES): readonly Shard[] {
  const isCurrent = (year: string): boolean => Number(year) >= Number(now) - 1;
  const first = years.findIndex(isCurrent);
  const border = first < 0 ? years.length : first;
  const count = years.length - border;
  // One at least: of what is full nothing is moved before there is a next one.
  const hotFrom = count === 0 ? border : years.length - 1 - ((count - 1) % hot);
  return [
    ...cut('archive', 0, border, full),
    ...cut('current', border, hotFrom, full),
    ...cut('hot', hotFrom, years.length, hot),
  ].reverse();
}

function cut(name: string, from: number, to: number, largest: number): Shard[] {
  return Array.from({ length: Math.ceil((to - from) / largest) }, (_, number) => ({
    name: number === 0 ? name : `${name}-${number + 1}`,
    from: from + number * largest,
    to: Math.min(to, from + (number + 1) * largest),
  }));
}

/**
 * The indexes that must be asked when a question looks through the years down to one, in the order of search.
 * @param shards all there are, the newest first; `newest` is the last year in one
 * @param oldest nothing when no year is looked through, and then no index is asked
 */
export const shardsSince = <S extends { newest: string }>(
  shards: readonly S[],
  oldest: string | undefined,
): readonly S[] => shards.filter(({ newest }) => oldest !== undefined && newest >= oldest);
