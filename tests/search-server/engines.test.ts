import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionsFrom, plain } from '../core/search/exact-questions.ts';
import { openIndex, type OpenIndex } from '../core/search/pagefind.ts';
import { sampleEdition } from '../site/edition.ts';
import type { SentAnswer } from '../../src/core/search/api.ts';
import { bulkFiles, changesSince, MAPPING, type SearchDocument } from '../../src/core/search/open-search.ts';
import { addressOf, noQuestion, questionIn, type Question } from '../../src/core/search/question.ts';
import { FACETS } from '../../src/core/search/facets.ts';
import { select } from '../../src/core/search/select.ts';
import { shelfOf } from '../../src/core/search/shelf.ts';
import { partsOf, phraseOf, wordsOf } from '../../src/core/search/text.ts';
import { yearsFor } from '../../src/core/search/years.ts';
import { startSearchServer } from '../../src/search-server/server.ts';
import { catalogues, searchRecords } from '../site/search-data.ts';
import { newestRows } from '../../src/site/newest.ts';
import { searchDocuments } from '../../src/site/search-documents.ts';
import { searchManifest } from '../../src/site/search-manifest.ts';
import { temporaryFolder, writeSite } from './site-folder.ts';

/*
 * A hundred questions that are cut from the announcements of the sample, asked of every engine that runs here: the static
 * index, the search server over HTTP, and a reader of the export that does what OpenSearch documents of match_phrase,
 * since there is no OpenSearch here.
 */

const edition = sampleEdition();
const rows = newestRows(edition, Infinity);
const now = Date.parse(edition.now);
const records = searchRecords(edition);
const shelves = catalogues(edition).map(({ catalogue }) => shelfOf(catalogue));
const questions = questionsFrom(
  records.map(({ sections }) => ({ pieces: sections })),
  20261122,
);

const question = (words: string, sort?: Question['sort']): Question => ({
  ...noQuestion,
  words,
  scope: 'all',
  ...(sort && { sort }),
});

/** One of the engines: ids in the order of the answer. */
type Ask = (question: Question) => Promise<readonly string[]>;

let index: OpenIndex;
let serverUrl: string;
let closeServer: () => Promise<void>;

/** Pagefind's program has the page's own in its place while its index is open. */
const { fetch } = globalThis;

beforeAll(async () => {
  index = await openIndex(records.map(({ sections }) => wordsOf(sections)));
  const site = temporaryFolder(afterAll);
  writeSite(site, edition);
  const server = await startSearchServer({
    site,
    file: join(temporaryFolder(afterAll), 'search.sqlite'),
    host: '127.0.0.1',
    port: 0,
    clock: () => now,
    tell: () => undefined,
  });
  serverUrl = server.url;
  closeServer = server.close;
});

afterAll(async () => {
  await closeServer();
  await index.close();
});

/** What the search page does with the files of the site. */
const staticIndex: Ask = async (asked) => {
  const found: ReadonlySet<string>[] = [];
  for (const part of partsOf(asked.words))
    found.push(new Set((await index.find(phraseOf(part))).map((place) => records[place]!.id)));
  const inBodies = found.reduce((all, one) => all.intersection(one));
  return select(shelves, asked, { now, inBodies }).hits.map(({ shelf, row }) => shelf.catalogue.id[row]!);
};

const searchServer: Ask = async (asked) => {
  const ids: string[] = [];
  for (let page = 1, total = 1; ids.length < total; page += 1) {
    const response = await fetch(`${serverUrl}/api/search${addressOf({ ...asked, page })}`);
    const answer = (await response.json()) as SentAnswer;
    total = answer.total;
    ids.push(...answer.rows.map(({ listed }) => listed.id));
    if (answer.rows.length === 0) break;
  }
  return ids;
};

/** Reads the files of an export as the server of an engine would. */
function documentsIn(files: Iterable<string>): readonly SearchDocument[] {
  const lines = [...files].flatMap((file) => file.slice(0, -1).split('\n'));
  return lines.filter((_, place) => place % 2 === 1).map((line) => JSON.parse(line) as SearchDocument);
}

const changes = changesSince(searchDocuments(edition), undefined, { now, digestOf: ({ id }) => id });
const documents = documentsIn(bulkFiles(changes));
const tokens = new Map(documents.map(({ id, words }) => [id, words.split(' ')]));

/** `bool.filter` of one `match_phrase` a part, sorted by `publishedAt` downwards and `id` upwards. */
const exported: Ask = (asked) => {
  const phrases = partsOf(asked.words).map((part) => phraseOf(part).slice(1, -1).split(' '));
  const found = documents.filter(({ id }) => phrases.every((phrase) => hasPhrase(tokens.get(id)!, phrase)));
  const order = (a: SearchDocument, b: SearchDocument): number =>
    Date.parse(b.publishedAt) - Date.parse(a.publishedAt) || (a.id < b.id ? -1 : 1);
  return Promise.resolve(found.toSorted(order).map(({ id }) => id));
};

const hasPhrase = (words: readonly string[], phrase: readonly string[]): boolean =>
  words.some((_, at) => phrase.every((word, place) => words[at + place] === word));

/** Those whose text has the words, as one finds them by eye. */
const byEye = (words: string): readonly string[] =>
  records
    .filter(({ sections }) => sections.some((section) => plain(section).includes(plain(words))))
    .map(({ id }) => id);

describe('a hundred exact questions', () => {
  test('are a hundred, and each is answered by something', () => {
    expect(questions).toHaveLength(100);
    expect(questions.filter((words) => byEye(words).length === 0)).toEqual([]);
  });

  test('have the same answers in the same order from the static index, the server and the export', async () => {
    for (const words of questions) {
      const asked = question(words, 'published');
      const first = await staticIndex(asked);
      expect(await searchServer(asked), `server, “${words}”`).toEqual(first);
      expect(await exported(asked), `export, “${words}”`).toEqual(first);
      expect(first.toSorted(), `by eye, “${words}”`).toEqual([...byEye(words)].sort());
    }
  });

  test('in the order of the search page too, which puts titles first', async () => {
    for (const words of questions)
      expect(await searchServer(question(words)), words).toEqual(await staticIndex(question(words)));
  });
});

test.each([
  '道路 荷城',
  '2018 明城 价格',
  '第 2 次',
  '开标 ＧＭ－ＪＳ',
  '更合镇 水库 招标 示例',
  '不存在的词汇组合',
])('several parts must all be there: %s', async (words) => {
  const asked = question(words, 'published');
  const first = await staticIndex(asked);
  expect(await searchServer(asked)).toEqual(first);
  expect(await exported(asked)).toEqual(first);
});

test('every code and every unit is found as the search page finds it', async () => {
  const names = new Set(
    shelves.flatMap(({ codes, parties }) => [...codes, ...parties.flatMap((names) => names.split('\n'))]),
  );
  names.delete('');
  expect(names.size).toBeGreaterThan(100);
  for (const words of names) {
    const asked = question(words, 'published');
    expect(await exported(asked), words).toEqual(await searchServer(asked));
  }
});

describe('the server and the page agree on every condition:', () => {
  test.each([
    '?category=land',
    '?region=更合镇&region=明城镇&category=construction',
    '?type=tender-notice&type=award-notice&scope=all',
    '?scope=open',
    '?scope=inside',
    '?status=soon',
    '?from=2026-10-01&to=2026-10-31',
    '?closesFrom=2026-11-22&closesTo=2026-11-30',
    '?min=286.4&max=462.5&sort=amount',
    '?code=js-2026-03&latest=1',
    '?buyer=自然资源&sort=deadline',
    '?winner=示例&q=工程&in=title',
    '?sme=1&scope=all',
    '',
  ])('%s', async (search) => {
    const response = await fetch(`${serverUrl}/api/search${search}`);
    const answer = (await response.json()) as SentAnswer;
    const known = {
      types: rows.map(({ type }) => type),
      regions: rows.flatMap(({ region }) => region ?? []),
    };
    const { question: asked } = questionIn(search, known);
    const years = yearsFor(searchManifest(edition).years, asked, now).length;
    const inBodies = new Set(asked.words === '' || !asked.inBodies ? [] : byEye(asked.words));
    const { hits, counts } = select(shelves.slice(0, years), asked, { now, inBodies });
    expect(answer.total).toBe(hits.length);
    expect(answer.rows.map(({ listed }) => listed.id)).toEqual(
      hits.slice(0, 20).map(({ shelf, row }) => shelf.catalogue.id[row]!),
    );
    for (const facet of FACETS) expect(answer.counts[facet]).toEqual(Object.fromEntries(counts[facet]));
  });
});

test('every field of the export is in its mapping and of its kind, and every id is one that engines take', () => {
  const { properties } = MAPPING.mappings;
  const used = new Set(documents.flatMap((document) => Object.keys(document)));
  expect([...used].sort()).toEqual(Object.keys(properties).sort());
  expect(documents.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  for (const document of documents) {
    for (const [name, value] of Object.entries(document)) {
      const { type } = properties[name as keyof SearchDocument];
      if (type === 'long') expect(Number.isSafeInteger(value), name).toBe(true);
      else if (type === 'date') expect(Date.parse(value as string), name).not.toBeNaN();
      // Lucene refuses a keyword of more than 32,766 bytes.
      else if (type === 'keyword')
        expect(Buffer.byteLength(value as string), name).toBeLessThanOrEqual(32_766);
    }
    expect(Buffer.byteLength(document.id)).toBeLessThanOrEqual(512);
    // A whitespace tokenizer divides a word of more than 255 characters.
    expect(Math.max(...tokens.get(document.id)!.map((word) => word.length))).toBeLessThanOrEqual(4);
  }
});
