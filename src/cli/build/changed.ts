import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { carryOut, EXCHANGE_NAMES, filesOfExchange, isUnderWay, prepare } from '../../build/exchange.ts';
import { DATA_CATALOGUE, DataFiles, writeDataCatalogue } from '../../build/data-catalogue.ts';
import type { MadeUnit } from '../../build/making.ts';
import type { File } from '../../build/path-names.ts';
import { planOf, type Plan } from '../../build/plan.ts';
import { changeIndexes } from '../../build/indexes.ts';
import { makeUnits } from '../../build/site.ts';
import type { Changes } from '../../build/update.ts';
import { realDisk } from '../../mirror/disk.ts';
import { KINDS } from '../../site/units.ts';
import { compressFiles, FORMS } from '../compress.ts';
import { manifestsIn, mark, MARKER, namesHeld, removeOwn } from '../target.ts';
import { verifyItems, verifyPages, verifyScreens, type Find } from './verify.ts';
import type { Memory } from './memory.ts';
import { step, type Run, type Subject } from './run.ts';
import { remove, removed } from '../../patience.ts';

/** Files of the site that are new or other than before, and those that go. */
interface Differences {
  readonly puts: readonly string[];
  readonly removals: readonly string[];
}

/**
 * Makes what changed and exchanges it in the site that is served, file by file. What nothing has changed is not touched.
 * @param memory of the site; its transaction is committed before the first file is exchanged
 * @returns how many files were exchanged
 */
export async function buildChanged(
  run: Run,
  subject: Subject,
  memory: Memory,
  changes: Changes,
): Promise<number> {
  const { staging, site } = run.target;
  const files = filesOfExchange(staging);
  removeOwn(staging);
  mark(staging, '', EXCHANGE_NAMES);
  try {
    const plan = planOf(KINDS, subject.content.edition, memory.outputs, changes);
    memory.outputs.forgetAskers(changes.questions);
    const differences = await makePlan(plan, files, subject, memory);
    const { puts, removals } = differences;
    step(accountOf(differences, memory.outputs.count()));
    step('核对网页和屏幕');
    verify(plan, findIn(files, site), subject);
    if (run.compress) await compressFiles(files);
    memory.outputs.keepRelease();
    if (puts.length + removals.length > 0) exchange(run, subject, memory, differences);
    else memory.state.commit();
    return puts.length + removals.length;
  } catch (error) {
    // What has begun to take its place must be brought to its end, by the next run.
    if (!isUnderWay(staging)) removed(staging, removeOwn);
    throw error;
  }
}

/** @param count of files that the site has now */
function accountOf({ puts, removals }: Differences, count: number): string {
  if (puts.length + removals.length === 0) return `没有变化，网站的 ${count} 个文件照旧`;
  const gone = removals.length > 0 ? `删去 ${removals.length} 个，` : '';
  return `生成网页（${puts.length} 个文件有变化，${gone}其余 ${count - puts.length} 个沿用）`;
}

/** Makes the units of a plan; what comes out as it was before is let go. */
async function makePlan(
  { make, remove }: Plan,
  files: string,
  { content, bundle }: Subject,
  { outputs, state }: Memory,
): Promise<Differences> {
  const before = new Map<string, File>();
  const take = (kind: string, key: string): void => {
    for (const output of outputs.take({ kind, key })) before.set(output.path, output);
  };
  for (const { kind, key } of remove) take(kind, key);
  for (const { kind, key } of make) take(kind.name, key);
  take(DATA_CATALOGUE, '');
  const made: MadeUnit[] = [];
  await makeUnits(files, content, bundle, make, (unit) => made.push(unit));
  for (const { kind, key, outputs: own, reads } of made)
    outputs.put({ kind: kind.name, key, outputs: own, reads });
  const now = new Map(made.flatMap((unit) => unit.outputs.map((output) => [output.path, output] as const)));
  const data = new DataFiles(content.edition, state);
  data.note(now.values());
  data.keepIn(state);
  const catalogue = writeDataCatalogue(files, content.edition, data);
  outputs.put({ kind: DATA_CATALOGUE, key: '', outputs: [catalogue], reads: new Set() });
  now.set(catalogue.path, catalogue);
  const indexes = await changeIndexes(files, content.edition, outputs);
  return differencesOf(files, before, now, indexes);
}

function differencesOf(
  files: string,
  before: ReadonlyMap<string, File>,
  now: ReadonlyMap<string, File>,
  indexes: Differences,
): Differences {
  const puts: string[] = [];
  for (const { path, sha256 } of now.values()) {
    if (before.get(path)?.sha256 === sha256) remove(join(files, path));
    else puts.push(path);
  }
  const removals = [...before.keys()].filter((path) => !now.has(path));
  return {
    // What is new comes first: what points to it is changed.
    puts: [...indexes.puts, ...puts.toSorted((a, b) => Number(before.has(a)) - Number(before.has(b)))],
    removals: [...removals, ...indexes.removals],
  };
}

/** Where a file of the next release lies: among those that were made, else in the site. */
const findIn =
  (files: string, site: string): Find =>
  (path) =>
    existsSync(join(files, path)) ? join(files, path) : join(site, path);

function verify({ make }: Plan, find: Find, { content: { corpus, edition } }: Subject): void {
  const ids = make.filter(({ kind }) => kind.name === 'announcement').map(({ key }) => ({ id: key }));
  verifyPages(find, ids);
  verifyItems(find, edition.disclosure);
  verifyScreens(find, corpus.screens);
}

/** With the forms of each file that `compressFiles` writes. One that is too small by now has none, and its old ones go. */
function withForms({ puts, removals }: Differences, files: string): Differences {
  const formsOf = (path: string): readonly string[] => FORMS.map((form) => `${path}${form}`);
  const isMade = (path: string): boolean => existsSync(join(files, path));
  return {
    puts: puts.flatMap((path) => [path, ...formsOf(path).filter(isMade)]),
    removals: [
      ...removals.flatMap((path) => [path, ...formsOf(path)]),
      ...puts.flatMap(formsOf).filter((path) => !isMade(path)),
    ],
  };
}

const topOf = (path: string): string => path.split('/', 1)[0]!;

/** From here on nothing may fail but the disk, and what that breaks off the next run ends. */
function exchange(
  { target: { staging, site }, compress, list }: Run,
  { content }: Subject,
  { state, outputs, release }: Memory,
  differences: Differences,
): void {
  const held = [...new Set([...namesHeld(site), ...differences.puts.map(topOf)])].filter((name) =>
    outputs.hasTop(name),
  );
  const name = content.corpus.site?.siteName ?? '';
  mark(filesOfExchange(staging), name, held.sort(), release);
  const { puts, removals } = compress ? withForms(differences, filesOfExchange(staging)) : differences;
  // A box that finds none waits for the next; by an old one it would take half of what is new.
  const manifests = manifestsIn(site).filter((name) => !outputs.hasTop(name));
  prepare(staging, { release, puts: [...puts, MARKER], removals: [...removals, ...manifests] }, realDisk);
  state.commit();
  list?.keep({ corpus: content.corpus, entries: content.corpus.entries }, content.settings.contentDir, true);
  step('切换');
  carryOut(staging, site, realDisk);
  removed(staging, removeOwn);
}
