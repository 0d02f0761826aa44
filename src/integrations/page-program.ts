import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { PAGE_PROGRAM } from '../build/bundle.ts';

/**
 * Lets Astro bundle the pages, the scripts and the styles, and keep the program that renders pages, which it would
 * throw away, beside what browsers are served. Astro renders nothing: our build does, by that program (`src/build`),
 * now and for as long as neither the program nor the settings change.
 */
export function pageProgram(): AstroIntegration {
  let folder = '';
  return {
    name: 'zhangbang-page-program',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => keeping(folder, astro));
      },
    },
  };
}

const keeping = (folder: string, astro: AstroPrerenderer): AstroPrerenderer => ({
  ...astro,
  name: 'zhangbang-page-program',
  setup: () => cp(join(folder, '.prerender'), join(folder, PAGE_PROGRAM), { recursive: true }),
  getStaticPaths: () => Promise.resolve([]),
});
