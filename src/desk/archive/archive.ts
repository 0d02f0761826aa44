import { join } from 'node:path';
import { isCurrent } from '../../core/announcement/withdrawal.ts';
import { sitePages } from '../../core/check/site-pages.ts';
import type { CheckedContent } from '../../core/check.ts';
import { ContentFolder, type AnnouncementFile } from '../../core/corpus/content-folder.ts';
import type { Corpus, Entry, Words } from '../../core/corpus/corpus.ts';
import { idsOf, loadCorpus } from '../../core/corpus/load.ts';
import { collectionOf } from '../../core/edition.ts';
import { linkAnnouncements } from '../../core/project.ts';
import { ExistingAnnouncements } from '../../core/proposals/existing.ts';
import { checkRules, type Judged } from '../../core/rules/judge.ts';
import type { SitePages } from '../../core/body/site-links.ts';
import { NameIndex } from './name-index.ts';
import { stampOf, stampOfSettings } from './stamps.ts';

/** All announcements of a content folder at one moment, linked. */
export interface Holding {
  readonly corpus: Corpus;
  readonly existing: ExistingAnnouncements;
  /** Announcements, readable or not, by what they are called and what they name. */
  readonly names: NameIndex;
  /** The pages that a body may link to. */
  readonly pages: SitePages;
  readonly judgements: Judged['judgements'];
}

/**
 * A content folder that is kept in memory, so that a draft is held against ten thousand announcements while it is
 * written. Looked at again, it reads what has changed.
 */
export class Archive {
  readonly contentDir: string;
  readonly #words = new Map<string, Words | Entry>();
  readonly #stamps = new Map<string, string>();
  #settings: string | undefined;
  #holding: Holding | undefined;

  constructor(contentDir: string) {
    this.contentDir = contentDir;
  }

  /** What is there now, as far as `refresh` has looked; the first time it reads all. */
  get holding(): Holding {
    return this.#holding ?? this.refresh();
  }

  /** Looks at the folder again and reads what is new. Never throws for anything a clerk can put there. */
  refresh(): Holding {
    const folder = new ContentFolder(this.contentDir);
    const files = [...folder.announcementFiles()];
    const settings = stampOfSettings(this.contentDir);
    const changed = files.filter((place) => this.#isNew(place));
    const there = new Set(files.map(({ file }) => file));
    const gone = [...this.#words.keys()].filter((file) => !there.has(file));
    if (this.#holding && changed.length === 0 && gone.length === 0 && settings === this.#settings)
      return this.#holding;
    this.#settings = settings;
    for (const file of gone) {
      this.#words.delete(file);
      this.#stamps.delete(file);
    }
    const ids = idsOf(
      files.map(({ id }) => id),
      folder.spoiled,
    );
    const read = loadCorpus(this.contentDir, undefined, {
      read: changed,
      ids,
      files: files.map(({ file }) => file),
      about: new Set(),
    });
    for (const { file } of changed) this.#words.delete(file);
    for (const words of [...read.unreadable, ...read.entries])
      if (words.file.startsWith('announcements/')) this.#words.set(words.file, words);
    return (this.#holding = holdingOf(this.#together(read, files)));
  }

  /** Of a folder of an announcement, the time of the folder tells that an attachment came or went. */
  #isNew({ file, folder }: AnnouncementFile): boolean {
    const stamp = [file, ...(folder === undefined ? [] : [folder])]
      .map((path) => stampOf(join(this.contentDir, path)))
      .join(' ');
    if (this.#stamps.get(file) === stamp) return false;
    this.#stamps.set(file, stamp);
    return true;
  }

  #together(read: Corpus, files: readonly AnnouncementFile[]): Corpus {
    const all = files.flatMap(({ file }) => this.#words.get(file) ?? []);
    const entries = all.filter((words): words is Entry => 'announcement' in words);
    const others = read.unreadable.filter(({ file }) => !file.startsWith('announcements/'));
    return {
      ...read,
      entries,
      current: entries.filter(isCurrent),
      unreadable: [...all.filter((words) => !('announcement' in words)), ...others],
    };
  }
}

function holdingOf(corpus: Corpus): Holding {
  const links = linkAnnouncements(corpus.entries, corpus.ids);
  let judgements: Judged['judgements'] | undefined;
  const judged = (): Judged['judgements'] =>
    (judgements ??= checkRules({
      entries: corpus.entries,
      effective: links.effective,
      calendar: corpus.calendar,
      local: corpus.site?.localPeriods ?? [],
    }).judgements);
  const content: CheckedContent = {
    corpus,
    links,
    collection: collectionOf(corpus, links),
    get judgements() {
      return judged();
    },
    excused: new Map(),
    findings: [],
  };
  return {
    corpus,
    existing: new ExistingAnnouncements(content),
    names: new NameIndex(corpus),
    pages: sitePages(corpus),
    get judgements() {
      return judged();
    },
  };
}
