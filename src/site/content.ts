import { dirname, join, normalize } from 'node:path';
import { check, type CheckedContent } from '../core/check.ts';
import type { History, Recall } from '../core/check/published.ts';
import { waitingAt, withoutEntries } from '../core/check/waiting.ts';
import { editionOf, type Edition, type Pdf } from '../core/edition.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import type { Inspect, Seen } from '../core/corpus/attachment-content.ts';
import { readSettings, settingsFor, type Settings } from '../settings.ts';
import { basePath, origin } from './address.ts';
import { pagesByRoute } from './units.ts';

/** The content of a build, the edition that is published of it, and the settings it was read under. */
export interface LoadedContent extends CheckedContent {
  settings: Settings;
  edition: Edition;
  /** Announcements that are left out of it until their time. */
  waiting: readonly Entry[];
}

/** The build command, Astro's configuration and its pages run in one process and share this module (astro.config.mjs). */
let content: LoadedContent | undefined;

/**
 * Reads and checks the content on first use; the same object ever after. The build hands in what opens attachments, and
 * what knows the announcements that were published.
 */
export const loadContent = (inspect?: Inspect, recall?: Recall): LoadedContent =>
  (content ??= readContent(inspect, recall));

/**
 * What `getStaticPaths` of a route gives: `export const getStaticPaths = paramsOf('announcements/[id]')`. Its pages are
 * those of the units (`units.ts`).
 */
export const paramsOf =
  <R extends string>(route: R) =>
  (): { params: Record<NameIn<R>, string> }[] =>
    (pagesByRoute(loadContent().edition).get(route) ?? []).map(({ params }) => ({
      params: params as Record<NameIn<R>, string>,
    }));

/** The names of the parameters in a route. */
type NameIn<R extends string> = R extends `${string}[${infer N}]${infer Rest}`
  ? (N extends `...${infer Missing}` ? Missing : N) | NameIn<Rest>
  : never;

function readContent(inspect: Inspect | undefined, recall: Recall | undefined): LoadedContent {
  const settings = readSettings();
  const library = new Library(inspect ?? (() => []));
  let history: History | undefined;
  const recalled: Recall = (site, ids) => (history = recall?.(site, ids));
  const checked = check(settings.contentDir, undefined, inspect && library.look, recalled);
  const { site } = checked.corpus;
  const { now, isStanding } = settingsFor(settings, site);
  // What is only looked at on this machine shows what waits, too.
  const waiting = recall ? waitingAt(checked.corpus, now, (id) => history?.kept.has(id) ?? false) : [];
  const standing = withoutEntries(checked, waiting);
  const { entries, disclosure } = standing.corpus;
  const attached = [...entries, ...disclosure].flatMap(({ file, attachments }) =>
    attachments.map((attachment) => join(settings.contentDir, dirname(file), attachment.file)),
  );
  const edition = editionOf(standing, {
    now,
    isStanding,
    base: basePath(settings, site),
    origin: origin(settings, site),
    contentDir: settings.contentDir,
    pdf: (path) => library.seen(path, attached).pdf,
    hasWords: (path) => library.seen(path, attached).hasWords,
  });
  return { ...standing, settings: { ...settings, now }, edition, waiting };
}

/** Keeps what was seen of attachments, so that those which the check has opened are not opened again. */
class Library {
  readonly #inspect: Inspect;
  readonly #seen = new Map<string, { pdf: Pdf | undefined; hasWords: boolean | undefined }>();

  constructor(inspect: Inspect) {
    this.#inspect = inspect;
  }

  readonly look: Inspect = (paths) => {
    const seen = this.#inspect(paths);
    for (const [index, path] of paths.entries())
      this.#seen.set(normalize(path), { pdf: pdfOf(seen[index]), hasWords: seen[index]?.hasWords });
    return seen;
  };

  /** What was seen of an attachment; on the first question all of the site's are opened together. */
  seen(path: string, all: readonly string[]): { pdf: Pdf | undefined; hasWords: boolean | undefined } {
    const unseen = this.#seen.has(path) ? [] : all.filter((other) => !this.#seen.has(other));
    if (unseen.length > 0) this.look(unseen);
    return this.#seen.get(path) ?? { pdf: undefined, hasWords: undefined };
  }
}

const pdfOf = (seen: Seen | undefined): Pdf | undefined =>
  seen?.pages === undefined ? undefined : { pages: seen.pages, isScan: seen.hasWords !== true };
