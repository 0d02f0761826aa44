import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { ListedItem, Past } from '../build/past.ts';
import type { Corpus, Entry } from '../core/corpus/corpus.ts';
import { presentOf, type History, type Recall } from '../core/check/published.ts';
import { digestFile } from '../core/corpus/digest.ts';
import type { Site } from '../core/corpus/settings/site.ts';
import { publish } from '../core/ledger/judge.ts';
import type { Published } from '../core/ledger/published.ts';
import { parseHead, parsePublished, SpoiledLine, toLines } from '../core/ledger/list.ts';
import { FORMAT } from '../core/ledger/record.ts';
import { realDisk, writeWhole } from '../mirror/disk.ts';
import { sha256 } from '../ledger/hashes.ts';
import { pastWithLedger, recallWithLedger } from '../ledger/recall.ts';
import { SettingsError, type Settings } from '../settings.ts';
import { realPath } from './target.ts';
import { removed, rename } from '../patience.ts';

/**
 * The list of what has been published in a folder: beside it, `dist.published.ndjson` beside `dist`, so that the site
 * stays a function of its content. A sample site has none, for its announcements are edited every day. Where another
 * site's list lies, ours is kept aside under a name of its own until ours is published there again.
 */
export class PublishedList {
  readonly #file: string;
  readonly #now: string;
  /** What was published of a site, by its ledger first; nothing where neither is there, as before its first build. */
  readonly recall: Recall;
  /** The same for a check that asks for few of them. */
  readonly past: (site: Site | undefined, ids: ReadonlySet<string>) => Past | undefined;
  readonly #digests = new Map<string, ReturnType<typeof digestFile>>();
  #kept: ReadonlyMap<string, Published> = new Map();
  /** The name that the site had in the list, where it has another now. */
  #formerName: string | undefined;

  /** @param settings the folders of the content and of the site, and the moment of this run */
  constructor({ contentDir, outDir, now }: Pick<Settings, 'contentDir' | 'outDir' | 'now'>) {
    this.#file = `${realPath(outDir)}.published.ndjson`;
    this.#now = now;
    const means = { now, digestFile: this.#digest };
    const lists = { recall: this.#recallListed, past: this.#pastListed, means };
    this.recall = recallWithLedger(contentDir, lists);
    this.past = pastWithLedger(contentDir, lists);
  }

  /** @throws {SettingsError} when the list is spoiled */
  readonly #recallListed = (site: Site | undefined, ids: ReadonlySet<string>): History | undefined => {
    const file = this.#countingList(site, ids);
    if (file === undefined) return undefined;
    this.#kept = readList(file);
    return { kept: this.#kept, now: this.#now, hash: sha256, digestFile: this.#digest };
  };

  readonly #pastListed = (site: Site | undefined, ids: ReadonlySet<string>): Past | undefined => {
    const file = this.#countingList(site, ids);
    if (file === undefined) return undefined;
    const { size, mtimeMs, ino } = statSync(file);
    return {
      tag: `${file} ${size} ${mtimeMs} ${ino}`,
      items: () => itemsIn(file),
      at: ({ place }) => recordAt(file, place),
      all: () => ({ kept: readList(file) }),
      faults: () => [],
      now: this.#now,
      hash: sha256,
      digestFile: this.#digest,
    };
  };

  /** Whether there is no list beside a site that was published; then all of it is written down again. */
  isLost(site: Site | undefined): boolean {
    return site?.isSample !== true && !existsSync(this.#file);
  }

  /** The list that a site with announcements of these ids is held against; says why where one lies there and is not. */
  #countingList(site: Site | undefined, ids: ReadonlySet<string>): string | undefined {
    if (!site) return undefined;
    const other = siteOf(this.#file);
    if (site.isSample) {
      if (other === site.siteName) console.error(unasked(this.#file));
      return undefined;
    }
    const own = this.#listOf(site.siteName);
    if (own !== undefined || other === undefined) return own;
    if (!isSameSite(readList(this.#file), ids)) {
      console.error(foreign(this.#file, other, site.siteName));
      return undefined;
    }
    this.#formerName = other;
    return this.#file;
  }

  /**
   * Writes down what is published now. The list that was there is lost at no moment, a power cut included.
   * @param entries announcements that were looked at; with `isPart`, others that there are stay in the list as they are
   */
  keep(
    { corpus: { ids, site }, entries }: { corpus: Corpus; entries: Iterable<Entry> },
    contentDir: string,
    isPart: boolean,
  ): void {
    if (!site || site.isSample) return;
    const file = this.#countingList(site, ids);
    const kept = file === undefined ? this.#kept : readList(file);
    const published = Array.from(entries, (entry) => {
      const firstSeen = kept.get(entry.id)?.firstSeen ?? this.#now;
      return publish(entry, presentOf(entry, contentDir, this.#digest), firstSeen, sha256);
    });
    const fresh = new Set(published.map(({ id }) => id));
    const others = isPart ? [...kept.values()].filter(({ id }) => ids.has(id) && !fresh.has(id)) : [];
    const other = siteOf(this.#file);
    if (other !== undefined && other !== site.siteName && other !== this.#formerName)
      rename(this.#file, this.#asideFor(other));
    writeWhole(realDisk, this.#file, [...toLines(site.siteName, [...others, ...published])].join(''));
    removed(this.#asideFor(site.siteName));
  }

  #listOf(site: string): string | undefined {
    return [this.#file, this.#asideFor(site)].find((file) => siteOf(file) === site);
  }

  #asideFor(site: string): string {
    return this.#file.replace(/ndjson$/u, `${sha256(site).slice(0, 8)}.ndjson`);
  }

  /** The judge and the list ask for the same files. */
  readonly #digest = (path: string): ReturnType<typeof digestFile> => {
    const digest = this.#digests.get(path) ?? digestFile(path);
    this.#digests.set(path, digest);
    return digest;
  };
}

const foreign = (file: string, other: string, site: string): string =>
  `提醒：${file} 是“${other}”的发布清单，没有拿“${site}”的公告与它比对，也不会丢掉它。两个网站请用两个 OUT_DIR。`;

/** A list of another name that holds mostly these announcements is that of a site that was renamed. */
const isSameSite = (kept: ReadonlyMap<string, Published>, ids: ReadonlySet<string>): boolean =>
  kept.size > 0 && [...kept.keys()].filter((id) => ids.has(id)).length * 2 >= kept.size;

const unasked = (file: string): string =>
  `提醒：本站现在写着“示例站: 是”，没有与发布清单 ${file} 比对。正式的网站请改回来。`;

/** The site that a list is of; undefined where there is no list. */
function siteOf(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { site, format } = parseHead(firstLine(file));
    if (format > FORMAT) throw new SettingsError(`${file} 是更新的版本写的，这个版本读不懂。请先更新程序。`);
    return site;
  } catch (error) {
    throw error instanceof SpoiledLine ? spoiled(file, 1) : error;
  }
}

function firstLine(file: string): string {
  const buffer = Buffer.alloc(4096);
  const opened = openSync(file, 'r');
  try {
    const text = buffer.toString('utf8', 0, readSync(opened, buffer));
    return text.slice(0, text.indexOf('\n') + 1);
  } finally {
    closeSync(opened);
  }
}

const readList = (file: string): ReadonlyMap<string, Published> =>
  new Map([...recordsIn(file)].map(({ published }) => [published.id, published]));

function* itemsIn(file: string): Generator<ListedItem> {
  for (const { published, start, length } of recordsIn(file))
    yield { id: published.id, digest: published.digest, place: `${start} ${length}` };
}

/** @throws {SettingsError} when a line is not as it was written, or one is missing */
function* recordsIn(file: string): Generator<{ published: Published; start: number; length: number }> {
  let [count, number, start] = [0, 0, 0];
  try {
    for (const line of linesOf(readFileSync(file))) {
      number += 1;
      const length = Buffer.byteLength(line);
      if (number === 1) count = parseHead(line).count;
      else yield { published: parsePublished(line, sha256), start, length };
      start += length + 1;
    }
  } catch (error) {
    throw error instanceof SpoiledLine ? spoiled(file, number) : error;
  }
  if (number - 1 !== count) throw spoiled(file, number + 1);
}

/**
 * @param place first byte and number of bytes
 * @throws {SettingsError} when another line stands there by now
 */
function recordAt(file: string, place: string): Published {
  const [start = 0, length = 0] = place.split(' ').map(Number);
  const buffer = Buffer.alloc(length);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, buffer, 0, length, start);
    return parsePublished(buffer.toString('utf8'), sha256);
  } catch (error) {
    throw error instanceof SpoiledLine ? spoiled(file, 1) : error;
  } finally {
    closeSync(opened);
  }
}

/** Line by line: a list of 100,000 announcements is 300 MB. What follows the last line break is a broken line. */
function* linesOf(bytes: Buffer): Generator<string> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start);
    yield bytes.toString('utf8', start, end < 0 ? bytes.length : end);
    if (end < 0) return;
    start = end + 1;
  }
}

const spoiled = (file: string, line: number): SettingsError =>
  new SettingsError(
    `发布清单 ${file} 的第 ${line} 行坏了或者被改动过，没有办法与已经发布的公告比对。什么也没有改动。请从备份里放回这个文件；没有备份的，核对全部公告以后把它移走，下一次生成网站时从头记起。`,
  );
