import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from '../refused.ts';
import { onDisk } from '../disk-trouble.ts';
import { realDisk, writeWhole, type DraftDisk } from './disk.ts';
import { recordSchema, type DraftRecord, type FileRecord } from './record.ts';

/** What a draft begins with. */
type Beginning = Pick<
  DraftRecord,
  'category' | 'type' | 'related' | 'existing' | 'author' | 'answers' | 'body'
>;

/** What a save may change. */
type Change = Partial<Omit<DraftRecord, 'format' | 'key' | 'rev' | 'createdAt' | 'changedAt'>>;

/** A draft that cannot be opened, with why. */
interface Unreadable {
  readonly key: string;
  readonly why: string;
}

const KEY = /^[a-z0-9]{16}$/u;
const RECORD = 'draft.json';
const BIN = 'bin';

/**
 * The drafts of one content folder, a folder each: `<key>/draft.json` with all that was written, `<key>/files/` with
 * the attachments, `<key>/original.*` the document that it was made from. The bin is a folder beside them.
 */
export class Shelf {
  readonly folder: string;
  readonly #now: () => string;
  readonly #disk: DraftDisk;

  /** @param now gives the present in Shanghai time; a wrong clock spoils nothing but what is shown of it */
  constructor(folder: string, now: () => string, disk: DraftDisk = realDisk) {
    this.folder = folder;
    this.#now = now;
    this.#disk = disk;
    disk.makeFolder(folder);
    // Whatever keeps the content: drafts are nobody else's yet.
    if (!existsSync(join(folder, '.gitignore'))) writeWhole(disk, join(folder, '.gitignore'), '*\n');
  }

  /** All drafts that can be read, the last changed first, and those that cannot. */
  list(): { readonly drafts: readonly DraftRecord[]; readonly unreadable: readonly Unreadable[] } {
    const drafts: DraftRecord[] = [];
    const unreadable: Unreadable[] = [];
    for (const key of readdirSync(this.folder).filter((name) => KEY.test(name))) {
      // A folder whose first save was cut short has nothing in it yet.
      if (!existsSync(join(this.folder, key, RECORD))) continue;
      try {
        drafts.push(this.read(key));
      } catch (cause) {
        if (!(cause instanceof Refused)) throw cause;
        unreadable.push({ key, why: cause.message });
      }
    }
    return { drafts: drafts.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1)), unreadable };
  }

  /** @throws {Refused} 404 where there is none, 422 where it cannot be read */
  read(key: string): DraftRecord {
    const path = join(this.folderOf(key), RECORD);
    const text = textOf(path);
    if (text === undefined) throw unknown();
    const parsed = recordSchema.safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    throw new Refused(
      422,
      { message: '这份草稿打不开，内容还在。', help: `请技术人员看这个文件夹：${this.folderOf(key)}` },
      parsed.error,
    );
  }

  /** Whether a draft of this key was begun here. */
  has(key: string): boolean {
    return KEY.test(key) && existsSync(join(this.folder, key, RECORD));
  }

  /** Folder of a draft, whether it is there or not. @throws {Refused} 404 for a key that none can have */
  folderOf(key: string): string {
    if (!KEY.test(key)) throw unknown();
    return join(this.folder, key);
  }

  create(beginning: Beginning): DraftRecord {
    const now = this.#now();
    const record = recordSchema.parse({
      ...beginning,
      format: 1,
      key: randomBytes(8).toString('hex'),
      rev: 1,
      createdAt: now,
      changedAt: now,
      phase: 'draft',
      files: [],
    });
    return this.#write(record);
  }

  /**
   * Puts a change in the place of what was there.
   * @param rev that of the draft which the change was made on
   * @throws {Refused} 409 where it is not the newest, 503 where the disk does not take it: the draft is then as it was
   */
  save(key: string, rev: number, change: Change): DraftRecord {
    const record = this.read(key);
    if (rev !== record.rev) {
      throw new Refused(409, { message: '这份草稿在别处改过了。', help: '对照两份，选一份留下。' });
    }
    return this.#write({ ...record, ...change, rev: rev + 1, changedAt: this.#now() });
  }

  /** Changes what is not typed, of the same rev: what is being typed meanwhile stays the newest. */
  amend(key: string, change: Omit<Change, 'answers' | 'body'>): DraftRecord {
    return this.#write({ ...this.read(key), ...change });
  }

  /** Puts other attachments in the place of those there were. */
  arrange(key: string, change: (files: readonly FileRecord[]) => FileRecord[]): void {
    this.amend(key, { files: change(this.read(key).files) });
  }

  /** A draft that is discarded lies in the bin for 30 days. */
  discard(key: string): void {
    this.read(key);
    onDisk(() => {
      this.#disk.makeFolder(join(this.folder, BIN));
      this.#disk.rename(this.folderOf(key), join(this.folder, BIN, `${this.#now().slice(0, 10)}.${key}`));
    });
  }

  /**
   * Empties the bin of what has lain there for 30 days.
   * A clock that is ahead by more than a year is not believed.
   */
  emptyBin(): void {
    const bin = join(this.folder, BIN);
    if (!existsSync(bin)) return;
    const today = Temporal.PlainDate.from(this.#now().slice(0, 10));
    for (const name of readdirSync(bin)) {
      const day = /^(\d{4}-\d\d-\d\d)\.[a-z0-9]{16}$/u.exec(name)?.[1];
      if (day === undefined) continue;
      const { days } = Temporal.PlainDate.from(day).until(today, { largestUnit: 'days' });
      if (days > DAYS_IN_BIN && days < DAYS_BELIEVED) this.#disk.remove(join(bin, name));
    }
  }

  #write(record: DraftRecord): DraftRecord {
    const folder = this.folderOf(record.key);
    onDisk(() => {
      this.#disk.makeFolder(folder);
      writeWhole(this.#disk, join(folder, RECORD), `${JSON.stringify(record, undefined, 2)}\n`);
    });
    return record;
  }
}

const DAYS_IN_BIN = 30;
/** A machine that was off for a year empties its bin by hand; a clock that is years ahead is wrong. */
const DAYS_BELIEVED = 400;

const unknown = (): Refused =>
  new Refused(404, { message: '没有这份草稿。', help: '回到工作台看看，也许已经删了。' });

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(String((cause as NodeJS.ErrnoException).code))) return undefined;
    throw cause;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
