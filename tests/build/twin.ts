import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Chance } from '../bench/archive/chance.ts';
import { stateFile } from '../../src/build/state.ts';
import type { Edit } from './site-edits.ts';

/** How a build ended. */
interface Built {
  readonly status: number | null;
  readonly output: string;
}

/** One content folder and two sites of it: one that is built incrementally, and one that is always built as a whole. */
export class Twin {
  readonly content: string;
  readonly site: string;
  readonly #whole: string;
  now: string;

  /** @param room a folder that holds `content`; the sites come beside it */
  constructor(room: string, now: string) {
    this.content = join(room, 'content');
    this.site = join(room, 'site');
    this.#whole = join(room, 'whole');
    this.now = now;
  }

  /** Makes an edit, builds both, and gives the files that are not alike. An edit with errors is taken back afterwards. */
  edited(edit: Edit, chance: Chance): Built & { readonly unlike: readonly string[] } {
    const before = `${this.content}.before`;
    rmSync(before, { recursive: true, force: true });
    cpSync(this.content, before, { recursive: true, preserveTimestamps: true });
    this.now = edit.apply(this.content, chance, this.now) ?? this.now;
    const built = this.#compared();
    if (built.status !== 0) {
      rmSync(this.content, { recursive: true });
      renameSync(before, this.content);
    }
    return built;
  }

  #compared(): Built & { readonly unlike: readonly string[] } {
    const built = this.build();
    const whole = this.build(['--full'], this.#whole);
    if (built.status !== whole.status)
      return { ...built, unlike: [`status ${built.status}, ${whole.status}`] };
    return { ...built, unlike: built.status === 0 ? differing(this.site, this.#whole) : [] };
  }

  build(args: readonly string[] = [], out = this.site): Built {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'build', ...args], {
      env: this.environment(out),
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  }

  /** Of a build into a folder. */
  environment(out = this.site): NodeJS.ProcessEnv {
    const { VITEST: _, ...rest } = process.env;
    return { ...rest, NODE_ENV: 'production', CONTENT_DIR: this.content, OUT_DIR: out, TODAY: this.now };
  }

  /** The files that keep what is remembered of the two sites. */
  states(): readonly string[] {
    return [this.site, this.#whole].map((out) =>
      stateFile({
        project: resolve('.'),
        contentDir: this.content,
        outDir: `${out} published`,
        base: '',
        origin: '',
      }),
    );
  }

  /** The files in which the site is not as a whole build makes it. */
  unlikeWhole(): readonly string[] {
    this.build(['--full'], this.#whole);
    return differing(this.site, this.#whole);
  }
}

/** Paths of files that are in one folder alone or have other bytes there. */
function differing(one: string, other: string): readonly string[] {
  const [a, b] = [digestsIn(one), digestsIn(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort();
}

const digestsIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    (existsSync(folder) ? globSync('**/*', { cwd: folder, exclude: [] }) : [])
      .concat('.zhangbang.json', '.well-known/security.txt')
      .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true)
      .map((path) => [
        path.replaceAll('\\', '/'),
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
  );
