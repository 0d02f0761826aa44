import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { mark } from '../../src/cli/target.ts';
import { filesIn } from '../../src/mirror/verify.ts';

/** Made-up sites of a few files, with what makes a site break when it comes in the wrong order. */

export const SITE = '示例中心';

/** A folder that lasts as long as the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const link = (path: string): string => `<a href="/${path}">${path}</a>`;

/** Site `n`: announcements n to n + 5, so that from one to the next a page comes, one goes and all lists change. */
export function filesOf(n: number): Readonly<Record<string, string>> {
  const data = JSON.stringify({ screen: 'lobby', site: n });
  const screen = `display/data/lobby.${sha256(data).slice(0, 12)}.json`;
  const style = `assets/site.Abcdef1${n % 10}.css`;
  const head = `<link rel="stylesheet" href="/${style}">`;
  const numbers = [0, 1, 2, 3, 4, 5].map((more) => n + more);
  const pages = numbers.map((number) => `announcements/gm-${number}/index.html`);
  const attached = numbers.map((number) => `announcements/gm-${number}/attachment-1.pdf`);
  return {
    [style]: `body { --site: ${n} }`,
    [screen]: data,
    'display/lobby/index.html': `<script>${n}</script>${link(screen)}`,
    'display/lobby/head.json': JSON.stringify({
      seq: n,
      feed: { path: `../data/${screen.split('/').at(-1)!}`, sha256: sha256(data) },
    }),
    ...Object.fromEntries(attached.map((path) => [path, `%PDF ${path}`])),
    // Announcements that came together lead to each other.
    ...Object.fromEntries(
      pages.map((path, index) => [path, `${head}${link(attached[index]!)}${link(pages[5 - index]!)}`]),
    ),
    'general/index.html': `${head}${pages.map(link).join('')}`,
    'feeds/all.xml': pages.map((path) => `<link>https://www.example.gov.cn/${path}</link>`).join(''),
    'about/index.html': 'which never changes',
    'robots.txt': 'User-agent: *\n',
    'index.html': `${head}${['general/index.html', 'about/index.html', 'feeds/all.xml', 'display/lobby/index.html'].map(link).join('')}`,
  };
}

/** Lays out site `n` as a build leaves it. */
export function build(n: number, folder = temporaryFolder(), site = SITE): string {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(filesOf(n))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mark(folder, site);
  return folder;
}

/** What lies in a folder, by its path. */
export const contentOf = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map([...filesIn(folder)].map(({ path }) => [path, readFileSync(join(folder, path))]));
