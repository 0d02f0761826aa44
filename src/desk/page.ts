import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removed, rename } from '../patience.ts';

/** What the page is made of and by, below the project. */
const SOURCES = ['src/client/desk', 'src/core', 'src/styles', 'src/desk/page.ts', 'package-lock.json'];

/** The oldest browser of the offices that is served. */
const TARGET = 'chrome100';

/**
 * The folder of the desk's page, `index.html` with what it loads: bundled at the first start of each version of the
 * program, and kept beside it in `.cache/desk-page/`. Two desks that start at once each make it, and one is kept.
 * @param project absolute path of the program
 * @param say takes a sentence for the clerk where it takes more than a moment
 */
export async function deskPage(project: string, say: (words: string) => void = () => {}): Promise<string> {
  const shelf = join(project, '.cache', 'desk-page');
  const folder = join(shelf, digestOf(project));
  if (isMade(folder)) return folder;
  say('第一次打开办事台，正在准备页面，大约十秒……');
  await mkdir(shelf, { recursive: true });
  const made = await mkdtemp(join(shelf, 'making-'));
  await bundle(project, made);
  putInPlace(made, folder);
  await removeOlder(shelf, folder);
  return folder;
}

const isMade = (folder: string): boolean =>
  statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.isFile() ?? false;

function digestOf(project: string): string {
  const hash = createHash('sha256').update(TARGET);
  for (const file of SOURCES.flatMap((source) => filesBelow(project, source))) {
    hash.update(`${file}\0`).update(readFileSync(join(project, file)));
  }
  return hash.digest('hex').slice(0, 20);
}

function filesBelow(project: string, path: string): readonly string[] {
  if (!statSync(join(project, path)).isDirectory()) return [path];
  return readdirSync(join(project, path), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesBelow(project, `${path}/${name}`));
}

/** No script or style stands in the page itself, and no picture in a style: its policy allows files of the desk alone. */
async function bundle(project: string, folder: string): Promise<void> {
  // A third of a second to load, which only the first start has to wait for.
  const { build } = await import('vite');
  await build({
    plugins: [withoutUnused],
    configFile: false,
    root: join(project, 'src', 'client', 'desk'),
    base: './',
    publicDir: false,
    logLevel: 'error',
    // The same page whatever NODE_ENV says: otherwise each element would carry the place where it was written.
    oxc: { jsx: { development: false } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: TARGET,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
}

/**
 * Parts of markdown-it that our dialect has turned off, which would be a fifth of the page: names of characters
 * (22 KB), links made of bare text (3 KB), domains in other scripts (1 KB), each compressed.
 */
const UNUSED: Readonly<Record<string, string>> = {
  entities: 'const same = (text) => text; export { same as decodeHTML, same as decodeHTMLStrict };',
  'linkify-it': 'export default class {}',
  'punycode.js': 'const same = (text) => text; export default { toASCII: same, toUnicode: same };',
};

const withoutUnused = {
  name: 'zhangbang-desk-without-unused',
  enforce: 'pre' as const,
  resolveId: (name: string) => (name in UNUSED ? `\0unused:${name}` : undefined),
  load: (id: string) => UNUSED[id.replace('\0unused:', '')],
};

/** Another desk may have made the same meanwhile; then its folder stays. */
function putInPlace(made: string, folder: string): void {
  try {
    if (!isMade(folder)) rename(made, folder);
  } catch (error) {
    if (!isMade(folder)) throw error;
  } finally {
    removed(made);
  }
}

/** Pages of older versions; what another desk is just making stays. */
async function removeOlder(shelf: string, folder: string): Promise<void> {
  const others = (await readdir(shelf)).filter((name) => !name.startsWith('making-'));
  for (const name of others) if (join(shelf, name) !== folder) removed(join(shelf, name));
}
