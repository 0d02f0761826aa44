import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { stubs } from '../site/old-addresses.ts';
import { loadContent } from '../site/content.ts';

/** Puts a page that leads on in the place of each old one, once the site's own pages are written. */
export function oldAddressPages(): AstroIntegration {
  return {
    name: 'zhangbang-old-addresses',
    hooks: {
      'astro:build:done': ({ dir }) => writeStubs(fileURLToPath(dir), stubs(loadContent().edition)),
    },
  };
}

/** @throws when a page stands there already: the check refuses such an address, so a page is missing in its list */
async function writeStubs(folder: string, pages: readonly { file: string; html: string }[]): Promise<void> {
  for (const { file, html } of pages) {
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, html, { flag: 'wx' });
  }
}
