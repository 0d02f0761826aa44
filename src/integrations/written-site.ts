import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as letOthersOn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Corpus } from '../core/corpus/corpus.ts';
import type { Edition } from '../core/edition.ts';
import { FailureInHand, failureInHand } from '../core/failure.ts';
import { toWellFormedText } from '../core/markup.ts';
import { loadContent, type LoadedContent } from '../site/content.ts';
import { filesOfUnits } from '../site/units.ts';

/**
 * Writes the site: first the files beside the announcements, then every page as Astro renders it. Astro's own writing
 * asks the disk twice for each page and hands its text through three streams. After each file the program of the search
 * index, which works beside it, gets its next announcement.
 */
export function writtenSite(): AstroIntegration {
  let folder = '';
  return {
    name: 'zhangbang-written-site',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => writingTo(folder, astro, loadContent()));
      },
    },
  };
}

/**
 * What renders and writes: pages go into the folder and come back without a body, which Astro takes for a file that is
 * not to be written; anything else is left to Astro.
 * @param folder absolute path of the root of the site
 * @throws {FailureInHand} from `render`, with the file in content/ that a page is made from
 */
export function writingTo(
  folder: string,
  astro: AstroPrerenderer,
  { edition, corpus }: Pick<LoadedContent, 'edition' | 'corpus'>,
): AstroPrerenderer {
  return {
    ...astro,
    name: 'zhangbang-written-site',
    async setup() {
      await astro.setup?.();
      await writeFiles(folder, edition);
    },
    async render(request, options) {
      const path = decodeURI(new URL(request.url).pathname).slice(edition.base.length);
      try {
        const rendered = await astro.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        if (!isPage(path, response)) return response;
        write(join(folder, path, 'index.html'), toWellFormedText(await response.text()));
        await letOthersOn();
        return new Response(null);
      } catch (cause) {
        throw failureInHand(cause) ?? failureOf(corpus, path, cause);
      }
    },
  };
}

/** Whether a path of the site and what was rendered for it make a page in a folder of its own, which 404.html is not. */
const isPage = (path: string, { headers }: Response): boolean =>
  (path === '' || path.endsWith('/')) &&
  path !== '404/' &&
  headers.get('Content-Type')?.startsWith('text/html') === true;

async function writeFiles(folder: string, edition: Edition): Promise<void> {
  for (const file of filesOfUnits(edition)) {
    const target = join(folder, file.path);
    if ('text' in file) write(target, await file.text);
    else if ('bytes' in file) write(target, file.bytes);
    else {
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(file.copyOf, target);
    }
    await letOthersOn();
  }
}

/** @throws when a file stands there already: two things of one address are a fault, of the program or of public/ */
function write(target: string, content: string | Uint8Array): void {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content, { flag: 'wx' });
}

/** Names what a page is made from, with its file in content/, or else its address. */
function failureOf({ entries, pages, screens, kiosks }: Corpus, path: string, cause: unknown): FailureInHand {
  const [folder = '', id = folder] = path.split('/').filter((part) => part !== '');
  const sources = [
    { words: '公告', folder: 'announcements', files: entries },
    { words: '屏幕', folder: 'display', files: screens },
    { words: '查询机', folder: 'kiosk', files: kiosks },
    { words: '页面', folder: id, files: pages },
  ];
  for (const { words, folder: own, files } of sources) {
    const source = own === folder ? files.find((other) => other.id === id) : undefined;
    if (source) return new FailureInHand(`${words} ${source.file} `, true, cause);
  }
  return new FailureInHand(`网页 /${path} `, false, cause);
}
