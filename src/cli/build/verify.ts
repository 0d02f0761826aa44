import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import {
  countItems,
  Implausible,
  LARGEST_FEED,
  parseFeed,
  parseHead,
  type Head,
} from '../../core/screen/browser/feed.ts';
import { SettingsError } from '../../settings.ts';
import { announcementPath, disclosurePath } from '../../site/address.ts';

/** Absolute path of the file that a path of the site will have, wherever it lies until then. */
export type Find = (path: string) => string;

const UNCHANGED = '网站没有切换，原来的网站没有改动。';

/**
 * Every validated announcement must have its page and its data: Astro drops an entry without a word when two share
 * an id or the store cannot be read.
 * @throws when one is missing
 */
export function verifyPages(find: Find, entries: readonly { id: string }[]): void {
  const missing = entries.filter(
    ({ id }) =>
      !existsSync(find(`${announcementPath(id)}index.html`)) || !existsSync(find(`announcements/${id}.json`)),
  );
  if (missing.length === 0) return;
  const names = missing.slice(0, 5).map(({ id }) => id);
  throw new Error(`${missing.length} 份公告没有网页：${names.join('、')}。${UNCHANGED}`);
}

/**
 * Every item of the disclosure catalogue must have its page.
 * @throws when one is missing
 */
export function verifyItems(find: Find, items: readonly { id: string }[]): void {
  const missing = items.filter(({ id }) => !existsSync(find(`${disclosurePath(id)}index.html`)));
  if (missing.length === 0) return;
  const names = missing.slice(0, 5).map(({ id }) => id);
  throw new Error(`${missing.length} 条公开信息没有网页：${names.join('、')}。${UNCHANGED}`);
}

/**
 * Every screen must take what was made for it, whole. It is read here as the screen itself reads it, since a screen
 * that refuses its data goes on with the old and has nobody to tell.
 * @throws when one would not, or would leave something out
 */
export function verifyScreens(
  find: Find,
  screens: readonly { id: string; name: string; file: string }[],
): void {
  for (const { id, name, file } of screens) {
    const folder = `display/${id}`;
    const text = readFileSync(find(`${folder}/head.json`), 'utf8');
    const { path, bytes, items } = (JSON.parse(text) as Head).feed;
    if (bytes > LARGEST_FEED) {
      throw new SettingsError(
        `屏幕“${name}”的内容有 ${Math.ceil(bytes / 1024)} KB，屏幕最多收 ${LARGEST_FEED / 1024} KB：在 ${file} 里减少栏目或者条数。${UNCHANGED}`,
      );
    }
    try {
      parseHead(text, id);
      const { parts } = parseFeed(readFileSync(find(posix.join(folder, path)), 'utf8'), id, items);
      if (countItems(parts) < items) throw new Implausible(`少了 ${items - countItems(parts)} 条`);
    } catch (cause) {
      if (!(cause instanceof Implausible)) throw cause;
      throw new Error(
        `屏幕“${name}”（${file}）会拒收为它生成的内容（${cause.message}）。这是程序的错，请把这句话告诉维护人员。${UNCHANGED}`,
        {
          cause,
        },
      );
    }
  }
}
