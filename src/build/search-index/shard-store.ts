import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removed, rename } from '../../patience.ts';
import type { ShardFiles } from './shard-files.ts';

/** A finished file of an index: below `search/index/` in the site, and where it is kept. */
export interface KeptFile {
  readonly path: string;
  /** Absolute path of a file that must never be written to: sites hold it under names of their own. */
  readonly copyOf: string;
  readonly bytes: number;
  /** 64 digits. */
  readonly sha256: string;
}

/** `ShardFiles` as they are kept. */
export interface KeptShard {
  readonly files: readonly KeptFile[];
  readonly ids: readonly string[];
}

/** What of a kept shard is written down beside its files. */
interface List {
  readonly files: readonly Omit<KeptFile, 'copyOf'>[];
  readonly ids: readonly string[];
}

/** Beside the files of a shard: the digest of the rest on a line of its own, then a `List` as JSON. */
const LIST = 'list';

/**
 * How many shards that are not in use are kept, beyond as many as are in use: an edit may be taken back, and other
 * content may be built from the same project.
 */
const SPARE = 8;

/** In milliseconds: what was used within it may be in the hands of another build. */
const IN_HAND = 60 * 60_000;

/**
 * Finished shards by keys that mean their bytes, a folder each. Several builds may use one store at a time: a shard is
 * written aside and comes to its place whole, and what is there is read once more before it is used.
 */
export class ShardStore {
  readonly #folder: string;

  /** @param folder absolute path; made when something is kept */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The shard of a key; nothing if there is none, or if not every byte of it is as it was written. */
  async recall(key: string): Promise<KeptShard | undefined> {
    const folder = join(this.#folder, key);
    const list = await readList(folder).catch(() => undefined);
    if (!list) return undefined;
    const files = list.files.map((file) => ({ ...file, copyOf: join(folder, file.path) }));
    const whole = await Promise.all(files.map(isWhole));
    if (whole.includes(false)) return undefined;
    const now = new Date();
    await utimes(folder, now, now);
    return { files, ids: list.ids };
  }

  /**
   * Keeps a shard, unless another build was quicker.
   * @throws when the disk does not take it
   */
  async keep(key: string, shard: ShardFiles): Promise<KeptShard> {
    const made = await this.#aside();
    try {
      await writeShard(made, shard);
      return await this.#put(made, key);
    } finally {
      removed(made);
    }
  }

  /** Removes what was not used for longest, and what builds that were killed have left. */
  async tidy(used: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    const found = await Promise.all(names.map((name) => this.#aged(name)));
    const unused = found
      .filter(({ name, age }) => age > IN_HAND && !used.has(name))
      .sort((a, b) => a.age - b.age);
    const broken = unused.filter(({ name }) => name.startsWith(NEW));
    const spare = unused.filter((one) => !broken.includes(one)).slice(used.size + SPARE);
    for (const { name } of [...broken, ...spare]) await this.#discard(name);
  }

  async #put(made: string, key: string): Promise<KeptShard> {
    for (let tries = 1; ; tries += 1) {
      const failure = failureOf(() => this.#place(made, key));
      const kept = await this.recall(key);
      if (kept) return kept;
      if (failure === undefined || tries === TRIES) throw notKept(this.#folder, failure);
      // What stands there is damaged.
      await this.#discard(key);
    }
  }

  #place(made: string, key: string): void {
    const place = join(this.#folder, key);
    // Another build was quicker, or what stands there is damaged: to wait would be in vain.
    if (existsSync(place)) throw new Error(`${place} is there already`);
    rename(made, place);
  }

  /** Moves a folder away in one step, then removes its files. */
  async #discard(name: string): Promise<void> {
    const aside = await this.#aside();
    failureOf(() => rename(join(this.#folder, name), join(aside, 'old')));
    removed(aside);
  }

  /** Makes an empty folder with a name of its own. */
  async #aside(): Promise<string> {
    const folder = join(this.#folder, `${NEW}${randomUUID()}`);
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** Its age in milliseconds since it was used; what has gone meanwhile is new. */
  async #aged(name: string): Promise<{ name: string; age: number }> {
    const age = await stat(join(this.#folder, name)).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    return { name, age };
  }
}

/** Begins the names of folders that are not in their place yet, or not any more. */
const NEW = '.new-';

/** How often a damaged shard is cleared away that others write at the same time. */
const TRIES = 3;

/** What an act throws; nothing where it succeeds. */
function failureOf(act: () => void): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
}

const notKept = (folder: string, cause: unknown): Error =>
  new Error(`检索没有建立：${folder} 里写不进文件，或者写下的和读出的不同。请检查磁盘，再运行一次。`, {
    cause,
  });

async function writeShard(folder: string, { files, ids }: ShardFiles): Promise<void> {
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const list: List = {
    files: files.map(({ path, content }) => ({ path, bytes: content.length, sha256: sha256(content) })),
    ids,
  };
  const text = JSON.stringify(list);
  await writeFile(join(folder, LIST), `${sha256(text)}\n${text}`);
}

async function readList(folder: string): Promise<List | undefined> {
  const [digest, text = ''] = (await readFile(join(folder, LIST), 'utf8')).split('\n');
  return digest === sha256(text) ? (JSON.parse(text) as List) : undefined;
}

const isWhole = ({ copyOf, sha256: digest }: KeptFile): Promise<boolean> =>
  readFile(copyOf).then(
    (content) => sha256(content) === digest,
    () => false,
  );

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
