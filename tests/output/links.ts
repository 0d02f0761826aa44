import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** Links of all pages of a site at `base` that lead to no file, to no place in it, or out of the site's folder. */
export function brokenLinks(dir: string, base: string): string[] {
  const broken = new Set<string>();
  let links = 0;
  for (const page of globSync('**/*.html', { cwd: dir }).sort()) {
    const html = readFileSync(join(dir, page), 'utf8');
    for (const [, address] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/gu)) {
      if (/^(https?|mailto|tel|webcal):/u.test(address!)) continue;
      links += 1;
      const url = new URL(address!.replaceAll('&amp;', '&'), `http://x${base}${page}`);
      const target = url.pathname;
      const inside = target.startsWith(base) ? decodeURI(target.slice(base.length)) : undefined;
      const file =
        inside === undefined
          ? undefined
          : inside === '' || inside.endsWith('/')
            ? `${inside}index.html`
            : inside;
      const place = decodeURIComponent(url.hash.slice(1));
      if (file === undefined || !existsSync(join(dir, file)) || !hasPlace(join(dir, file), place))
        broken.add(`${page} → ${address!}`);
    }
  }
  expect(links).toBeGreaterThan(1000);
  return [...broken];
}

const places = new Map<string, ReadonlySet<string>>();

/** Whether a page has an element of that id; the top of a page is always there. */
function hasPlace(page: string, id: string): boolean {
  if (id === '') return true;
  let known = places.get(page);
  if (!known) {
    known = new Set([...readFileSync(page, 'utf8').matchAll(/\sid="([^"]*)"/gu)].map(([, own]) => own!));
    places.set(page, known);
  }
  return known.has(id);
}
