import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { budgets, MEDIAN_ANNOUNCEMENT, type Kind } from '../output/budgets.ts';
import { samples, templates } from '../output/templates.ts';
import { generate, TODAY } from './generate.ts';

/**
 * What the search page fetches for 近两年, bytes as gzip sends them: 60 KB for two years of a centre of 536
 * announcements a year. A busier centre's rows may weigh no more each.
 */
const CATALOGUE_ROW = 60_000 / (2 * 536);

interface Weighed {
  path: string;
  /** Bytes as gzip sends them. */
  html: number;
  /** Elements, counted by their start tags. */
  nodes: number;
}

/**
 * `node tests/bench/weights.ts [--count 12000]`: builds a made-up archive and weighs every page of it against the
 * budget of its kind, `measured / budget`. Exit code 1 when one is not kept. What a browser must measure does not grow
 * with an archive and is held by the tests.
 */
function main(): number {
  const { values } = parseArgs({ options: { count: { type: 'string', default: '12000' } } });
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-weights-'));
  try {
    const site = built(folder, Number(values.count));
    const results = [...pageLines(site), ...catalogueLines(site)];
    console.log(`${values.count} announcements`);
    for (const { isKept, line } of results) console.log(`${isKept ? 'ok  ' : 'MISS'} ${line}`);
    return results.every(({ isKept }) => isKept) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function built(folder: string, count: number): string {
  const content = join(folder, 'content');
  const site = join(folder, 'site');
  generate(content, count, '1');
  const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: site, TODAY, SITE_URL: '', BASE_PATH: '' };
  const { status } = spawnSync(process.execPath, ['src/cli/main.ts', 'build'], { env, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed, as said above.');
  return site;
}

interface Result {
  isKept: boolean;
  line: string;
}

const result = (what: string, measured: number, budget: number, unit: 'KB' | 'elements'): Result => {
  const shown = (value: number): string => (unit === 'KB' ? (value / 1000).toFixed(1) : String(value));
  return { isKept: measured <= budget, line: `${what}: ${shown(measured)} / ${shown(budget)} ${unit}` };
};

/** The heaviest page of every template; of announcements the middle one and the hundredth from the top too. */
function pageLines(site: string): readonly Result[] {
  const pages = globSync('**/*.html', { cwd: site }).map((path) => weigh(site, path.replaceAll('\\', '/')));
  const byTemplate = Map.groupBy(pages, ({ path }) => templateOf(path));
  return [...byTemplate].flatMap(([template, own]) => {
    const kind = template === undefined ? undefined : templates[template]![0]!.kind;
    if (kind === undefined || kind === 'screen') return [];
    return kind === 'announcement' ? announcementLines(template!, own) : heaviest(template!, own, kind);
  });
}

function heaviest(
  template: string,
  pages: readonly Weighed[],
  kind: Exclude<Kind, 'screen'>,
): readonly Result[] {
  const html = pages.toSorted((a, b) => b.html - a.html)[0]!;
  const nodes = pages.toSorted((a, b) => b.nodes - a.nodes)[0]!;
  return [
    result(`${template}, heaviest of ${pages.length} (${html.path})`, html.html, budgets[kind].html, 'KB'),
    result(`${template}, largest (${nodes.path})`, nodes.nodes, budgets[kind].nodes, 'elements'),
  ];
}

function announcementLines(template: string, pages: readonly Weighed[]): readonly Result[] {
  const at = (key: 'html' | 'nodes', part: number): number =>
    pages.map((page) => page[key]).sort((a, b) => a - b)[Math.ceil(pages.length * part) - 1]!;
  const { html, nodes } = budgets.announcement;
  return [
    result(`${template}, middle of ${pages.length}`, at('html', 0.5), MEDIAN_ANNOUNCEMENT.html, 'KB'),
    result(`${template}, 99 of 100`, at('html', 0.99), html, 'KB'),
    result(`${template}, middle`, at('nodes', 0.5), MEDIAN_ANNOUNCEMENT.nodes, 'elements'),
    result(`${template}, 99 of 100`, at('nodes', 0.99), nodes, 'elements'),
  ];
}

function catalogueLines(site: string): readonly Result[] {
  const files = globSync('data/catalogue-*.json', { cwd: site }).sort().reverse().slice(0, 2);
  const texts = files.map((path) => readFileSync(join(site, path)));
  const rows = texts.map((text) => (JSON.parse(text.toString('utf8')) as { id: unknown[] }).id.length);
  const count = rows.reduce((all, one) => all + one, 0);
  const bytes = texts.reduce((all, text) => all + gzipped(text), 0);
  return [
    result(`catalogues of the two newest years, ${count} announcements`, bytes, count * CATALOGUE_ROW, 'KB'),
  ];
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

process.exitCode = main();
