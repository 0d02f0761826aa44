/** A request for `from`, a path with its query, is answered with a redirect to `to`. */
export interface Move {
  from: string;
  to: string;
}

/** Longest text that nginx compares by its table, in bytes: `map_hash_bucket_size 512` leaves this much. */
const LONGEST_KEY = 480;

/**
 * Lines for nginx: `map $request_uri $moved { default ""; include nginx.map; }`. nginx compares texts without their
 * case and does not start when two are one to it, or one is too long for its table: such are written as expressions.
 */
export const toNginxMap = (moves: readonly Move[]): string =>
  [...Map.groupBy(moves, ({ from }) => from.toLowerCase()).values()]
    .flatMap((same) => {
      const [{ from, to }] = same as [Move];
      if (same.every((move) => move.to === to) && from.length <= LONGEST_KEY) return [`"${from}" "${to}";\n`];
      return same.map((move) => `"~^${move.from.replace(/[.*+?^$|()[\]]/gu, '\\$&')}$" "${move.to}";\n`);
    })
    .join('');

/**
 * Lines for Caddy: `map {uri} {moved} { import caddy.txt }`. Caddy tells capitals from small letters, which the old
 * server may not have done: an address with capitals is there in small letters too, where that is no other's. An import
 * of nothing is an error, so it has a remark.
 */
export const toCaddyMap = (moves: readonly Move[]): string =>
  `# 旧网址 新网址\n${[...moves, ...inSmallLetters(moves)].map(({ from, to }) => `"${from}" "${to}"\n`).join('')}`;

function inSmallLetters(moves: readonly Move[]): readonly Move[] {
  const written = new Set(moves.map(({ from }) => from));
  return [...Map.groupBy(moves, ({ from }) => from.toLowerCase())].flatMap(([from, same]) => {
    const { to } = same[0]!;
    return !written.has(from) && same.every((move) => move.to === to) ? [{ from, to }] : [];
  });
}
