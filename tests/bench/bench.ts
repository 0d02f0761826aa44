import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runScript, ScriptError, wholeNumber } from '../script.ts';
import { partsOf, renewPart, writtenPart } from './document.ts';
import { Figures } from './figures.ts';
import { stateKept } from './kept.ts';
import { loadNow, printOrigin, stateOfFiles, type State } from './origin.ts';
import { parts, type Part } from './parts.ts';
import { Sheet } from './sheet.ts';
import { Workshop } from './workshop.ts';

/** Holds the figures of every part. */
const DOCUMENT = 'docs/performance.md';

/** Shows some of them again, to whoever runs a site. */
const GUIDE = 'docs/scale.md';

const usage = `usage: npm run bench -- [PART …] [--count N] [--seed TEXT] [--site FOLDER] [--write]
                         [--peer COMMAND [--peer-count N]] [--scripts N] [--keep FOLDER]
Measures all parts, or those named, and prints each figure as it comes beside what it may be. Exit code 1 when a promise
is not kept or a stage fails; the stages that do not need it go on.

${parts.map(({ name, about }) => `  ${name.padEnd(8)} ${about}`).join('\n')}

--count  announcements of the made-up archive (10000)
--seed   another archive for another text (1)
--peer   builds as large a site by another program; “one” measures it in turn with ours and prints ratios
--peer-count  announcements of the site that the other program builds, where it is no site as large (as --count)
--scripts  instead of measuring, “one” compares N scripts of random edits with whole builds
--keep   works in this folder and leaves it: a run over a large archive that was broken off goes on with what “one”
         has built there, of the files of that time
--site   a site that is there already, for those parts that take one
--write  write the figures of these parts into ${DOCUMENT}, with the commit that was measured`;

const options = {
  count: { type: 'string', default: '10000' },
  seed: { type: 'string', default: '1' },
  peer: { type: 'string' },
  'peer-count': { type: 'string' },
  scripts: { type: 'string', default: '0' },
  keep: { type: 'string' },
  site: { type: 'string' },
  write: { type: 'boolean', default: false },
} as const;

interface Given {
  readonly count: number;
  readonly seed: string;
  readonly peer?: string;
  readonly peerCount: number;
  readonly scripts: number;
  /** Is left as it is, for another run. */
  readonly keep?: string;
  readonly site?: string;
  /** Into the document, with the state of the files that is measured. */
  readonly write?: State;
}

/** Returns the exit code. */
async function bench(chosen: readonly Part[], given: Given): Promise<number> {
  const folder = given.keep ?? mkdtempSync(join(tmpdir(), 'zhangbang-bench-'));
  const faults: string[] = [];
  try {
    const shop = new Workshop(folder, given);
    for (const part of chosen) {
      const before = loadNow();
      const sheet = await measurePart(part, shop);
      faults.push(...sheet.failed.map((stage) => `${part.name}: ${stage} failed`));
      faults.push(...sheet.missed.map((promise) => `${part.name}: ${promise} missed`));
      if (given.write) await write(part, sheet, { ...given, state: given.write, before });
    }
  } finally {
    if (given.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
  console.log(faults.length === 0 ? '\nevery promise is kept' : `\n${faults.join('\n')}`);
  return faults.length === 0 ? 0 : 1;
}

async function measurePart({ name, about, load }: Part, shop: Workshop): Promise<Sheet> {
  console.log(`\n== ${name}: ${about}`);
  const sheet = new Sheet(console.log);
  try {
    const { run } = await load();
    await run(new Figures(sheet.take), shop);
  } catch (error) {
    // Not a stage that went wrong but the part itself.
    const why = error instanceof Error ? error.stack! : String(error);
    sheet.take({ kind: 'failure', stage: 'the part itself', why });
  }
  return sheet;
}

/** A part of which a stage failed keeps the figures that it had, which say how old they are. */
async function write(
  { name }: Part,
  { failed, tables, remarks }: Sheet,
  { count, seed, state, before }: Given & { state: State; before: number },
): Promise<void> {
  if (failed.length > 0) return console.log(`${DOCUMENT}: the figures of ${name} stay as they are`);
  const command = `npm run bench -- ${name} --count ${count} --seed ${seed}`;
  const origin = printOrigin({ command, state, load: [before, loadNow()], remarks });
  for (const file of [DOCUMENT, GUIDE]) {
    const document = readFileSync(file, 'utf8');
    if (file === GUIDE && !partsOf(document).has(name)) continue;
    await writeDocument(file, renewPart(document, name, writtenPart(origin, tables)));
    console.log(`${file}: the figures of ${name} are written`);
  }
}

async function writeDocument(file: string, text: string): Promise<void> {
  const { format, resolveConfig } = await import('prettier');
  const style = await resolveConfig(file);
  writeFileSync(file, await format(text, { ...style, parser: 'markdown' }));
}

/** The state of the files that are measured; the documents themselves are written meanwhile. */
function stateToWrite(keep: string | undefined): State {
  const state = (keep === undefined ? undefined : stateKept(keep)) ?? stateOfFiles([DOCUMENT, GUIDE]);
  if (!state)
    throw new ScriptError('--write names the commit that was measured: it needs git and its history');
  return state;
}

await runScript({ usage, options, names: parts.map(({ name }) => name) }, (values, named) => {
  const { site, seed, peer, keep } = values;
  const chosen = parts.filter(({ name }) => named.length === 0 || named.includes(name));
  const unfit = chosen.find(({ takesSite }) => site !== undefined && !takesSite);
  if (unfit) throw new ScriptError(`--site does not go with ${unfit.name}`);
  if (site !== undefined && values.write)
    throw new ScriptError('--write does not go with --site: nobody could measure the same again');
  if (!/^[\w-]+$/u.test(seed)) throw new ScriptError('--seed takes letters, digits, “-” and “_”');
  const count = wholeNumber('count', values.count, 8);
  const peerCount = wholeNumber('peer-count', values['peer-count'] ?? values.count, 1);
  const scripts = wholeNumber('scripts', values.scripts, 0);
  return bench(chosen, {
    count,
    seed,
    site,
    peer,
    peerCount,
    scripts,
    keep: keep === undefined ? undefined : resolve(keep),
    write: values.write ? stateToWrite(keep) : undefined,
  });
});
