import type { ListedItem, Past } from '../build/past.ts';
import type { History, Recall } from '../core/check/published.ts';
import { ledgerTag, readLedger, type LedgerFiles } from '../core/corpus/ledger-folder.ts';
import type { Site } from '../core/corpus/settings/site.ts';
import { readBook, treeOf, type LedgerFault } from '../core/ledger/book.ts';
import { faultsOfRecords, keptOf, registrationsIn, type Registration } from '../core/ledger/registered.ts';
import { checkpointsIn, faultsOfCheckpoints } from '../core/ledger/signed.ts';
import { digestBytes } from '../core/corpus/digest.ts';
import { sha256 } from './hashes.ts';

/** What is known besides by the list of the site that is served. */
interface Lists {
  readonly recall: Recall;
  readonly past: (site: Site | undefined, ids: ReadonlySet<string>) => Past | undefined;
  /** The moment, and what digests files: for a check against the ledger alone. */
  readonly means: Pick<Past, 'now' | 'digestFile'>;
}

/**
 * What was published by the ledger of a content folder, and by the list of the site that is served where the ledger does
 * not have it yet. Without a ledger, what the list says.
 */
export const recallWithLedger =
  (contentDir: string, { recall, means }: Lists): Recall =>
  (site, ids) => {
    const [listed, files] = [recall(site, ids), readLedger(contentDir)];
    if (!files)
      return missing(site) ? { ...nothing(means), ...listed, now: undefined, faults: missing(site) } : listed;
    const book = readBook(files);
    const whole = faultsOf(files);
    const { kept, faults } = keptIn(registrationsIn(book), files);
    const before = faultsOfRecords(book, files.record, sha256).filter(
      ({ path }) => !faults.some((fault) => fault.path === path),
    );
    return {
      ...nothing(means),
      ...listed,
      kept: new Map([...(listed?.kept ?? []), ...kept]),
      // Where lines are lost, nothing is late and nothing is missing a number.
      ...(whole.length > 0 ? { now: undefined } : { registers: true }),
      faults: [...whole, ...faults, ...before],
    };
  };

const nothing = (means: Lists['means']): History => ({ ...means, kept: new Map(), hash: sha256 });

/** A ledger that a site says it keeps and that is not there: it never begins anew without a word. */
function missing(site: Site | undefined): readonly LedgerFault[] | undefined {
  if (site?.ledger === undefined) return undefined;
  return [{ path: 'leaves', line: 1, message: '站点设置里写着登记簿，文件夹里却没有' }];
}

/** What is wrong with the leaves and with the signed roots. */
function faultsOf(files: LedgerFiles): readonly LedgerFault[] {
  const book = readBook(files);
  const { signed, faults } = checkpointsIn(files);
  if (book.faults.length > 0) return [...book.faults, ...faults];
  return [...faults, ...(signed.length > 0 ? faultsOfCheckpoints(signed, treeOf(book, digestBytes)) : [])];
}

function keptIn(
  registrations: readonly Registration[],
  files: LedgerFiles,
): Required<Pick<History, 'kept' | 'faults'>> {
  const found = registrations.map((one) => keptOf(one, files.record, sha256));
  return {
    kept: new Map(found.flatMap((one) => ('message' in one ? [] : [[one.id, one]]))),
    faults: found.filter((one) => 'message' in one),
  };
}

/** The same for a check that asks for few of them. */
export const pastWithLedger =
  (contentDir: string, { past, means }: Lists): Lists['past'] =>
  (site, ids) => {
    const [listed, tag] = [past(site, ids), ledgerTag(contentDir)];
    const lost = missing(site);
    if (tag === undefined && !lost) return listed;
    const files = readLedger(contentDir);
    return {
      ...means,
      hash: sha256,
      tag: `${listed?.tag ?? ''}\n${tag ?? ''}`,
      items: () => itemsIn(listed, files),
      at: (item) => {
        const registration = registrationAt(item);
        return registration ? keptOf(registration, files!.record, sha256) : listed!.at(item);
      },
      all: () => {
        const own = files ? keptIn(registrationsIn(readBook(files)), files) : undefined;
        const kept = new Map([...(listed?.all().kept ?? []), ...(own?.kept ?? [])]);
        return { kept, faults: own?.faults };
      },
      registers: files !== undefined,
      faults: () => (files ? faultsOf(files) : lost!),
    };
  };

function* itemsIn(listed: Past | undefined, files: LedgerFiles | undefined): Generator<ListedItem> {
  const registrations = files ? registrationsIn(readBook(files)) : [];
  const registered = new Set(registrations.map(({ id }) => id));
  for (const item of listed?.items() ?? []) if (!registered.has(item.id)) yield item;
  for (const { id, record, index, rev } of registrations)
    yield { id, digest: record, place: `${REGISTERED} ${index} ${rev}` };
}

/** Begins the place of what stands in the ledger; a list has numbers alone. */
const REGISTERED = 'ledger';

function registrationAt({ id, digest: record, place }: ListedItem): Registration | undefined {
  const [where, index, rev] = place.split(' ');
  return where === REGISTERED ? { id, record, index: Number(index), rev: Number(rev) } : undefined;
}
