import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { loadSite } from '../core/corpus/load.ts';
import { namesTakenInRoot } from '../core/corpus/taken-names.ts';
import { keyOfName } from '../core/file-name.ts';
import { standingOf } from './addresses.ts';
import { answersFor, readAnswers, strayAnswers, type AllAnswers } from './answers.ts';
import { proposedMap } from './columns.ts';
import { Drafts } from './drafts.ts';
import { join as joinPages, type Joined } from './join.ts';
import { Journal } from './journal.ts';
import { isPageName, savedIn, type Saved } from './listing.ts';
import { columnFor, NO_MAP, originOf, readMap, type SiteMap } from './map.ts';
import { readPages } from './page-pool.ts';
import { RULES_VERSION, type PageRecord, type Told } from './page-record.ts';
import { Progress } from './progress.ts';
import { Publisher } from './publish.ts';
import type { PageJob, Reading } from './reading.ts';
import { writeReport } from './report.ts';
import { resultOf, resultSoFar, type PageResult } from './result.ts';
import { shown } from './saved-path.ts';
import { settle } from './settle.ts';
import { TargetFolder } from './target-folder.ts';

/** What an import is asked for. Paths are absolute. */
interface ImportOrder {
  folder: string;
  /** The content folder that is written. */
  contentDir: string;
  /** Journal, report, answers and what must not be published. */
  reportDir: string;
  mapFile: string;
  site: string | undefined;
  /** Of the announcements, those published in this year. */
  only: string | undefined;
  /** Whether the content folder is a copy that nobody keeps: what is written there is not remembered. */
  isDry?: boolean;
  /** The listing of the folder, once for each time it is asked. */
  listing?: () => AsyncIterable<Saved>;
  print: (text: string) => void;
  isTerminal: boolean;
  now: () => number;
}

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
  const publisher = new Publisher(
    { root, content, kept, drafts, journal: order.isDry ? unkept(journal) : journal, records: journal.pages },
    joined.plans,
    (page) => read.odd.get(page) ?? Buffer.from(page),
  );
  order.print('正在写公告并检查全部内容……\n');
  const settled = await settle(joined.plans, publisher, order.contentDir);
  const taken = order.only === undefined && !order.isDry ? publisher.clear() : [];
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

interface Round {
  order: ImportOrder;
  root: string;
  map: SiteMap;
  answers: AllAnswers;
  journal: Journal;
  drafts: Drafts;
  reading: Reading;
}

/** Reads every page that has changed since it was read; gives all pages there are. */
async function readAll({
  order,
  root,
  map,
  answers,
  journal,
  drafts,
  reading,
}: Round): Promise<{ pages: ReadonlySet<string>; odd: ReadonlyMap<string, Buffer> }> {
  const listing = order.listing ?? (() => savedIn(root));
  const total = await countPages(listing());
  const pages = new Set<string>();
  /** Pages whose names are no UTF-8, with the bytes of their paths. */
  const odd = new Map<string, Buffer>();
  const progress = new Progress(order.print, order.isTerminal, order.now);
  const far = { done: 0, read: 0, total, counts: { whole: 0, legacy: 0, doubtful: 0, 'left-out': 0 } };
  const take = (page: string, record: PageRecord | undefined, isNew: boolean): void => {
    far.done += 1;
    if (isNew) far.read += 1;
    if (record) {
      pages.add(page);
      if (isNew) journal.add(record);
      far.counts[resultSoFar(record)] += 1;
    }
    progress.tell(far);
  };
  const threads = Math.min(MOST_THREADS, availableParallelism());
  for await (const { job, answered } of readPages(jobs(listing(), { map, answers, journal, drafts, note }), {
    reading,
    drafts: order.reportDir,
    threads,
  })) {
    const page = shown(job.path);
    if (answered === 'none') far.total -= 1;
    else if (answered === 'same') take(page, journal.pages.get(page), false);
    else take(page, answered === 'stopped' ? stopped(page) : answered, true);
  }
  journal.flush();
  progress.tell(far, true);
  return { pages, odd };

  function note(saved: Saved): void {
    const page = shown(saved.path);
    if (!Buffer.from(page).equals(saved.path)) odd.set(page, saved.path);
    if (saved.kind === 'file') return;
    const told: Told =
      saved.kind === 'link'
        ? { code: 'G116', message: '这是一个链接（快捷方式），不跟着走', help: '要导入的，把文件本身放进来' }
        : { code: 'G117', message: '文件夹打不开', help: '核对文件夹的权限，用同一条命令再导入一次' };
    take(
      page,
      { ...stopped(page), key: saved.kind, findings: [told] },
      journal.pages.get(page)?.key !== saved.kind,
    );
  }
}

/** More threads need more memory than the 500 MiB that an import may take. */
const MOST_THREADS = 2;

const stopped = (page: string): PageRecord => ({
  page,
  sha256: '',
  key: '',
  state: 'refused',
  addresses: [],
  isWhole: false,
  missing: [],
  doubtful: [],
  dropped: {},
  findings: [
    {
      code: 'G131',
      message: '读这一页太久，或者内存不够，停了',
      help: '把这一页交给维护者；别的页面照常导入',
    },
  ],
  isPersonal: false,
});

const isPage = ({ path, kind }: Saved): boolean => kind !== 'file' || isPageName(shown(path));

async function countPages(listing: AsyncIterable<Saved>): Promise<number> {
  let count = 0;
  for await (const saved of listing) if (isPage(saved)) count += 1;
  return count;
}

async function* jobs(
  listing: AsyncIterable<Saved>,
  {
    map,
    answers,
    journal,
    drafts,
    note,
  }: Pick<Round, 'map' | 'answers' | 'journal' | 'drafts'> & { note: (saved: Saved) => void },
): AsyncGenerator<PageJob> {
  for await (const saved of listing) {
    if (!isPage(saved)) continue;
    note(saved);
    if (saved.kind !== 'file') continue;
    const page = shown(saved.path);
    const before = journal.pages.get(page);
    // A draft that is gone is made again.
    const known =
      before && (before.state === 'refused' || drafts.has(page))
        ? { key: before.key, ...(before.files !== undefined && { files: before.files }) }
        : undefined;
    yield {
      path: saved.path,
      column: columnFor(map, standingOf(page).address),
      answers: answersFor(answers, page),
      known,
    };
  }
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

function resultsOf(
  records: readonly PageRecord[],
  joined: Joined,
  written: ReadonlyMap<string, 'whole' | 'legacy'>,
  refusals: ReadonlyMap<string, readonly Told[]>,
  { changed }: Publisher,
  answers: AllAnswers,
): readonly PageResult[] {
  const ids = new Map(joined.plans.map(({ page, id }) => [page, id]));
  return records.map((record): PageResult => {
    const { page } = record;
    const sameAs = joined.merged.get(page);
    const edited: readonly Told[] = changed.has(page)
      ? [
          {
            code: 'G125',
            message: '导入以后有人改过这份公告，没有覆盖',
            help: '要重新导入的，先把它的文件移走',
          },
        ]
      : [];
    const all = [
      ...record.findings,
      ...(joined.told.get(page) ?? []),
      ...(refusals.get(page) ?? []),
      ...edited,
    ];
    // Who has looked and takes a page as it is has answered its doubts.
    const findings =
      answersFor(answers, page)?.take === true
        ? all.filter(({ code }) => !['G111', 'G119'].includes(code))
        : all;
    const result = resultOf(record, written.get(page), sameAs, findings);
    const id = written.has(page) ? ids.get(page) : sameAs === undefined ? undefined : ids.get(sameAs);
    return {
      record,
      result,
      findings,
      ...(id !== undefined && { id }),
      ...(sameAs !== undefined && { sameAs }),
    };
  });
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
