import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { budgets, MEDIAN_ANNOUNCEMENT, type Kind } from '../output/budgets.ts';
import { samples, templates } from '../output/templates.ts';
import type { Figures } from './figures.ts';
import type { Workshop } from './workshop.ts';

/**
 * What the search page fetches for 近两年, bytes as gzip sends them: 60 KB for two years of a centre of 536
 * announcements a year. A busier centre's rows may weigh no more each.
 */
const TWO_YEARS = 2 * 536;
const CATALOGUE_ROW = 60_000 / TWO_YEARS;

interface Weighed {
  path: string;
  /** Bytes as gzip sends them. */
  html: number;
  /** Elements, counted by their start tags. */
  nodes: number;
}

/**
 * Weighs every page of a finished site against the budget of its kind. What a browser must measure does not grow with an
 * archive and is held by the tests.
 */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  await figures.stage('weigh every page', async () => {
    const { folder } = await shop.site();
    weighPages(figures, folder);
    weighCatalogues(figures, folder);
  });
}

/** The heaviest page of every template; of announcements the middle one and the hundredth from the top too. */
function weighPages(figures: Figures, site: string): void {
  const pages = globSync('**/*.html', { cwd: site }).map((path) => weigh(site, path.replaceAll('\\', '/')));
  for (const [template, own] of Map.groupBy(pages, ({ path }) => templateOf(path))) {
    const kind = template === undefined ? undefined : templates[template]![0]!.kind;
    if (kind === 'announcement') weighAnnouncements(figures, template!, own);
    else if (kind !== undefined && kind !== 'screen') weighHeaviest(figures, template!, own, kind);
  }
}

function weighHeaviest(
  figures: Figures,
  template: string,
  pages: readonly Weighed[],
  kind: Exclude<Kind, 'screen'>,
): void {
  const most = (key: 'html' | 'nodes'): number => Math.max(...pages.map((page) => page[key]));
  const { html, nodes } = budgets[kind];
  const words = `${template}, ${pages.length > 1 ? `heaviest of ${pages.length.toLocaleString('en-US')}` : 'one page'}`;
  figures.goal(words, most('html') / 1000, html / 1000, 'KB');
  figures.goal(words, most('nodes'), nodes, 'elements');
}

function weighAnnouncements(figures: Figures, template: string, pages: readonly Weighed[]): void {
  const at = (key: 'html' | 'nodes', part: number): number =>
    pages.map((page) => page[key]).sort((a, b) => a - b)[Math.ceil(pages.length * part) - 1]!;
  const { html, nodes } = budgets.announcement;
  const middle = `${template}, middle of ${pages.length.toLocaleString('en-US')}`;
  const heavy = `${template}, 99 of 100`;
  figures.goal(middle, at('html', 0.5) / 1000, MEDIAN_ANNOUNCEMENT.html / 1000, 'KB');
  figures.goal(heavy, at('html', 0.99) / 1000, html / 1000, 'KB');
  figures.goal(middle, at('nodes', 0.5), MEDIAN_ANNOUNCEMENT.nodes, 'elements');
  figures.goal(heavy, at('nodes', 0.99), nodes, 'elements');
}

function weighCatalogues(figures: Figures, site: string): void {
  const files = globSync('data/catalogue-*.json', { cwd: site }).sort().reverse().slice(0, 2);
  const texts = files.map((path) => readFileSync(join(site, path)));
  const rows = texts.map((text) => (JSON.parse(text.toString('utf8')) as { id: unknown[] }).id.length);
  const count = rows.reduce((all, one) => all + one, 0);
  const bytes = texts.reduce((all, text) => all + gzipped(text), 0);
  const words = `catalogues of the two newest years, ${count.toLocaleString('en-US')} announcements`;
  // In fewer rows the names of the columns weigh as much.
  figures.goal(words, bytes / 1000, (count * CATALOGUE_ROW) / 1000, 'KB', count >= TWO_YEARS);
}

function weigh(site: string, path: string): Weighed {
  const html = readFileSync(join(site, path));
  // What stands in these a browser with scripts makes no elements of.
  const text = html.toString('utf8').replace(/<(noscript|template|script)\b.*?<\/\1>/gsu, '');
  return { path, html: gzipped(html), nodes: text.match(/<[a-z]/giu)?.length ?? 0 };
}

const gzipped = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length;

/** The file below src/pages that made a page: the same as that of a sample, or of the same form with other names. */
function templateOf(path: string): string | undefined {
  const address = path === '404.html' ? 'no-such-page/' : path.replace(/index\.html$/u, '');
  const known = samples.find((sample) => sample.path === address);
  const file = (name: string): boolean => templates[name]!.some((sample) => sample === known);
  if (known) return Object.keys(templates).find(file);
  return Object.keys(templates)
    .filter((name) => formOf(name).test(address))
    .sort((a, b) => a.split('[').length - b.split('[').length)[0];
}

/** The addresses that a file below src/pages makes: `[category]/[year]/index.astro` any two names. */
const formOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .replace(/(index)?\.astro$/u, '')
      .replace(/\/?$/u, '/')
      .replace(/\[\.\.\.\w+\]/gu, '.*')
      .replace(/\[\w+\]/gu, '[^/]+')}$`,
    'u',
  );
