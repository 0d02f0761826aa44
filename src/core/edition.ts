import type { Category } from './announcement/category.ts';
import type { Instant } from './announcement/instant.ts';
import type { Calendar } from './calendar.ts';
import { listAlterations, type Alteration } from './changes.ts';
import type { Corpus, DisclosureItem, LobbyScreen, Entry, Kiosk, Page } from './corpus/corpus.ts';
import type { Excused } from './exceptions.ts';
import { byNewest, insideAt, openAt, rowOf, type Row } from './listing.ts';
import type { Course, Effective, Events, Links, Project } from './project.ts';
import type { Judgement } from './rules/rule.ts';

/**
 * The announcements of a centre as they were checked, linked and corrected: everything that is published is answered
 * from here. It never changes. What is costly is made on the first question, once.
 */
export interface Collection {
  /** What `content/site.yaml` says; undefined where it could not be read. */
  readonly site: Corpus['site'];
  readonly calendar: Calendar;
  readonly screens: readonly LobbyScreen[];
  readonly kiosks: readonly Kiosk[];
  readonly pages: readonly Page[];
  /** See `Corpus`. */
  readonly disclosure: readonly DisclosureItem[];
  readonly synonyms: Corpus['synonyms'];
  /** Every announcement, those that were withdrawn too, in the order of their files. */
  readonly entries: readonly Entry[];
  /** Those of them that stand. */
  readonly current: readonly Entry[];
  /** Whether there is an announcement of this id. */
  has(id: string): boolean;
  /** As it was published. @throws for an id that there is not, as all that follow */
  entry(id: string): Entry;
  /** With its corrections in force. */
  effective(id: string): Effective;
  /** What later announcements did to it. */
  events(id: string): Events;
  /** What a list shows of it. */
  row(id: string): Row;
  /** Rows of what stands, the newest first; of one category where it is named. */
  rows(category?: Category): readonly Row[];
  /** The same with those that were withdrawn, for feeds, calendars and tables of data, which must tell of them. */
  published(category?: Category): readonly Row[];
  /** Rows of what stands of a month, `2026-10`. */
  rowsOfMonth(category: Category, month: string): readonly Row[];
  /** The first `count` rows of what stands. */
  newest(count: number, category?: Category): readonly Row[];
  /** Every project, in the order of their first announcements. */
  readonly projects: readonly Project[];
  project(code: string): Project;
  /** The life of the matter that an announcement belongs to; none where all of that was withdrawn. */
  course(id: string): Course | undefined;
  /** The lives of a project's matters in the order of their beginning: each call, and each call anew. */
  coursesOf(code: string): readonly Course[];
  /** Everything that was ever changed, stopped or taken down, the newest first. */
  alterations(): readonly Alteration[];
  /**
   * What `make` gives, made once. The name is the key, so that each who asks may bring a function of its own.
   */
  once<T>(name: string, make: () => T): T;
}

/** A collection as it is published: at a moment, at an address. */
export interface Edition extends Collection, Present {
  /** The address of a page within the site, from the root of its domain: `address('search/')`. */
  address(path?: string): string;
  /** The whole address of a page, for feeds, QR codes and other places outside the site. */
  absolute(path?: string): string;
  /** What the statutory rules say of an announcement. */
  judgements(id: string): readonly Judgement[];
  /** Findings that it excuses by 例外. */
  excused(id: string): readonly Excused[];
  /** Calls that can still be joined at `now`, the next to close first; of one category where it is named. */
  open(category?: Category): readonly Row[];
  /** The calls that take no newcomers any more before their deadline, the next deadline first. */
  inside(): readonly Row[];
}

/** What is known of a PDF among the attachments. */
export interface Pdf {
  pages: number;
  /** Whether no page has any words. */
  isScan: boolean;
}

/** When and where a collection is published. */
interface Present {
  readonly now: Instant;
  /** Whether time stands still on the site, since it is a sample: pages take `now` for the present whenever they are read. */
  readonly isStanding: boolean;
  /** The folder of the site below its domain, with `/` at both ends. */
  readonly base: string;
  /** Scheme and host of the site, without a slash at the end. */
  readonly origin: string;
  /** Absolute path of the content folder, where attachments lie. */
  readonly contentDir: string;
  /** What is known of the PDFs among the attachments, by their path; those that cannot be read are not in it. */
  pdfs(): ReadonlyMap<string, Pdf>;
  /** Whether an attachment of the disclosure catalogue has words, by its path; where that cannot be told it is not in it. */
  words(): ReadonlyMap<string, boolean>;
}

/** What a check has found out. */
interface Checked {
  readonly collection: Collection;
  readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
  readonly excused: ReadonlyMap<string, readonly Excused[]>;
}

/** Makes a collection of what was read and linked. */
export function collectionOf(corpus: Corpus, links: Links): Collection {
  const { site, calendar, screens, kiosks, pages, disclosure, synonyms, entries, current } = corpus;
  const entriesById = new Map(entries.map((entry) => [entry.id, entry]));
  const made = new Map<string, unknown>();
  const once = <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  };
  const published = (): readonly Row[] =>
    once('published', () => entries.map((entry) => rowOf(entry, links)).sort(byNewest));
  const rows = (): readonly Row[] => once('rows', () => published().filter(({ withdrawn }) => !withdrawn));
  const byCategory = (name: string, all: () => readonly Row[]) => (category?: Category) =>
    category === undefined
      ? all()
      : (once(`${name} by category`, () => Map.groupBy(all(), (row) => row.category)).get(category) ?? []);
  const rowsIn = byCategory('rows', rows);
  const byMonth = (): ReadonlyMap<string, readonly Row[]> =>
    once('rows by month', () =>
      Map.groupBy(rows(), ({ category, publishedAt }) => `${category} ${publishedAt.slice(0, 7)}`),
    );
  const rowsById = (): ReadonlyMap<string, Row> =>
    once('rows by id', () => new Map(published().map((row) => [row.id, row])));
  const courses = (): ReadonlyMap<string, Course> =>
    once(
      'courses by id',
      () => new Map([...links.courses.values()].flatMap((course) => course.ids.map((id) => [id, course]))),
    );
  return {
    ...{ site, calendar, screens, kiosks, pages, disclosure, synonyms, entries, current },
    has: (id) => entriesById.has(id),
    entry: (id) => found(entriesById.get(id), id),
    effective: (id) => found(links.effective.get(id), id),
    events: (id) => found(links.events.get(id), id),
    row: (id) => found(rowsById().get(id), id),
    rows: rowsIn,
    published: byCategory('published', published),
    rowsOfMonth: (category, month) => byMonth().get(`${category} ${month}`) ?? [],
    newest: (count, category) => rowsIn(category).slice(0, count),
    projects: [...links.projects.values()],
    project: (code) => found(links.projects.get(code), code),
    course: (id) => courses().get(id),
    coursesOf: (code) => [
      ...new Set(found(links.projects.get(code), code).ids.flatMap((id) => courses().get(id) ?? [])),
    ],
    alterations: () => once('alterations', () => listAlterations(entries, links.effective)),
    once,
  };
}

/** Publishes a collection at a moment and an address. */
export function editionOf({ collection, judgements, excused }: Checked, present: Present): Edition {
  const { base, origin, now } = present;
  const address = (path = ''): string => `${base}${path}`;
  return {
    ...collection,
    ...present,
    address,
    judgements: (id) => judgements.get(id) ?? [],
    excused: (id) => excused.get(id) ?? [],
    absolute: (path) => `${origin}${address(path)}`,
    open: (category) =>
      collection.once(`open at ${now} ${category ?? ''}`, () => openAt(collection.rows(category), now)),
    inside: () => collection.once(`inside at ${now}`, () => insideAt(collection.rows(), now)),
  };
}

/** @throws for what is not in the collection */
function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not in this collection`);
  return value;
}
