import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../src/cli/serve.ts';
import type { Figures } from './figures.ts';
import { measure, type Use } from './measure.ts';
import type { BuiltSite, Workshop } from './workshop.ts';

/**
 * What it costs to bring a finished site from a web server of this machine to a box that has nothing, the same, or all
 * but one page. Comes last of the parts, since it changes the site.
 */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  const site = await figures.stage('a site to mirror', () => shop.site());
  if (!site) return;
  const server = await startServer({ dir: site.folder, base: '/', port: 0 });
  try {
    for (const [name, step] of steps(site, shop, server.url))
      if (!(await figures.measured(name, shop.count, step))) return;
  } finally {
    await server.close();
  }
}

/** Each needs what those before have done. */
function steps(
  { folder: site }: BuiltSite,
  { main, folder }: Workshop,
  url: string,
): readonly (readonly [name: string, step: () => Promise<Use>])[] {
  const to = join(folder, 'mirror');
  const mirror = (minute: number, codes: readonly number[], ...args: readonly string[]): Promise<Use> =>
    measure({
      args: [main, 'mirror', ...args],
      cwd: folder,
      env: { TODAY: `2026-11-02T10:0${minute}+08:00`, MIRROR_KEY: '', MIRROR_PUBLIC_KEY: '' },
      codes,
    });
  const pull = (...codes: readonly number[]): Promise<Use> => mirror(5, codes, 'pull', url, '--to', to);
  const changeOne = async (): Promise<Use> => {
    appendFileSync(join(site, 'index.html'), '<!-- one more announcement -->');
    await mirror(2, [0], 'pack', '--site', site);
    return pull(0);
  };
  return [
    ['pack', () => mirror(1, [0], 'pack', '--site', site)],
    ['first pull', () => pull(0)],
    ['pull, unchanged', () => pull(10)],
    ['pull, one changed', changeOne],
    ['verify', () => mirror(5, [0], 'verify', to)],
  ];
}
