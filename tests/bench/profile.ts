import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Figures } from './figures.ts';
import { measure } from './measure.ts';
import { environment, type Workshop } from './workshop.ts';

/** What V8 writes of one thread: every so often the function that was running. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  /** The node of each look. */
  readonly samples: readonly number[];
  /** Microseconds since the look before. */
  readonly timeDeltas: readonly number[];
}

/** The rest is too small to say where to begin. */
const SHOWN = 10;

/** Where the processor time of the check, the pages and the index goes, by what the running functions belong to. */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  const content = shop.archive('profile', shop.count);
  const site = join(dirname(content), 'site');
  const stage = join(shop.project, 'tests/bench/stage.ts');
  const programs: readonly (readonly [name: string, args: readonly string[]])[] = [
    ['check', [shop.main, 'check', '--full']],
    ['pages', [stage, 'pages', site]],
    ['index', [stage, 'index', site]],
  ];
  for (const [name, args] of programs) {
    const shares = await figures.stage(`profile of ${name}`, () => profiled(shop, name, args, content));
    if (!shares) return;
    for (const [subject, seconds] of shares) figures.known(`${name}: ${subject}`, seconds, 's');
  }
}

/** Seconds of processor by subject, the most first; what the programs that it started took is one of the subjects. */
async function profiled(
  shop: Workshop,
  name: string,
  args: readonly string[],
  content: string,
): Promise<readonly (readonly [subject: string, seconds: number])[]> {
  const folder = join(shop.folder, `profile-${name}`);
  const ownUse = join(shop.folder, `own-use-${name}.json`);
  const { cpuSeconds } = await measure({
    args: ['--cpu-prof', '--cpu-prof-dir', folder, ...args],
    cwd: shop.project,
    env: { ...environment(content), OWN_USE: ownUse },
  });
  const profiles = globSync(join(folder, '*.cpuprofile')).map(
    (path) => JSON.parse(readFileSync(path, 'utf8')) as CpuProfile,
  );
  // A command that starts no other program writes nothing of its own use.
  const own = existsSync(ownUse) ? (JSON.parse(readFileSync(ownUse, 'utf8')) as number) : cpuSeconds;
  return shared(secondsBySubject(profiles), own, cpuSeconds - own);
}

/** Shares out what a program used by how long each subject ran, which on a busy machine is more than it used. */
export function shared(
  ran: ReadonlyMap<string, number>,
  own: number,
  others: number,
): readonly (readonly [subject: string, seconds: number])[] {
  const all = [...ran.values()].reduce((sum, one) => sum + one, 0);
  const used = [...ran].map(([subject, seconds]) => [subject, (seconds / all) * own] as const);
  const sorted = [...used, ['other programs', others] as const].toSorted(([, a], [, b]) => b - a);
  const rest = sorted.slice(SHOWN).reduce((sum, [, one]) => sum + one, 0);
  return [...sorted.slice(0, SHOWN), ['the rest', rest]];
}

/** Seconds that the functions of each package, room or part of Node ran themselves. */
export function secondsBySubject(profiles: readonly CpuProfile[]): Map<string, number> {
  const seconds = new Map<string, number>();
  for (const { nodes, samples, timeDeltas } of profiles) {
    const subjects = new Map(nodes.map(({ id, callFrame }) => [id, subjectOf(callFrame)]));
    for (const [at, id] of samples.entries()) {
      const subject = subjects.get(id);
      if (subject !== undefined)
        seconds.set(subject, (seconds.get(subject) ?? 0) + (timeDeltas[at] ?? 0) / 1e6);
    }
  }
  return seconds;
}

/** What a function belongs to; undefined for a thread that waits. */
function subjectOf({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string | undefined {
  if (functionName === '(idle)') return undefined;
  if (functionName === '(garbage collector)') return 'garbage collection';
  const part = [...url.matchAll(/\/node_modules\/((?:@[^/]+\/)?[^/]+)/gu)].at(-1)?.[1];
  if (part !== undefined) return part;
  const [, room] = /\/src\/((?:(?:core|site)\/)?[^/.]+)/u.exec(url) ?? [];
  if (room !== undefined) return `src/${room}`;
  if (url.startsWith('file:')) return 'pages as Astro has bundled them';
  return url.startsWith('node:') ? 'Node' : 'V8, native code and the system';
}
