import { appendFileSync, globSync, mkdirSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { editsOf } from '../build/site-edits.ts';
import { Twin } from '../build/twin.ts';
import { callFor, correctionOf } from './archive/call.ts';
import { chanceOf } from './archive/chance.ts';
import { regions } from './archive/draft.ts';
import type { Figures } from './figures.ts';
import { generate, TODAY } from './generate.ts';
import type { Kept } from './kept.ts';
import { measure, type Use } from './measure.ts';
import { environment, type Workshop } from './workshop.ts';

const MIB = 2 ** 20;

/** How often one announcement more is published; the figures are those of the run in the middle. */
const TIMES = 5;

/** What publishing one may take, by the size of the archive: beyond the first size the promises are those of the second. */
const PROMISES = [
  { upTo: 10_000, wallSeconds: 5, ofPeer: 0.15 },
  { upTo: Infinity, wallSeconds: 8, ofPeer: 0.05 },
];
const MOST_MEMORY = 700;
const MOST_STATE = 250;
/** Wall time that a run with nothing to publish takes more than a command that only prints its usage. */
const IDLE_SECONDS = 1.5;
const WHOLE_GIB = 2.5;

/** Of so many announcements a larger archive is held against, and how many times as much it may cost to publish one. */
const FEW = 10_000;
const MOST_GROWTH = 1.5;

/** Announcements of the archives that random edits are made to, and edits of one script. */
const EDITED = 120;
const EDITS_EACH = 12;

/**
 * What it costs to publish one announcement more: an archive is built once as a whole, then grows by one call for bids
 * after another. With `--scripts` it is not measured but compared with whole builds, after edits by chance.
 */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  if (shop.scripts > 0) return compareScripts(figures, shop);
  const { count } = shop;
  const few = count > FEW ? await publishIntoFew(figures, shop) : undefined;
  const site = new GrowingSite(shop, count);
  const whole = await figures.measured('whole build', count, () => site.buildFirst());
  if (!whole) return;
  figures.goal('whole build, peak memory', whole.peakBytes / 2 ** 30, WHOLE_GIB, 'GiB');
  const peers = [await measurePeer(figures, shop)];
  const one = await publishOnes(figures, site);
  if (!one) return;
  await figures.measured(`publish one, the middle of ${TIMES}`, 1, () => Promise.resolve(one));
  tellOne(figures, shop, one, [...peers, await measurePeer(figures, shop)]);
  if (few) figures.goal('publish one, CPU beside 10,000', one.cpuSeconds / few.cpuSeconds, MOST_GROWTH, '×');
  figures.goal('state', site.stateBytes / MIB, MOST_STATE, 'MiB');
  await figures.measured('publish a correction', 1, () => site.correctLast());
  await measureIdle(figures, site, count);
}

/** What it costs to publish one into an archive of a few announcements. */
async function publishIntoFew(figures: Figures, shop: Workshop): Promise<Published | undefined> {
  const site = new GrowingSite(shop, FEW);
  if (!(await figures.stage(`a site of ${FEW}`, () => site.buildFirst()))) return undefined;
  const one = await publishOnes(figures, site);
  if (one) await figures.measured(`publish one into ${FEW}`, 1, () => Promise.resolve(one));
  return one;
}

/** What runs cost that have nothing, or little, to do. */
async function measureIdle(figures: Figures, site: GrowingSite, count: number): Promise<void> {
  const empty = await figures.measured('a command that only prints its usage', 1, () => site.help());
  const tell = (name: string, use: Use | undefined): void => {
    if (use && empty)
      figures.goal(`${name}: wall beyond that`, use.wallSeconds - empty.wallSeconds, IDLE_SECONDS, 's');
  };
  tell('nothing changed', await figures.measured('build, nothing changed', 1, () => site.build()));
  await figures.measured('build, a minute later', 1, () => site.buildLater());
  await figures.measured('check, the first', count, () => site.check());
  tell('check', await figures.measured('check of one changed file', 1, () => site.checkOneChanged()));
}

type Published = Use & { readonly printed: string };

/** Publishes one more several times. @returns the run in the middle */
async function publishOnes(figures: Figures, site: GrowingSite): Promise<Published | undefined> {
  const uses: Published[] = [];
  for (let time = 1; time <= TIMES; time += 1) {
    const name = `publish one into ${site.count}, ${time} of ${TIMES}`;
    const use = await figures.stage(name, () => site.publishOne());
    if (!use) return undefined;
    uses.push(use);
  }
  return uses.toSorted((a, b) => a.cpuSeconds - b.cpuSeconds)[Math.floor(TIMES / 2)]!;
}

async function measurePeer(figures: Figures, shop: Workshop): Promise<Use | undefined> {
  const { peer, peerCount, folder } = shop;
  if (peer === undefined) return undefined;
  return figures.measured(`the other program, of ${peerCount}`, peerCount, () =>
    measure({ command: 'sh', args: ['-c', peer], cwd: folder, env: {} }),
  );
}

function tellOne(
  figures: Figures,
  { count, peerCount }: Workshop,
  one: Published,
  peers: readonly (Use | undefined)[],
): void {
  const promise = PROMISES.find(({ upTo }) => count <= upTo)!;
  figures.goal('publish one, wall', one.wallSeconds, promise.wallSeconds, 's');
  figures.goal('publish one, peak memory', one.peakBytes / MIB, MOST_MEMORY, 'MiB');
  figures.known('publish one, files exchanged', exchangedBy(one.printed), 'files');
  const measured = peers.filter((peer) => peer !== undefined);
  if (measured.length === 0) return;
  const peerSeconds = measured.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0) / measured.length;
  figures.goal(
    `publish one, CPU of the other program’s of ${peerCount}`,
    one.cpuSeconds / peerSeconds,
    promise.ofPeer,
    '×',
  );
}

/** How many files a build says that it has exchanged; NaN where it was a whole one. */
const exchangedBy = (printed: string): number => Number(/（(\d+) 个文件有变化/u.exec(printed)?.[1]);

/** What has become of a site. */
interface Course {
  /** What it took to build it at first. */
  readonly whole: Use;
  /** Names of the files that remember it. */
  readonly states: readonly string[];
  /** Calls for bids that were published since. */
  readonly calls: number;
  /** That have passed since. */
  readonly minutes: number;
}

/** A site that gets one announcement more from time to time. */
class GrowingSite {
  /** Announcements that it begins with. */
  readonly count: number;
  readonly #shop: Workshop;
  readonly #content: string;
  readonly #course: Kept<Course>;
  #calls: number;
  #minutes: number;

  constructor(shop: Workshop, count: number) {
    this.count = count;
    this.#shop = shop;
    this.#content = shop.archive(this.#name, count);
    this.#course = shop.course(this.#name);
    ({ calls: this.#calls, minutes: this.#minutes } = this.#course.value ?? { calls: 0, minutes: 0 });
  }

  get #name(): string {
    return `one-${this.count}`;
  }

  get #states(): string {
    return join(this.#shop.project, '.cache/build-state');
  }

  /** Of the file that remembers the site and of its log; those of other sites lie beside it. */
  get stateBytes(): number {
    const own = this.#course.value?.states ?? [];
    return this.#allStates()
      .filter((name) => own.includes(name))
      .reduce((sum, name) => sum + this.#stat(name).size, 0);
  }

  #allStates(): readonly string[] {
    return globSync('*', { cwd: this.#states });
  }

  #stat(name: string): Stats {
    return statSync(join(this.#states, name));
  }

  /** Builds it as a whole, unless an earlier run has done that and has kept it. */
  async buildFirst(): Promise<Use> {
    const built = this.#course.value?.whole;
    if (built) return built;
    const before = new Map(this.#allStates().map((name) => [name, this.#stat(name).mtimeMs]));
    const whole = await this.build();
    const states = this.#allStates().filter((name) => this.#stat(name).mtimeMs !== before.get(name));
    this.#course.value = { whole, states, calls: 0, minutes: 0 };
    return whole;
  }

  build(): Promise<Published> {
    return this.#run('build');
  }

  buildLater(): Promise<Published> {
    this.#minutes += 1;
    this.#course.value = { ...this.#course.value!, calls: this.#calls, minutes: this.#minutes };
    return this.build();
  }

  publishOne(): Promise<Published> {
    this.#calls += 1;
    const { id, code } = this.#last;
    const title = `示例道路改造工程${this.#calls}`;
    this.#write(id, callFor({ code, title, region: regions[0]! }));
    return this.buildLater();
  }

  correctLast(): Promise<Published> {
    this.#write(`${this.#last.id}-correction`, correctionOf(this.#last));
    return this.buildLater();
  }

  help(): Promise<Published> {
    return this.#run('check', '--help');
  }

  check(): Promise<Published> {
    return this.#run('check');
  }

  checkOneChanged(): Promise<Published> {
    appendFileSync(this.#fileOf(this.#last.id), '\n此致。\n');
    return this.check();
  }

  get #last(): { readonly id: string; readonly code: string } {
    const code = `GM-JS-2026-99${String(this.#calls).padStart(2, '0')}`;
    return { id: `${code.toLowerCase()}-tender`, code };
  }

  #fileOf(id: string): string {
    return join(this.#content, `announcements/construction/${TODAY.slice(0, 4)}/${id}.md`);
  }

  #write(id: string, text: string): void {
    mkdirSync(dirname(this.#fileOf(id)), { recursive: true });
    writeFileSync(this.#fileOf(id), text);
  }

  #run(...args: readonly string[]): Promise<Published> {
    const out = join(this.#shop.folder, this.#name, 'site');
    const now = TODAY.replace('09:00', `09:${String(this.#minutes).padStart(2, '0')}`);
    const env = { ...environment(this.#content, out), TODAY: now, NODE_ENV: 'production' };
    return measure({ args: [this.#shop.main, ...args], cwd: this.#shop.project, env });
  }
}

/** Compares what scripts of random edits give with whole builds; the seed of one that differs is in its failure. */
async function compareScripts(figures: Figures, shop: Workshop): Promise<void> {
  for (let number = 1; number <= shop.scripts; number += 1) {
    const seed = `${shop.seed}-${number}`;
    await figures.stage(`edits of the seed ${seed}`, () => compareScript(shop, seed));
  }
  figures.known('scripts compared with whole builds', shop.scripts, 'scripts');
}

function compareScript({ folder }: Workshop, seed: string): void {
  const room = join(folder, `edits-${seed}`);
  mkdirSync(room);
  const twin = new Twin(room, TODAY);
  generate(twin.content, EDITED, seed);
  try {
    twin.build();
    const chance = chanceOf(`${seed} edits`);
    const done: string[] = [];
    for (const edit of editsOf(seed, EDITS_EACH)) {
      done.push(edit.name);
      const { unlike, output } = twin.edited(edit, chance);
      if (unlike.length > 0) throw new Error(`${done.join('、')}: ${unlike.join(', ')}\n${output}`);
    }
  } finally {
    for (const file of twin.states()) rmSync(file, { force: true });
    rmSync(room, { recursive: true });
  }
}
