import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../../src/cli/serve.ts';
import { measure, type Use } from './measure.ts';
import { mirrorRows, useTable, type MirrorUse } from './report.ts';

/** Pulls a finished site from a web server of this machine into `folder`. `main` is the command of the project. */
export async function measureMirror(main: string, site: string, folder: string): Promise<MirrorUse> {
  const to = join(folder, 'mirror');
  const server = await startServer({ dir: site, base: '/', port: 0 });
  const run = (minute: number, codes: readonly number[], ...args: string[]): Promise<Use> =>
    measure({
      args: [main, 'mirror', ...args],
      cwd: folder,
      env: { TODAY: `2026-11-02T10:0${minute}+08:00`, MIRROR_KEY: '', MIRROR_PUBLIC_KEY: '' },
      codes,
    });
  const pull = (codes: readonly number[]): Promise<Use> => run(5, codes, 'pull', server.url, '--to', to);
  try {
    const pack = await run(1, [0], 'pack', '--site', site);
    const first = await pull([0]);
    const unchanged = await pull([10]);
    appendFileSync(join(site, 'index.html'), '<!-- one more announcement -->');
    await run(2, [0], 'pack', '--site', site);
    const one = await pull([0]);
    const verify = await run(5, [0], 'verify', to);
    return { pack, first, unchanged, one, verify };
  } finally {
    await server.close();
  }
}

/** Files that one announcement adds to a site, its share of lists included, and bytes of each (docs/performance.md). */
const FILES_EACH = 2.76;
const BYTES = 6900;

/**
 * `node tests/bench/mirror.ts [--count 12000]`: the mirror alone, of a made-up site of as many files and bytes as so many
 * announcements make; `npm run bench` measures it with the site that it has built.
 */
async function alone(): Promise<void> {
  const { values } = parseArgs({ options: { count: { type: 'string', default: '12000' } } });
  const count = Number(values.count);
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-bench-mirror-'));
  try {
    const site = join(folder, 'site');
    const files = Math.round(count * FILES_EACH);
    for (let n = 0; n < files; n++) write(join(site, `announcements/gm-${n}/index.html`), `${n} `);
    write(join(site, 'display/lobby-a/index.html'), 'screen ');
    write(join(site, 'index.html'), 'home ');
    const used = await measureMirror(resolve('src/cli/main.ts'), site, folder);
    console.log(
      `\n${count} announcements, ${files} files, Node ${process.version}, ${cpus().length} cores\n`,
    );
    console.log(useTable(mirrorRows(used).map(([name, use]) => [name, use, count])));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text.repeat(Math.ceil(BYTES / text.length)));
}

if (import.meta.main) await alone();
