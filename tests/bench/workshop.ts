import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generate, TODAY } from './generate.ts';
import { Kept, keepState } from './kept.ts';
import { measure, type Program, type Use } from './measure.ts';

/** A finished site, and the environment of a program that looks at it. */
export interface BuiltSite {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The environment of a program that works on this content and nothing else. */
export const environment = (contentDir: string, outDir = ''): Record<string, string> => ({
  CONTENT_DIR: contentDir,
  OUT_DIR: outDir,
  TODAY,
  SITE_URL: '',
  BASE_PATH: '',
  ASTRO_TELEMETRY_DISABLED: '1',
});

/** What is to be measured. */
interface Order {
  readonly count: number;
  readonly seed: string;
  readonly peer?: string;
  readonly peerCount: number;
  readonly scripts: number;
  readonly site?: string;
}

/** A Monday of the sample, before the hall opens. */
const WORKING_DAY = '2026-11-23T07:00:00+08:00';

/**
 * Where the parts of one run work: a folder of its own, a copy of the project, a made-up archive and its site. The copy
 * is over the same packages: Astro keeps caches in a project's folder, where another build at the same time would meet
 * this one, and an edit during the run would be measured with it.
 */
export class Workshop {
  readonly folder: string;
  /** Announcements of the archive. */
  readonly count: number;
  readonly seed: string;
  /** Builds a site of `peerCount` announcements by another program. */
  readonly peer: string | undefined;
  readonly peerCount: number;
  /** How many scripts of random edits are compared with whole builds, instead of measuring. */
  readonly scripts: number;
  readonly project: string;
  readonly #given: BuiltSite | undefined;
  #site: BuiltSite | 'failed' | undefined;

  /** @param site of a site that is there already, which is measured instead of the archive's */
  constructor(folder: string, { count, seed, peer, peerCount, scripts, site }: Order) {
    this.folder = folder;
    this.count = count;
    this.seed = seed;
    this.peer = peer;
    this.peerCount = peerCount;
    this.scripts = scripts;
    this.project = copyProject(folder);
    if (site === undefined) return;
    this.#given = { folder: resolve(site), env: { OUT_DIR: resolve(site) } };
    this.#site = this.#given;
  }

  /** Whether the site was there already: then it belongs to somebody else. */
  get isGiven(): boolean {
    return this.#given !== undefined;
  }

  /** The command of the project. */
  get main(): string {
    return join(this.project, 'src/cli/main.ts');
  }

  /** Makes up the content of so many announcements. Returns its folder. */
  archive(name: string, count: number): string {
    const content = join(this.folder, name, 'content');
    if (!existsSync(content)) generate(content, count, this.seed);
    return content;
  }

  /** Remembers beside an archive what has become of it, for a run that goes on with a folder that was kept. */
  course<T>(name: string): Kept<T> {
    return new Kept(join(this.folder, name, 'course.json'));
  }

  /** Runs a stage of stage.ts in a child of its own. */
  stage(env: Program['env'], ...args: readonly string[]): Promise<Use> {
    return measure({ args: [join(this.project, 'tests/bench/stage.ts'), ...args], cwd: this.project, env });
  }

  /** The site of the whole archive, built now if no part has done it. */
  async site(): Promise<BuiltSite> {
    this.#site ??= await this.#build().catch((error: unknown) => {
      this.giveUpSite();
      throw error;
    });
    if (this.#site === 'failed') throw new Error('there is no site to measure: it was not built');
    return this.#site;
  }

  /** The site of the project's own sample on a working day, unless a site is there already. */
  async sample(): Promise<BuiltSite> {
    if (this.#given) return this.#given;
    process.stderr.write('› build the site of the sample …\n');
    const folder = join(this.folder, 'sample');
    const content = resolve('content');
    const env = { ...environment(content), TODAY: WORKING_DAY };
    await this.stage(env, 'pages', folder);
    return { folder, env: { ...env, OUT_DIR: folder } };
  }

  /** Hands in the site that a part has built. */
  keepSite(site: BuiltSite): void {
    this.#site = site;
  }

  /** A site that could not be built once is not tried again. */
  giveUpSite(): void {
    this.#site = 'failed';
  }

  async #build(): Promise<BuiltSite> {
    process.stderr.write(`› build a site of ${this.count} announcements …\n`);
    const content = this.archive('whole', this.count);
    const folder = join(this.folder, 'whole/site');
    const env = environment(content);
    await this.stage(env, 'pages', folder);
    await this.stage(env, 'index', folder);
    return { folder, env: environment(content, folder) };
  }
}

function copyProject(folder: string): string {
  const project = join(folder, 'project');
  if (existsSync(project)) return project;
  mkdirSync(project, { recursive: true });
  keepState(folder);
  for (const name of [
    'src',
    'docs',
    'public',
    'tests/bench',
    // What a stage gathers of the search.
    'tests/site/search-data.ts',
    'tests/site/search-files.ts',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'astro.config.mjs',
  ])
    cpSync(name, join(project, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  return project;
}
