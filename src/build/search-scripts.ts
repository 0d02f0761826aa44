import { readFile } from 'node:fs/promises';
import { dirname, join, posix, relative, sep } from 'node:path';
import { NO_SCRIPTS } from '../core/search/manifest.ts';

/**
 * Names in the search page the scripts that an answer needs, so that they are fetched together and not each after the
 * one that asks for it: on a slow network that is a second. Their names are known when they are bundled.
 * @param html of the search page
 * @param served folder with the scripts below `assets/`
 * @throws when the page is not as expected
 */
export async function withScripts(html: string, served: string): Promise<string> {
  const [, source] = /<script type="module" src="([^"]+)"/u.exec(html) ?? [];
  if (source === undefined || !html.includes(NO_SCRIPTS))
    throw new Error('搜索页里没有脚本，或者没有写明脚本的地方。');
  const entry = join(served, 'assets', posix.basename(source));
  const scripts = [entry, ...(await neededBy(entry))].map((file) =>
    relative(served, file).split(sep).join('/'),
  );
  return html.replace(NO_SCRIPTS, `"scripts":${JSON.stringify(scripts.sort())}`);
}

/** How deep scripts are named that are fetched when they are needed: the search, then its answers. */
const DEPTH = 2;

const STATIC = /(?:from|import)\s*["'`](\.\/[^"'`]+\.js)["'`]/gu;
const DYNAMIC = /import\(\s*["'`](\.\/[^"'`]+\.js)["'`]\s*\)/gu;

async function neededBy(entry: string): Promise<ReadonlySet<string>> {
  const needed = new Set<string>();
  const add = async (file: string, depth: number): Promise<void> => {
    const text = await readFile(file, 'utf8');
    const imports = [
      ...Array.from(text.matchAll(STATIC), ([, path]) => ({ path: path!, depth })),
      ...(depth < DEPTH
        ? Array.from(text.matchAll(DYNAMIC), ([, path]) => ({ path: path!, depth: depth + 1 }))
        : []),
    ];
    for (const { path, depth: below } of imports) {
      const other = join(dirname(file), path);
      if (other === entry || needed.has(other)) continue;
      needed.add(other);
      await add(other, below);
    }
  };
  await add(entry, 0);
  return needed;
}
