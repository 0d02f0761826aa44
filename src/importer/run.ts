import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { loadSite } from '../core/corpus/load.ts';
import { namesTakenInRoot } from '../core/corpus/taken-names.ts';
import { keyOfName } from '../core/file-name.ts';
import { readAnswers, strayAnswers, type AllAnswers } from './answers.ts';
import { proposedMap } from './columns.ts';
import { Drafts } from './drafts.ts';
import { join as joinPages } from './join.ts';
import { Journal } from './journal.ts';
import { NO_MAP, originOf, readMap, type SiteMap } from './map.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { RULES_VERSION, type PageRecord } from './page-record.ts';
import { Publisher } from './publish.ts';
import type { ImportOrder } from './order.ts';
import { readAll } from './read-all.ts';
import type { Reading } from './reading.ts';
import { writeReport } from './report.ts';
import type { PageResult } from './result.ts';
import { resultsOf } from './results.ts';
import { settle } from './settle.ts';
import { TargetFolder } from './target-folder.ts';

export interface ImportDone {
  results: readonly PageResult[];
  /** Files that an earlier import had written and that belong to no page any more. */
  taken: readonly string[];
  /** What is answered of pages that are not there. */
  stray: readonly string[];
  /** Errors of the content that are not of imported announcements. */
  others: number;
}

const JOURNAL = 'import.journal.ndjson';
export const ANSWERS = 'import-answers.yaml';
export const MAP = 'import-map.yaml';

/**
 * Brings a folder of saved pages into the content folder. It may be ended at any moment and started again: what comes
 * out is the same to the byte as of one run.
 * @throws {ImportFailure} with a whole sentence, where it cannot go on
 */
export async function runImport(order: ImportOrder): Promise<ImportDone> {
  const end = oneAtATime(order.reportDir);
  try {
    return await importFolder(order);
  } finally {
    end();
  }
}

async function importFolder(order: ImportOrder): Promise<ImportDone> {
  const root = realpathSync(order.folder);
  const kept = new TargetFolder(order.reportDir);
  const content = new TargetFolder(order.contentDir);
  for (const folder of [kept, content]) folder.clear();
  const map = mapOf(order);
  const answers = answersOf(order);
  const site = order.site ?? map.origin;
  const journal = new Journal(join(order.reportDir, JOURNAL));
  const drafts = new Drafts(kept);
  const settings = loadSite(order.contentDir);
  const reading: Reading = {
    root,
    site,
    map: { regions: map.regions, bodyAt: map.bodyAt },
    regions: settings?.regions ?? [],
  };
  const read = await readAll({ order, root, map, answers, journal, drafts, reading });
  const records = [...read.pages].sort().flatMap((page) => journal.pages.get(page) ?? []);
  const ofYear = records.filter(
    ({ publishedAt }) =>
      order.only === undefined || publishedAt === undefined || publishedAt.startsWith(order.only),
  );
  const joined = joinPages(ofYear, {
    prefix: map.prefix,
    ids: journal.ids,
    isTaken: takenIn(order.contentDir, journal),
    own: { has: ownNames(order.contentDir), base: settings?.basePath ?? '/' },
  });
  for (const { page, id } of joined.plans) if (journal.ids.get(page) !== id) journal.add({ named: page, id });
  journal.flush();
  const remembered = order.isDry ? unkept(journal) : journal;
  const publisherOf = (): Publisher =>
    new Publisher(
      { root, content, kept, drafts, journal: remembered, records: journal.pages },
      joined.plans,
      (page) => read.odd.get(page) ?? Buffer.from(page),
    );
  let publisher = publisherOf();
  order.print('正在写公告并检查全部内容……\n');
  let settled = await settle(joined.plans, publisher, order.contentDir);
  const taken = order.only === undefined && !order.isDry ? publisher.clear() : [];
  // What was in the way of others is gone: the same pages in another folder are other pages with the same addresses.
  if (taken.length > 0) {
    publisher = publisherOf();
    settled = await settle(joined.plans, publisher, order.contentDir);
  }
  const results = resultsOf(ofYear, joined, settled.written, settled.told, publisher, answers);
  finish({ order, kept, journal, results, records, publisher, drafts, site });
  for (const folder of [kept, content]) folder.clear();
  return { results, taken, stray: strayAnswers(answers, read.pages), others: settled.others };
}

/** What a trial writes is remembered while it lasts. */
function unkept({ wrote }: Journal): Pick<Journal, 'wrote' | 'add' | 'flush'> {
  const own = new Map([...wrote].map(([file, digests]) => [file, new Set(digests)] as const));
  return {
    wrote: own,
    add: (line) => {
      if ('file' in line) own.set(line.file, (own.get(line.file) ?? new Set()).add(line.sha256));
    },
    flush: () => undefined,
  };
}

function mapOf({ mapFile }: ImportOrder): SiteMap {
  return existsSync(mapFile) ? readMap(mapFile, readFileSync(mapFile, 'utf8')) : NO_MAP;
}

function answersOf({ reportDir }: ImportOrder): AllAnswers {
  const path = join(reportDir, ANSWERS);
  return existsSync(path) ? readAnswers(path, readFileSync(path, 'utf8')) : {};
}

/** Whether an id is that of an announcement that the import has not written. */
function takenIn(contentDir: string, { wrote }: Journal): (id: string) => boolean {
  const others = new Set<string>();
  const folder = join(contentDir, 'announcements');
  for (const file of existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []) {
    const path = file.replaceAll('\\', '/');
    if (path.endsWith('.md') && !wrote.has(`announcements/${path}`))
      others.add(path.replace(/(?:\/index)?\.md$/u, '').replace(/^.*\//u, ''));
  }
  return (id) => others.has(id);
}

function ownNames(contentDir: string): (name: string) => boolean {
  const taken = namesTakenInRoot();
  const folder = join(contentDir, 'pages');
  const pages = new Set(
    existsSync(folder) ? readdirSync(folder).map((name) => keyOfName(name.replace(/\.md$/u, ''))) : [],
  );
  return (name) => taken.has(name) || pages.has(keyOfName(name));
}

interface End {
  order: ImportOrder;
  kept: TargetFolder;
  journal: Journal;
  results: readonly PageResult[];
  records: readonly PageRecord[];
  publisher: Publisher;
  drafts: Drafts;
  site: string | undefined;
}

/** The journal in its last form, the report, and a map for the office where there is none. */
function finish({ order, kept, journal, results, records, publisher, drafts, site }: End): void {
  const byPage = new Map(results.map((result) => [result.record.page, result]));
  const pages = records.map((record) => {
    const done = byPage.get(record.page);
    return JSON.stringify({
      ...record,
      ...(done && { id: done.id, result: done.result }),
      rules: RULES_VERSION,
    });
  });
  const named = [...journal.ids].sort().map(([page, id]) => JSON.stringify({ named: page, id }));
  const current = publisher.current();
  const wrote = [...journal.wrote.keys()]
    .filter((file) => order.only !== undefined || order.isDry || current.has(file))
    .sort()
    .map((file) => JSON.stringify({ file, sha256: [...journal.wrote.get(file)!].at(-1) }));
  kept.write(JOURNAL, [...pages, ...named, ...wrote].map((line) => `${line}\n`).join(''));
  writeReport(kept, results, (page) => drafts.get(page));
  if (!existsSync(order.mapFile) && records.length > 0) {
    const own = order.mapFile === join(order.reportDir, MAP);
    if (own) kept.write(MAP, proposedMap(records, site === undefined ? undefined : originOf(site)));
  }
}
