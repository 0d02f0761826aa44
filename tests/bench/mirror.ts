import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../src/cli/serve.ts';
import { Place } from '../../src/mirror/place.ts';
import type { Figures } from './figures.ts';
import { measure, type Use } from './measure.ts';
import type { Workshop } from './workshop.ts';

/**
 * What it costs to bring a finished site from a web server of this machine to a box that has nothing, the same, or all
 * but one page. Comes last of the parts, since it changes the site; of one that was there already it takes a copy.
 */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  const site = await figures.stage('a site to mirror', () => siteOf(shop));
  if (!site) return;
  const server = await startServer({ dir: site, base: '/', port: 0 });
  try {
    const hall = new Hall(site, server.url, shop);
    for (const [name, step] of steps(hall)) if (!(await figures.measured(name, shop.count, step))) return;
    await figures.stage('what one changed is beside all', async () => tellOneChanged(figures, hall));
  } finally {
    await server.close();
  }
}

async function siteOf(shop: Workshop): Promise<string> {
  const { folder } = await shop.site();
  if (!shop.isGiven) return folder;
  const copy = join(shop.folder, 'site');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Each needs what those before have done. */
const steps = (hall: Hall): readonly (readonly [name: string, step: () => Promise<Use>])[] => [
  ['pack', () => hall.pack()],
  ['first pull', () => hall.pull(0)],
  ['pull, unchanged', () => hall.pull(10)],
  ['verify', () => hall.verify()],
];

/** How often one page is changed; the figures are those of the run in the middle. */
const TIMES = 5;

/** Releases until one has been put aside, of which the next is made, and all its files have been read. */
const RELEASES_BEFORE = 6;

/** Longest that either side may take, in seconds. */
const LONGEST = 1;

async function tellOneChanged(figures: Figures, hall: Hall): Promise<void> {
  for (let release = 0; release < RELEASES_BEFORE; release++) await hall.bringOneChanged();
  const known = [];
  for (let time = 0; time < TIMES; time++) known.push(await hall.bringOneChanged());
  const unknown = await hall.bringOneChanged(() => hall.forget());
  for (const side of ['pack', 'pull'] as const) {
    const use = middle(known.map((both) => both[side]));
    const all = unknown[side];
    figures.goal(`${side}, one changed: wall`, use.wallSeconds, LONGEST, 's', false);
    figures.known(`${side}, one changed: CPU`, use.cpuSeconds, 's');
    figures.known(`${side}, one changed: read`, use.readBytes / 2 ** 20, 'MiB');
    figures.known(`${side}, one changed, all read: wall`, all.wallSeconds, 's');
    figures.known(`${side}, one changed, all read: CPU`, all.cpuSeconds, 's');
    figures.known(`${side}, one changed, all read: read`, all.readBytes / 2 ** 20, 'MiB');
    figures.known(`${side}: CPU of one changed / all read`, use.cpuSeconds / all.cpuSeconds, '');
  }
}

const middle = (uses: readonly Use[]): Use =>
  uses.toSorted((a, b) => a.cpuSeconds - b.cpuSeconds)[Math.floor(uses.length / 2)]!;

/** A site, the web server that sends it, and a box that mirrors it. */
class Hall {
  readonly #site: string;
  readonly #url: string;
  readonly #shop: Workshop;
  readonly #place: Place;
  #minute = 0;

  constructor(site: string, url: string, shop: Workshop) {
    this.#site = site;
    this.#url = url;
    this.#shop = shop;
    this.#place = new Place(join(shop.folder, 'mirror'));
  }

  pack(...more: readonly string[]): Promise<Use> {
    this.#minute += 1;
    return this.#mirror([0], 'pack', '--site', this.#site, ...more);
  }

  pull(...codes: readonly number[]): Promise<Use> {
    return this.#mirror(codes, 'pull', this.#url, '--to', this.#place.folder);
  }

  verify(): Promise<Use> {
    return this.#mirror([0], 'verify', this.#place.folder);
  }

  /** Changes one page, and brings it. `forget` is called in between; without what it takes away everything is read. */
  async bringOneChanged(forget?: () => void): Promise<{ pack: Use; pull: Use }> {
    appendFileSync(join(this.#site, 'index.html'), '<!-- one more announcement -->');
    const pack = await this.pack(...(forget ? ['--paranoid'] : []));
    forget?.();
    return { pack, pull: await this.pull(0) };
  }

  /** Takes away what the next run would make a release of without reading it. */
  forget(): void {
    const { digests, spare } = this.#place;
    for (const path of [digests, spare]) rmSync(path, { recursive: true });
  }

  #mirror(codes: readonly number[], ...args: readonly string[]): Promise<Use> {
    return measure({
      args: [this.#shop.main, 'mirror', ...args],
      cwd: this.#shop.folder,
      env: {
        TODAY: `2026-11-02T10:${String(this.#minute).padStart(2, '0')}+08:00`,
        MIRROR_KEY: '',
        MIRROR_PUBLIC_KEY: '',
      },
      codes,
    });
  }
}
