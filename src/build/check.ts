import type { Instant } from '../core/announcement/instant.ts';
import { headingsOf } from '../core/body/render.ts';
import { idInPath, type SitePages } from '../core/body/site-links.ts';
import { byPlace, checkHall, findIn, settle, type CheckedContent } from '../core/check.ts';
import { checkDisclosed } from '../core/check/disclosed.ts';
import type { Inspect } from '../core/corpus/attachment-content.ts';
import { ORIGINALS, type AnnouncementFile } from '../core/corpus/content-folder.ts';
import type { Corpus, Entry, Words } from '../core/corpus/corpus.ts';
import { loadCorpus, loadSite } from '../core/corpus/load.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { collectionOf, type Collection } from '../core/edition.ts';
import { linkAnnouncements } from '../core/project.ts';
import { AnnouncementTable } from './announcements.ts';
import { HallTable } from './hall.ts';
import {
  catalogueQuestion,
  nameOf,
  NameTable,
  namesOf,
  offersOf,
  questionFor,
  type Key,
  type Known,
} from './names.ts';
import { PastTable, type Past } from './past.ts';
import type { State } from './state.ts';
import { idsIn, structureFindings, surveyContent, type Look, type Survey } from './survey.ts';

/** How a folder is checked. */
interface CheckOrder extends Look {
  /** Opens attachments; see `check`. */
  readonly inspect: Inspect;
  /** The moment of the run, at which announcements may wait for their time. */
  readonly now: (site: Corpus['site']) => Instant;
  /** What was published of a site with announcements of these ids; see `Recall`. */
  readonly past?: (site: Corpus['site'], ids: ReadonlySet<string>) => Past | undefined;
  /** Most files that are read at once where not all of `content` is wanted: for less memory they are read twice. */
  readonly most?: number;
  /** Is given what was checked, part by part; each is let go before the next is read. */
  readonly take?: (content: CheckedContent) => void;
  /** Whether it is told what is published ahead of its time; the same on every run with one state. */
  readonly tellsAhead: boolean;
}

/** What a check has found out that remembers the one before. */
interface IncrementalCheck {
  /** Of everything, as a check of everything would give them. */
  readonly findings: readonly Diagnostic[];
  /** How many ids there are, and how many announcement files were looked at again. */
  readonly count: number;
  readonly looked: number;
  /**
   * What was looked at again: whole matters, checked and linked, with all the settings. `findings` and `excused` are of
   * these; `corpus.ids` are all that there are, `corpus.files` those that were read.
   * Where they were read in parts, the last of them.
   */
  readonly content: CheckedContent;
  /** Ids of announcements whose matters are to be made anew: those in `content`, where `most` did not divide it. */
  readonly dirty: ReadonlySet<string>;
  /** Ids that were announcements when they were last looked at, and are none any more. */
  readonly removed: ReadonlySet<string>;
  /** Whether a file of the disclosure catalogue, an attachment too, is another than it was. */
  readonly isDisclosureChanged: boolean;
}

/**
 * Checks a content folder by what the state remembers of the last check, and lets the state remember this one: to be
 * called within a transaction. The findings are those of a check of everything; what cannot have changed is not read.
 */
export const incrementalCheck = (state: State, order: CheckOrder): IncrementalCheck =>
  new Check(state, order).run();

class Check {
  readonly #state: State;
  readonly #order: CheckOrder;
  readonly #table: AnnouncementTable;
  readonly #names: NameTable;
  readonly #hall: HallTable;
  readonly #past: PastTable;
  /** What the links of each file have asked. */
  readonly #questions = new Map<string, Set<Key>>();
  #ids: ReadonlySet<string> = new Set();

  constructor(state: State, order: CheckOrder) {
    this.#state = state;
    this.#order = order;
    this.#table = new AnnouncementTable(state);
    this.#names = new NameTable(state);
    this.#hall = new HallTable(state);
    this.#past = new PastTable(state);
  }

  run(): IncrementalCheck {
    const site = loadSite(this.#order.contentDir);
    const now = this.#order.now(site);
    const isFirst = this.#table.count === 0;
    const survey = surveyContent(this.#state, this.#table, this.#order);
    const before = this.#entriesIn([...survey.changed, ...survey.gone]);
    for (const file of survey.gone) this.#table.forget(file);
    this.#ids = idsIn(this.#state, this.#table);
    const restated = this.#past.update(this.#order.past?.(site, this.#ids));
    const files = isFirst ? survey.changed : this.#affected(survey, restated, now);
    for (const file of [...files, ...survey.gone]) {
      this.#names.drop(file);
      this.#hall.drop(file);
    }
    const content = this.#checkInParts(files, survey, now);
    this.#state.set('now', now);
    const dirty = this.#entriesIn([...files]);
    return {
      findings: [
        ...structureFindings(this.#state),
        ...content.findings.filter((finding) => !isKept(finding, files)),
        ...this.#table.findings(),
        ...this.#hallFindings(content, files),
      ].sort(byPlace),
      count: this.#ids.size,
      looked: files.size,
      content,
      dirty,
      removed: before.difference(dirty),
      isDisclosureChanged: survey.isDisclosureChanged,
    };
  }

  /** Ids of those files that could be read when they were last looked at. */
  #entriesIn(files: readonly string[]): ReadonlySet<string> {
    return new Set(this.#table.some(files.filter((file) => this.#table.isEntry(file))).map(({ id }) => id));
  }

  /** Files of which something else may be found now, and all that are checked together with them. */
  #affected(survey: Survey, restated: ReadonlySet<string>, now: Instant): ReadonlySet<string> {
    const fresh = this.#namesNow(survey.changed);
    const offers = [...survey.changed, ...survey.gone].flatMap((file) => [
      ...this.#names.of(file, 'offers'),
      ...(fresh.get(file)?.offers ?? []),
    ]);
    const asked = [
      ...offers,
      ...[...survey.ids].flatMap((id) => offersOf(id, undefined)),
      ...(survey.isDisclosureChanged ? [catalogueQuestion()] : []),
    ];
    const files = this.#names.together(
      [
        ...survey.changed,
        ...survey.gone,
        ...this.#table.wrong(),
        ...this.#table.between(this.#state.get('now') ?? now, now),
        ...this.#table.toOpen().symmetricDifference(new Set(this.#table.opened())),
        ...this.#names.with('questions', asked),
        ...this.#names.with('names', [...survey.ids, ...survey.originals, ...restated].map(nameOf)),
        ...this.#past.unpublished(),
      ],
      new Map([...fresh].map(([file, { names }]) => [file, names])),
    );
    return files.difference(new Set(survey.gone));
  }

  /** What changed files are known by now; takes down what they say of themselves. */
  #namesNow(changed: ReadonlySet<string>): ReadonlyMap<string, Pick<Known, 'names' | 'offers'>> {
    if (changed.size === 0) return new Map();
    const read = this.#table.some(changed);
    const byFile = wordsByFile(this.#load(read, new Set()));
    return new Map(
      read.map(({ file, id }) => {
        const words = byFile.get(file);
        this.#table.tell(file, entryIn(words));
        return [file, { names: namesOf(id, words), offers: offersOf(id, words) }];
      }),
    );
  }

  /** Reads announcements, and all settings. @param about ids whose originals are looked at */
  #load(read: readonly AnnouncementFile[], about: ReadonlySet<string>): Corpus {
    const files = read.map(({ file }) => file);
    return loadCorpus(this.#order.contentDir, undefined, { read, ids: this.#ids, files, about });
  }

  /** Checks files and keeps what is found, so many together as memory allows; gives the last of what was checked. */
  #checkInParts(files: ReadonlySet<string>, survey: Survey, now: Instant): CheckedContent {
    const [first, ...others] = this.#partsOf(files);
    const content = this.#checkAndKeep(first!, survey, now);
    // Each part looks at its own originals; what else has changed the first has looked at.
    const rest = {
      ...survey,
      originals: new Set<string>(),
      ids: new Set<string>(),
      isDisclosureChanged: false,
    };
    return others.reduce((_, part) => this.#checkAndKeep(part, rest, now), content);
  }

  #checkAndKeep(files: ReadonlySet<string>, survey: Survey, now: Instant): CheckedContent {
    const content = this.#check(files, survey, now);
    this.#keep(files, survey, content);
    this.#order.take?.(content);
    return content;
  }

  /** Whole matters, in parts of about so many files as are checked at once. */
  #partsOf(files: ReadonlySet<string>): readonly ReadonlySet<string>[] {
    const { most = Infinity } = this.#order;
    if (files.size <= most) return [files];
    this.#nameAll(files, most);
    const parts = [new Set<string>()];
    // A file that has another name by now is known by what is in it: all new ones are held against all that are gone.
    const last = this.#names.together(
      this.#past.gone(this.#ids).length > 0 ? this.#past.unpublished() : [],
      new Map(),
    );
    const placed = new Set(last);
    for (const file of files) {
      if (placed.has(file)) continue;
      if (parts.at(-1)!.size >= most) parts.push(new Set());
      for (const other of this.#names.together([file], new Map())) {
        placed.add(other);
        parts.at(-1)!.add(other);
      }
    }
    return last.size > 0 ? [...parts, last] : parts;
  }

  /** Takes down by what names files are known, reading so many at once. */
  #nameAll(files: ReadonlySet<string>, most: number): void {
    const all = [...files];
    for (let index = 0; index < all.length; index += most)
      for (const [file, known] of this.#namesNow(new Set(all.slice(index, index + most))))
        this.#names.put(file, { ...known, questions: [] });
  }

  #check(files: ReadonlySet<string>, survey: Survey, now: Instant): CheckedContent {
    const { contentDir, inspect, tellsAhead } = this.#order;
    const read = this.#table.some(files);
    const corpus = this.#load(read, originalsIn(read, survey));
    const byFile = wordsByFile(corpus);
    for (const { file } of read) this.#table.tell(file, entryIn(byFile.get(file)));
    const about = new Set([...read.map(({ id }) => id), ...this.#past.gone(this.#ids)]);
    const { found, content } = findIn(corpus, {
      contentDir,
      about,
      opened: this.#idsToOpen(corpus),
      inspect,
      recall: () => this.#past.history(about),
      now: tellsAhead ? now : undefined,
      pagesFor: (words, known) => this.#pagesFor(words, known),
    });
    return settle(content, [...found, ...this.#disclosed(corpus, survey)]);
  }

  #idsToOpen({ entries }: Corpus): ReadonlySet<string> {
    const toOpen = this.#table.toOpen();
    return new Set(entries.filter(({ file }) => toOpen.has(file)).map(({ id }) => id));
  }

  /** What is found in the attachments of the disclosure catalogue, which are opened when one of them has changed. */
  #disclosed({ disclosure }: Corpus, { isDisclosureChanged }: Survey): readonly Diagnostic[] {
    const kept = this.#state.get('disclosed');
    if (kept !== undefined && !isDisclosureChanged) return JSON.parse(kept) as Diagnostic[];
    const found = checkDisclosed(disclosure, this.#order.contentDir, this.#order.inspect);
    this.#state.set('disclosed', JSON.stringify(found));
    return found;
  }

  /** The pages that a file may link to; what it asks is noted, and answered for announcements that were not read. */
  #pagesFor({ file }: Words, known: SitePages): SitePages {
    const asked = new Set<Key>();
    this.#questions.set(file, asked);
    return {
      ...known,
      has: (path) => {
        asked.add(questionFor(path));
        return known.has(path) || this.#names.hasOldPage(path);
      },
      headings: (path) => {
        asked.add(questionFor(path));
        return known.headings(path) ?? this.#headingsIn(idInPath(path));
      },
    };
  }

  #headingsIn(id: string | undefined): number | undefined {
    const files = id === undefined ? [] : this.#table.withId(id).filter((file) => this.#table.isEntry(file));
    const [entry] = this.#load(this.#table.some(files), new Set()).entries;
    return entry && headingsOf(entry.body).length;
  }

  #keep(files: ReadonlySet<string>, survey: Survey, { corpus, collection, findings }: CheckedContent): void {
    const [byFile, found] = [wordsByFile(corpus), Map.groupBy(findings, ({ file }) => file)];
    const toOpen = this.#table.toOpen();
    const read = this.#table.some(files);
    for (const { file, id } of read) {
      const words = byFile.get(file);
      const questions = [...(this.#questions.get(file) ?? [])];
      this.#names.put(file, { names: namesOf(id, words), offers: offersOf(id, words), questions });
      this.#table.keep(file, found.get(file) ?? [], toOpen.has(file));
    }
    const ofOriginals = Map.groupBy(findings.filter(isOfOriginals), ({ file }) => file.split('/')[1]!);
    for (const id of originalsIn(read, survey))
      this.#table.keepAt(`${ORIGINALS}/${id}`, ofOriginals.get(id) ?? []);
    this.#hall.put(collection);
  }

  /** What is found of the screens, by the announcements that they may show. */
  #hallFindings({ corpus, collection }: CheckedContent, files: ReadonlySet<string>): readonly Diagnostic[] {
    const shown = this.#names.together(this.#hall.shownOn(corpus.screens, corpus.site), new Map());
    const sorted = [...shown].sort();
    const kept = this.#state.get('hall');
    if (kept !== undefined && shown.isDisjointFrom(files)) {
      const last = JSON.parse(kept) as { shown: readonly string[]; findings: readonly Diagnostic[] };
      if (last.shown.join('\n') === sorted.join('\n')) return last.findings;
    }
    const findings = checkHall(
      shown.isSubsetOf(new Set(corpus.files)) ? collection : this.#collectionOf(shown),
    );
    this.#state.set('hall', JSON.stringify({ shown: sorted, findings }));
    return findings;
  }

  #collectionOf(files: ReadonlySet<string>): Collection {
    const corpus = this.#load(this.#table.some(files), new Set());
    return collectionOf(corpus, linkAnnouncements(corpus.entries, corpus.ids));
  }
}

const wordsByFile = ({ entries, unreadable }: Corpus): ReadonlyMap<string, Words | Entry> =>
  new Map([...unreadable, ...entries].map((words) => [words.file, words]));

const entryIn = (words: Words | Entry | undefined): Entry | undefined =>
  words && 'announcement' in words ? words : undefined;

/** Ids whose originals are looked at: those of what was read, and those where something else lies. */
const originalsIn = (read: readonly AnnouncementFile[], { originals, ids }: Survey): ReadonlySet<string> =>
  new Set([...read.map(({ id }) => id), ...originals, ...ids]);

/** What is found of an original, which is looked at when it or its announcement has changed; see `checkOriginals`. */
const isOfOriginals = ({ file, code }: Diagnostic): boolean =>
  file.startsWith(`${ORIGINALS}/`) && ['A126', 'A127'].includes(code);

const isKept = (finding: Diagnostic, files: ReadonlySet<string>): boolean =>
  files.has(finding.file) || isOfOriginals(finding);
