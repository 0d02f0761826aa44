import type { Instant } from '../announcement/instant.ts';
import type { Fen } from '../announcement/money.ts';

/** One announcement as OpenSearch and Elasticsearch hold it; every field is in `MAPPING`. */
export interface SearchDocument {
  id: string;
  /** What is searched, as words of our own (`wordsOf`): a part of a text is a phrase of them (`phraseOf`). */
  words: string;
  title: string;
  category: string;
  /** Identifier of the type, unique within its category. */
  type: string;
  region?: string;
  principal?: string;
  projectCode?: string;
  publishedAt: Instant;
  deadline?: Instant;
  /** What was offered or asked, else what was paid in the end. */
  amountFen?: Fen;
}

const KEYWORD = { type: 'keyword' } as const;

/**
 * Settings and mapping of the index. Words are divided at blanks and nowhere else, so that no dictionary of the engine
 * decides what is found; a field that is not named here is refused and not guessed.
 */
export const MAPPING = {
  settings: {
    number_of_shards: 1,
    analysis: { analyzer: { pairs: { type: 'custom', tokenizer: 'whitespace' } } },
  },
  mappings: {
    dynamic: 'strict',
    properties: {
      id: KEYWORD,
      words: { type: 'text', analyzer: 'pairs', index_options: 'positions', norms: false },
      title: { type: 'keyword', index: false },
      category: KEYWORD,
      type: KEYWORD,
      region: KEYWORD,
      principal: KEYWORD,
      projectCode: KEYWORD,
      publishedAt: { type: 'date' },
      deadline: { type: 'date' },
      amountFen: { type: 'long' },
    } satisfies Record<keyof SearchDocument, object>,
  },
} as const;

/** What an export held, for the next one: the digest of each document by its id, and the version that it was given. */
export interface ExportState {
  format: 1;
  version: number;
  digests: Readonly<Record<string, string>>;
}

/** What differs from an earlier export; all of it where there was none. */
export interface ExportChanges {
  written: readonly SearchDocument[];
  /** Ids that are in the earlier export alone. */
  removed: readonly string[];
  state: ExportState;
}

/**
 * @param at.digestOf changes with a document
 * @param at.now milliseconds since 1970. Versions are the seconds of it, and always above that of the earlier export: of two
 * uploads that cross, or one that is repeated, the engine keeps the newer document.
 */
export function changesSince(
  documents: readonly SearchDocument[],
  before: ExportState | undefined,
  at: { now: number; digestOf: (document: SearchDocument) => string },
): ExportChanges {
  const digests = Object.fromEntries(documents.map((document) => [document.id, at.digestOf(document)]));
  const version = Math.max(Math.floor(at.now / 1000), (before?.version ?? 0) + 1);
  const known = new Map(Object.entries(before?.digests ?? {}));
  return {
    written: documents.filter(({ id }) => known.get(id) !== digests[id]),
    removed: [...known.keys()].filter((id) => !Object.hasOwn(digests, id)),
    state: { format: 1, version, digests },
  };
}

/** Most bytes in one file: a server refuses a request above 100 MB, and a small one can be sent again. */
const LARGEST = 10_000_000;

/** The bodies of requests to `_bulk`, each of at most `LARGEST` bytes unless one document alone is larger. */
export function* bulkFiles(
  { written, removed, state: { version } }: ExportChanges,
  largest = LARGEST,
): Generator<string> {
  const meta = (id: string) => ({ _id: id, version, version_type: 'external' });
  let file = '';
  let size = 0;
  for (const lines of actions()) {
    const bytes = new TextEncoder().encode(lines).length;
    if (size > 0 && size + bytes > largest) {
      yield file;
      [file, size] = ['', 0];
    }
    file += lines;
    size += bytes;
  }
  if (size > 0) yield file;

  function* actions(): Generator<string> {
    for (const document of written)
      yield `${JSON.stringify({ index: meta(document.id) })}\n${JSON.stringify(document)}\n`;
    for (const id of removed) yield `${JSON.stringify({ delete: meta(id) })}\n`;
  }
}
