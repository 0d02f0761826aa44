import { availableParallelism } from 'node:os';
import { standingOf } from './addresses.ts';
import { answersFor, type AllAnswers } from './answers.ts';
import type { Drafts } from './drafts.ts';
import type { Journal } from './journal.ts';
import { isPageName, savedIn, type Saved } from './listing.ts';
import { columnFor, type SiteMap } from './map.ts';
import type { ImportOrder } from './order.ts';
import { readPages } from './page-pool.ts';
import type { PageRecord, Told } from './page-record.ts';
import { Progress } from './progress.ts';
import type { PageJob, Reading } from './reading.ts';
import { resultSoFar } from './result.ts';
import { shown } from './saved-path.ts';

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
export async function readAll({
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
