/** One full-text index over neighbouring announcements: its folder's name and how many it holds. */
interface Shard {
  name: string;
  /** Place of the first in the order of publication, the oldest of all being 0. */
  from: number;
  /** Place after the last. */
  to: number;
}

/**
 * Most announcements in one index. Pagefind holds an index in memory while it is made, 0.4 MB an announcement, and
 * its time grows faster than their number: 2,000 took 5 s and 0.8 GB, 4,000 took 18 s and 1.5 GB.
 */
const LARGEST = 2000;

/**
 * Cuts the announcements into what still grows, this year and last, and the archive, which does not change any more.
 * Beyond the size of one index each becomes several, from the oldest on, so that a full one stays as it is.
 * @param years the year of each announcement, the oldest first
 * @param now the year of the build
 * @returns the shards in the order of search, the newest first
 */
export function shardsOf(years: readonly string[], now: string, largest = LARGEST): readonly Shard[] {
  const isCurrent = (year: string): boolean => Number(year) >= Number(now) - 1;
  const border = years.findIndex(isCurrent);
  const end = border < 0 ? years.length : border;
  const shards = [...cut('archive', 0, end, largest), ...cut('current', end, years.length, largest)];
  return shards.reverse();
}

function cut(name: string, from: number, to: number, largest: number): Shard[] {
  const shards: Shard[] = [];
  for (let at = from; at < to; at += largest) {
    const number = (at - from) / largest;
    shards.push({
      name: number === 0 ? name : `${name}-${number + 1}`,
      from: at,
      to: Math.min(to, at + largest),
    });
  }
  return shards;
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
