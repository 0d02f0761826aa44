import type { Category } from '../announcement/category.ts';
import type { Instant } from '../announcement/instant.ts';
import type { Calendar } from '../calendar.ts';
import type { Alteration } from '../changes.ts';
import type { Corpus, DisclosureItem, Entry, Kiosk, LobbyScreen, Page } from '../corpus/corpus.ts';
import type { Excused } from '../exceptions.ts';
import type { ServedLedger } from '../ledger/served.ts';
import type { Row } from '../listing.ts';
import type { Course, Effective, Events, Project } from '../project.ts';
import type { Judgement } from '../rules/rule.ts';

/** What is asked of one announcement, of one project, or of the settings of a site. Answers never change. */
interface Particulars {
  /** What `content/site.yaml` says; undefined where it could not be read. */
  readonly site: Corpus['site'];
  readonly calendar: Calendar;
  readonly screens: readonly LobbyScreen[];
  readonly kiosks: readonly Kiosk[];
  readonly pages: readonly Page[];
  /** See `Corpus`. */
  readonly disclosure: readonly DisclosureItem[];
  readonly synonyms: Corpus['synonyms'];
  /** See `Corpus`. A page cannot look for itself: it is bundled, away from the folder of routes. */
  readonly taken: Corpus['taken'];
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
  project(code: string): Project;
  /** The life of the matter that an announcement belongs to; none where all of that was withdrawn. */
  course(id: string): Course | undefined;
  /** The lives of a project's matters in the order of their beginning: each call, and each call anew. */
  coursesOf(code: string): readonly Course[];
  /**
   * What `make` gives, made once as long as it is asked for now and then; see `Recent`. The name is the key, so that each
   * who asks may bring a function of its own.
   */
  once<T>(name: string, make: () => T): T;
}

/**
 * The announcements of a centre as they were checked, linked and corrected, all in memory. What is costly is made on the
 * first question, once. Pages ask an edition: it can say how many announcements there are without reading them.
 */
export interface Collection extends Particulars {
  /** Every announcement, those that were withdrawn too, in the order of their files. */
  readonly entries: readonly Entry[];
  /** Those of them that stand. */
  readonly current: readonly Entry[];
  /** Rows of what stands, the newest first. */
  rows(): readonly Row[];
  /** The same with those that were withdrawn. */
  published(): readonly Row[];
  /** Everything that was ever changed, stopped or taken down, the newest first. */
  alterations(): readonly Alteration[];
}

/**
 * What an edition is asked. Each question is narrow, so that it can be noted what a page has asked (`recording.ts`), and
 * so that an archive can answer it without being read whole: of many announcements, views tell.
 */
export interface Answers extends Particulars, Present, Views {
  /** The month of the present moment, `2026-11`: for what changes with months alone. */
  readonly month: string;
  /** Whether there is a catalogue of government information 政府信息公开. */
  readonly hasDisclosure: boolean;
  /** What the statutory rules say of an announcement. */
  judgements(id: string): readonly Judgement[];
  /** Findings that it excuses by 例外. */
  excused(id: string): readonly Excused[];
}

/** A collection as it is published: at a moment, at an address. */
export interface Edition extends Answers {
  /** The address of a page within the site, from the root of its domain: `address('search/')`. */
  address(path?: string): string;
  /** The whole address of a page, for feeds, QR codes and other places outside the site. */
  absolute(path?: string): string;
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
export interface Present {
  readonly now: Instant;
  /** Whether time stands still on the site, since it is a sample: pages take `now` for the present whenever they are read. */
  readonly isStanding: boolean;
  /** The folder of the site below its domain, with `/` at both ends. */
  readonly base: string;
  /** Scheme and host of the site, without a slash at the end. */
  readonly origin: string;
  /** Absolute path of the content folder, where attachments lie. */
  readonly contentDir: string;
  /** What is known of a PDF among the attachments, by its absolute path; nothing of what cannot be read. */
  pdf(path: string): Pdf | undefined;
  /** Whether an attachment of the disclosure catalogue has words, by its absolute path; undefined where that cannot be told. */
  hasWords(path: string): boolean | undefined;
  /** What was registered of what is published; undefined where the site keeps no ledger. */
  readonly ledger?: ServedLedger | undefined;
}

/**
 * What announcements contribute to a question about many of them, under keys: the calls of a month under the month, who
 * is named under the name. A page asks for what stands under one key; so it is known of each page which announcements
 * could change it, and one more announcement need not be held against all others.
 *
 * `map` may ask the edition about the announcement itself and others of its matter, that is what is joined with it by
 * 关联公告 or by one 项目编号; never for the present moment, nor for what a view answers. `reduce` sees what stands under
 * one key and nothing else. Both give plain values that `structuredClone` keeps: they are stored between builds.
 */
export interface View<V, R = never> {
  /** Its name in the store; no two views share one. */
  readonly name: string;
  map(edition: Edition, id: string): Iterable<readonly [key: string, value: V]>;
  /** Sums up what stands under a key, for lists of keys; undefined where no list has it. */
  reduce?(values: readonly V[], key: string): Reduction<R> | undefined;
}

/** The sum of a key. With `group`, lists can ask for the sums of one group: the units of one letter. */
interface Reduction<R> {
  readonly value: R;
  readonly group?: string;
}

/** The answers that a view gives. Values of one key are in the order of publication, the oldest first; keys are sorted by code unit. */
export interface Views {
  /** What stands under a key; nothing where nothing does. */
  values<V>(view: View<V, unknown>, key: string): readonly V[];
  /** The last `count` of them, the newest first, all of them for `Infinity`; of one moment by id, as in every list. */
  newest<V>(view: View<V, unknown>, key: string, count: number): readonly V[];
  /** Every key under which anything stands. */
  keys(view: View<unknown, unknown>): readonly string[];
  /** How many values stand under each key, in the order of the keys. */
  counts(view: View<unknown, unknown>): ReadonlyMap<string, number>;
  /** The sum of a key. */
  reduced<R>(view: View<unknown, R>, key: string): R | undefined;
  /** Every sum, in the order of the keys; those of one group where it is named. */
  reductions<R>(view: View<unknown, R>, group?: string): readonly R[];
  /** The groups that any sum is of, sorted by code unit. */
  groups(view: View<unknown, unknown>): readonly string[];
}
