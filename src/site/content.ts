import { dirname, join, normalize } from 'node:path';
import { check, type CheckedContent } from '../core/check.ts';
import type { History, Recall } from '../core/check/published.ts';
import { waitingAt, withoutEntries } from '../core/check/waiting.ts';
import type { Corpus, Entry } from '../core/corpus/corpus.ts';
import { digestBytes } from '../core/corpus/digest.ts';
import { readLedger } from '../core/corpus/ledger-folder.ts';
import { onceByName } from '../core/edition/once.ts';
import { servedLedger } from '../core/ledger/served.ts';
import { answersOf, editionOn, type Edition, type Pdf, type Present } from '../core/edition.ts';
import type { Answers } from '../core/edition/questions.ts';
import { recording, type Recording } from '../core/edition/recording.ts';
import type { Inspect, Seen } from '../core/corpus/attachment-content.ts';
import { readSettings, settingsFor, type Settings } from '../settings.ts';
import { basePath, origin } from './address.ts';
import type { Rendered } from './unit.ts';

/** The content of a build, the edition that is published of it, and the settings it was read under. */
export interface LoadedContent extends CheckedContent {
  settings: Settings;
  edition: Edition;
  /** Notes what the edition is asked. */
  recording: Recording;
  /** When and where it is published. */
  present: Present;
  /** Announcements that are left out of it until their time. */
  waiting: readonly Entry[];
}

/** The build command and the pages run in one process and share this module (astro.config.mjs). */
let content: LoadedContent | undefined;

/**
 * Reads and checks the content on first use; the same object ever after. The build hands in what opens attachments, and
 * what knows the announcements that were published.
 */
export const loadContent = (inspect?: Inspect, recall?: Recall): LoadedContent =>
  (content ??= readContent(inspect, recall));

/** Lets the next `loadContent` read anew. */
export function forgetContent(): void {
  content = undefined;
}

/** Publishes content that was read otherwise, from here on; of its pages only these are rendered. */
export function publishFrom(given: LoadedContent, pages: readonly Rendered[]): void {
  content = given;
  planned = Map.groupBy(pages, ({ route }) => route);
}

/** The pages of this run by route. */
let planned: ReadonlyMap<string, readonly Rendered[]> = new Map();

/**
 * What `getStaticPaths` of a route gives: `export const getStaticPaths = paramsOf('announcements/[id]')`. Its pages are
 * those of the units (`units.ts`) that are made in this run.
 */
export const paramsOf =
  <R extends string>(route: R) =>
  (): { params: Record<NameIn<R>, string> }[] =>
    (planned.get(route) ?? []).map(({ params }) => ({
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
  // What is only looked at on this machine shows what waits, too.
  const isKnown = recall && ((id: string) => history?.kept.has(id) ?? false);
  const found = standingAt(checked, { settings, library, isKnown });
  return contentOf(found, settings, answersOf(found.standing, found.present));
}

/** Content that was checked, without what waits for its time. */
interface Standing extends Pick<LoadedContent, 'present' | 'waiting'> {
  readonly standing: CheckedContent;
}

/** What is known at the moment of a run. */
export interface Moment {
  readonly settings: Settings;
  readonly library: Library;
  /** Whether an announcement was published before; without it nothing waits. */
  readonly isKnown: ((id: string) => boolean) | undefined;
}

/** What of checked content is published at the moment of a run. */
export function standingAt(checked: CheckedContent, { settings, library, isKnown }: Moment): Standing {
  const { site } = checked.corpus;
  const { now, isStanding } = settingsFor(settings, site);
  const waiting = isKnown ? waitingAt(checked.corpus, now, isKnown) : [];
  const standing = withoutEntries(checked, waiting);
  const { entries, disclosure } = standing.corpus;
  const attached = [...entries, ...disclosure].flatMap(({ file, attachments }) =>
    attachments.map((attachment) => join(settings.contentDir, dirname(file), attachment.file)),
  );
  const present: Present = {
    now,
    isStanding,
    base: basePath(settings, site),
    origin: origin(settings, site),
    contentDir: settings.contentDir,
    pdf: (path) => library.seen(path, attached).pdf,
    hasWords: (path) => library.seen(path, attached).hasWords,
    ledger: ledgerIn(settings.contentDir, site),
  };
  return { standing, present, waiting };
}

/** It is read when it is first asked: by then what is published has been registered. */
const ledgerIn = (contentDir: string, site: Corpus['site']): Present['ledger'] =>
  site?.ledger === undefined
    ? undefined
    : servedLedger(
        site.ledger,
        () =>
          readLedger(contentDir) ?? {
            leaves: [],
            checkpoints: undefined,
            vkey: undefined,
            record: () => undefined,
          },
        digestBytes,
        onceByName(),
      );

/** Content as it is published. @param answers of what does not wait */
export function contentOf(
  { standing, ...rest }: Standing,
  settings: Settings,
  answers: Answers,
): LoadedContent {
  const recorded = recording(answers);
  const edition = editionOn(recorded.answers);
  return {
    ...standing,
    ...rest,
    settings: { ...settings, now: rest.present.now },
    edition,
    recording: recorded,
  };
}

/** Keeps what was seen of attachments, so that those which the check has opened are not opened again. */
export class Library {
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
