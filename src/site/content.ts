import { dirname, join, normalize } from 'node:path';
import { check, type CheckedContent } from '../core/check.ts';
import type { History, Recall } from '../core/check/published.ts';
import { waitingAt, withoutEntries } from '../core/check/waiting.ts';
import { editionOf, type Edition, type Pdf } from '../core/edition.ts';
import type { Entry, Words } from '../core/corpus/corpus.ts';
import type { Inspect, Seen } from '../core/corpus/attachment-content.ts';
import { readSettings, settingsFor, type Settings } from '../settings.ts';
import { basePath, origin } from './address.ts';

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
  const pathsOf = (bearers: readonly Pick<Words, 'file' | 'attachments'>[]): readonly string[] =>
    bearers.flatMap(({ file, attachments }) =>
      attachments.map((attachment) => join(settings.contentDir, dirname(file), attachment.file)),
    );
  const { entries, disclosure } = standing.corpus;
  const edition = editionOf(standing, {
    now,
    isStanding,
    base: basePath(settings, site),
    origin: origin(settings, site),
    contentDir: settings.contentDir,
    pdfs: () => library.pdfs(pathsOf([...entries, ...disclosure])),
    words: () => library.words(pathsOf(disclosure)),
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

  pdfs(paths: readonly string[]): ReadonlyMap<string, Pdf> {
    this.#open(paths.filter((path) => /\.pdf$/iu.test(path)));
    return new Map([...this.#seen].flatMap(([path, { pdf }]) => (pdf ? [[path, pdf] as const] : [])));
  }

  words(paths: readonly string[]): ReadonlyMap<string, boolean> {
    this.#open(paths);
    return new Map(
      [...this.#seen].flatMap(([path, { hasWords }]) =>
        hasWords === undefined ? [] : [[path, hasWords] as const],
      ),
    );
  }

  #open(paths: readonly string[]): void {
    const unseen = paths.filter((path) => !this.#seen.has(path));
    if (unseen.length > 0) this.look(unseen);
  }
}

const pdfOf = (seen: Seen | undefined): Pdf | undefined =>
  seen?.pages === undefined ? undefined : { pages: seen.pages, isScan: seen.hasWords !== true };
