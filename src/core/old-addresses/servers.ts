/** A request for `from`, a path with its query, is answered with a redirect to `to`. */
export interface Move {
  from: string;
  to: string;
}

/** Lines for nginx: `map $request_uri $moved { default ""; include nginx.map; }`. */
export const toNginxMap = (moves: readonly Move[]): string =>
  moves.map(({ from, to }) => `"${from}" "${to}";\n`).join('');

/** Lines for Caddy: `map {uri} {moved} { import caddy.txt }`. An import of nothing is an error there, so it has a remark. */
export const toCaddyMap = (moves: readonly Move[]): string =>
  `# 旧网址 新网址\n${moves.map(({ from, to }) => `"${from}" "${to}"\n`).join('')}`;
