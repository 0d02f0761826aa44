import { execFileSync } from 'node:child_process';
import { appendFileSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Figures } from './figures.ts';
import { measure, type Program, type Use } from './measure.ts';
import { environment, type Workshop } from './workshop.ts';

const GIB = 2 ** 30;
const TEN_THOUSAND = 10_000;

/** Check may cost three times what reading and parsing costs, before the law, the wording and personal data. */
const CHECK_TIMES_FLOOR = 3;
/** What those may add to it. */
const WITH_RULES = 1.5;
/** Wall time of a check of ten thousand on two cores. */
const CHECK_SECONDS = 10;
/** Wall time until the check of one announcement has printed, and until the hook lets a commit of one pass. */
const ONE_SECONDS = 0.5;
const STAGED_SECONDS = 2;
/** Cost of one page in the whole archive against one in its quarter: more than this is not linear. */
const LINEAR = 1.25;
const PAGES_GIB = 1;
const INDEX_GIB = 1.5;

/** So few announcements that their pages show what it costs to begin. */
const FEWEST = 8;

/**
 * The check, the pages and the index of a made-up archive, each in a child of its own beside the least that must be
 * done. The promises are made for ten thousand and more: small archives pay for starting up.
 */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  const { count } = shop;
  const content = await figures.stage(`generate ${count} announcements`, () => shop.archive('whole', count));
  if (content === undefined) return shop.giveUpSite();
  await measureCheck(figures, shop, content);
  await measureOne(figures, shop, content);
  const pages = await measurePages(figures, shop, content);
  await measureFewer(figures, shop, pages);
}

/** Limits in seconds and bytes grow with the archive beyond ten thousand, and do not shrink below. */
function promiser(figures: Figures, count: number) {
  const scale = Math.max(1, count / TEN_THOUSAND);
  const binds = count >= TEN_THOUSAND;
  return {
    times: (name: string, measured: number, target: number) =>
      figures.goal(name, measured, target, '×', binds),
    amount: (name: string, measured: number, target: number, unit: string) =>
      figures.goal(name, measured, target * scale, unit, binds),
  };
}

async function measureCheck(figures: Figures, shop: Workshop, content: string): Promise<void> {
  const { count, project, folder } = shop;
  const env = environment(content);
  const promise = promiser(figures, count);
  const read = await figures.measured('floor: read and parse', count, () => shop.stage(env, 'read', content));
  const check = await figures.measured('check', count, () =>
    measure({ args: [shop.main, 'check', '--full'], cwd: project, env }),
  );
  if (check) promise.amount('check, wall', check.wallSeconds, CHECK_SECONDS, 's');
  if (read && check)
    promise.times(
      'check, CPU against its floor',
      check.cpuSeconds / read.cpuSeconds,
      CHECK_TIMES_FLOOR * WITH_RULES,
    );
  const ruled = await figures.stage('check, and the rules once more', async () => {
    const law = join(folder, 'law.json');
    await shop.stage(env, 'rules', content, law);
    const { whole, rules } = JSON.parse(readFileSync(law, 'utf8')) as { whole: number; rules: number };
    return whole / (whole - rules);
  });
  if (ruled !== undefined) promise.times('check with the rules against one without', ruled, WITH_RULES);
}

/** A check of one announcement, and of one that is staged, with what was compiled before at hand. */
async function measureOne(figures: Figures, shop: Workshop, content: string): Promise<void> {
  const promise = promiser(figures, shop.count);
  const cwd = dirname(content);
  const check = (...args: string[]): Program => ({
    args: [shop.main, 'check', ...args],
    cwd,
    env: environment(content),
  });
  const id = await figures.stage('commit the archive', () => stageOne(cwd));
  if (id === undefined) return;
  const one = await figures.measured('check one', 1, async () => {
    await measure(check(id));
    return measure(check(id));
  });
  if (one) promise.amount('check of one, wall', one.wallSeconds, ONE_SECONDS, 's');
  const staged = await figures.measured('check one that is staged', 1, () => measure(check('--staged')));
  if (staged) promise.amount('check of one that is staged, wall', staged.wallSeconds, STAGED_SECONDS, 's');
}

/** Commits the archive, then changes and stages one announcement. Returns its id. */
function stageOne(cwd: string): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd });
  const file = globSync('content/announcements/*/*/*.md', { cwd }).sort()[0]!;
  git('init', '-q');
  git('add', 'content');
  git('-c', 'user.name=bench', '-c', 'user.email=bench@example.invalid', 'commit', '-qm', 'archive');
  appendFileSync(join(cwd, file), '\n此致。\n');
  git('add', 'content');
  return basename(file, '.md');
}

async function measurePages(figures: Figures, shop: Workshop, content: string): Promise<Use | undefined> {
  const { count } = shop;
  const site = join(dirname(content), 'site');
  const env = environment(content);
  const promise = promiser(figures, count);
  const pages = await figures.measured('pages', count, () => shop.stage(env, 'pages', site));
  if (pages) promise.amount('pages, peak memory', pages.peakBytes / GIB, PAGES_GIB, 'GiB');
  if (pages) await measureFloor(figures, shop, site, pages);
  const index = pages && (await figures.measured('index', count, () => shop.stage(env, 'index', site)));
  if (index) promise.amount('index, peak memory', index.peakBytes / GIB, INDEX_GIB, 'GiB');
  if (index) shop.keepSite({ folder: site, env: environment(content, site) });
  else shop.giveUpSite();
  return pages;
}

/** The least that any program must do for the same pages: to write files of the same sizes. */
async function measureFloor(figures: Figures, shop: Workshop, site: string, pages: Use): Promise<void> {
  const files = listFiles(site);
  const bytes = files.reduce((sum, [, size]) => sum + size, 0);
  const words = `floor: write ${files.length.toLocaleString('en-US')} files, ${(bytes / 2 ** 20).toFixed(0)} MiB`;
  const write = await figures.measured(words, shop.count, () => {
    const list = join(shop.folder, 'files.json');
    writeFileSync(list, JSON.stringify(files));
    return shop.stage({}, 'write', list, join(shop.folder, 'floor'));
  });
  if (write) figures.known('pages, CPU against their floor', pages.cpuSeconds / write.cpuSeconds, '×');
}

/** The pages of a quarter as many, and of next to none. */
async function measureFewer(figures: Figures, shop: Workshop, pages: Use | undefined): Promise<void> {
  const { count } = shop;
  const pagesOf = (number: number, of: number): Promise<Use | undefined> =>
    figures.measured(`pages of ${number.toLocaleString('en-US')}`, of, () => {
      const content = shop.archive(`of-${number}`, number);
      return shop.stage(environment(content), 'pages', join(dirname(content), 'site'));
    });
  const fewer = Math.ceil(count / 4);
  const quarter = await pagesOf(fewer, fewer);
  if (pages && quarter)
    promiser(figures, count).times(
      'pages, CPU each against a quarter as many',
      pages.cpuSeconds / count / (quarter.cpuSeconds / fewer),
      LINEAR,
    );
  await pagesOf(FEWEST, 1);
}

function listFiles(folder: string): [path: string, size: number][] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length + 1), statSync(path).size]);
}
