import { createReadStream } from 'node:fs';
import { hostname } from 'node:os';
import { createInterface } from 'node:readline';
import { MARK, parseLine } from '../../core/health/log.ts';
import type { Word } from '../../mirror/source.ts';
import { SettingsError } from '../../settings.ts';

/** Most screens that hang on one box. */
const MOST = 40;

/** Older words tell nothing of how a screen is now, in milliseconds. */
const OLDEST = 24 * 3600_000;

interface Newest {
  readonly path: string;
  readonly query: string;
  readonly at: number;
}

/**
 * What the screens of this box have told its web server since the last run and until `now`: of each screen the newest
 * word, as it was written, with the name of the box and the seconds since it was heard: `&b=lobby-1&a=57`. What a
 * further box has passed on keeps the name of that one.
 * @param since both by the clock of the box; undefined for the first run
 */
export async function wordsIn(
  files: readonly string[],
  box: string,
  now: string,
  since: string | undefined,
): Promise<readonly Word[]> {
  const end = Date.parse(now);
  const begin = Math.max(end - OLDEST, Date.parse(since ?? '') || 0);
  const newest = new Map<string, Newest>();
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      const heard = line.includes(MARK) ? parseLine(line) : undefined;
      if (!heard || heard.at <= begin || heard.at > end) continue;
      const path = `${heard.folder}/${heard.beat.screen}/head.json`;
      const query = ownQuery(line, box);
      const key = `${path}${/&b=[^&]*/u.exec(query)![0]}`;
      if (heard.at >= (newest.get(key)?.at ?? 0)) newest.set(key, { path, query, at: heard.at });
    }
  }
  return [...newest.values()]
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST)
    .map(({ path, query, at }) => ({ path, query: `${query}&a=${Math.round((end - at) / 1000)}` }));
}

/** The query of a line that holds a beat, with a box and without an age. Caddy's JSON writes `\u0026` for `&`. */
function ownQuery(line: string, box: string): string {
  const [, query = ''] = /\/head\.json(\?[\w.=&-]+)/u.exec(line.replaceAll('\\u0026', '&')) ?? [];
  const own = query.replace(/&a=[^&]*/u, '');
  return /&b=/u.test(own) ? own : `${own}&b=${box}`;
}

/**
 * The name of this box in the log of its source: the one written, else the host name in the characters that a query
 * holds.
 * @throws {SettingsError}
 */
export function boxName(written: string | undefined, host = hostname()): string {
  if (written !== undefined && !/^[a-z0-9-]{1,32}$/u.test(written))
    throw new SettingsError(
      `--box 的值“${written}”不能用：请写 1 至 32 个小写字母、数字或“-”，例如 lobby-1。`,
    );
  const reduced = host
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 32)
    .replace(/^-|-$/gu, '');
  return written ?? (reduced || 'box');
}
