import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchManifest } from '../../src/core/search/manifest.ts';
import type { Figures } from './figures.ts';
import { measure, type Program } from './measure.ts';
import { environment, type Workshop } from './workshop.ts';

const MIB = 2 ** 20;

/** Of the processor, for one answer of the server; what the network adds is the same for any engine. */
const ANSWER_MS = 100;

/** What one changed text may cost against none: to start takes most of both. */
const ONE_TIMES_NONE = 1.5;

const QUESTIONS = {
  'a word of most texts': '?q=公告&scope=all',
  'a word of a quarter of the texts': '?q=施工&scope=all',
  'three words': '?q=道路 工程 监理&scope=all',
  'a sentence of eleven characters': '?q=具有独立承担民事责任的&scope=all',
  'a word of no text': '?q=直升机场&scope=all',
  'a word of two years': '?q=保证金',
  'a whole code': '?q=GM-JS-2024-0012&scope=all',
  'every kind of condition':
    '?scope=all&category=construction&category=land&status=closed&from=2018-01-01&min=50',
  'all, by deadline': '?scope=all&sort=deadline',
};

/** Makes the index of the search server, keeps it up to date, asks it, and writes the export. */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  const { count } = shop;
  const env = environment(shop.archive('engines', count));
  const site = join(shop.folder, 'engines/site');
  const file = join(shop.folder, 'engines/search.sqlite');
  const isMade = await figures.stage('files of the search', () => shop.stage(env, 'searchFiles', site));
  if (!isMade) return;
  const index = () => shop.stage(env, 'searchIndex', site, file);
  if (!(await figures.measured('index from nothing', count, index))) return;
  figures.known('index file', statSync(file).size / MIB, 'MiB');
  const none = await figures.measured('index again, unchanged', count, index);
  changeOne(site);
  const one = await figures.measured('index with one text changed', 1, index);
  if (none && one)
    figures.goal(
      'one text changed, CPU against unchanged',
      one.cpuSeconds / none.cpuSeconds,
      ONE_TIMES_NONE,
      '×',
    );
  await answers(figures, shop, { env, file });
  await writtenExport(figures, shop, env);
}

/** Changes a text of the newest year, and what the manifest says of that year's texts. */
function changeOne(site: string): void {
  const page = join(site, 'search/index.html');
  const html = readFileSync(page, 'utf8');
  const [, json] = /type="application\/json">(.*?)<\/script>/su.exec(html)!;
  const { years } = JSON.parse(json!) as SearchManifest;
  const file = join(site, `search/texts/${years[0]!.year}-1.json`);
  const texts = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, readonly string[]>);
  const [id, sections] = texts[0]!;
  writeFileSync(file, JSON.stringify(Object.fromEntries([...texts, [id, [...sections, '勘误一处']]])));
  writeFileSync(page, html.replace(`"texts":"${years[0]!.texts}"`, '"texts":"changed"'));
}

async function answers(
  figures: Figures,
  shop: Workshop,
  { env, file }: { env: Program['env']; file: string },
): Promise<void> {
  const result = join(shop.folder, 'engines/answers.json');
  const asked = JSON.stringify(QUESTIONS);
  const use = await figures.measured('open the index and answer', shop.count, () =>
    shop.stage(env, 'searchAnswers', file, asked, result),
  );
  if (!use) return;
  const measured = JSON.parse(readFileSync(result, 'utf8')) as Readonly<
    Record<string, { ms: number; total: number }>
  >;
  for (const [name, { ms, total }] of Object.entries(measured))
    figures.goal(`${name}: ${total.toLocaleString('en-US')} found`, ms, ANSWER_MS, 'ms');
}

async function writtenExport(figures: Figures, shop: Workshop, env: Program['env']): Promise<void> {
  const out = join(shop.folder, 'engines/export');
  const args = [shop.main, 'export', 'search', '--out', out];
  const use = await figures.measured('export for OpenSearch', shop.count, () =>
    measure({ args, cwd: shop.project, env }),
  );
  if (!use) return;
  const sizes = globSync(join(out, 'bulk-*.ndjson')).map((bulk) => statSync(bulk).size);
  figures.known(
    `bulk files, ${sizes.length} of them`,
    sizes.reduce((sum, size) => sum + size, 0) / MIB,
    'MiB',
  );
}
