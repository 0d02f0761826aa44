import type { SearchManifest } from '../../core/search/manifest.ts';

/** A part of the search page that it always has. */
export const part = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

export const manifest = JSON.parse(part('search-manifest').textContent) as SearchManifest;

/** A sentence to the reader above the results. */
export function say(words: string): void {
  const notice = part('results-notice');
  notice.textContent = words;
  notice.hidden = words === '';
}
