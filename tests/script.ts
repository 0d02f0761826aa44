import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** What keeps a program from running, in one sentence for whoever started it. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

/** Failures whose message is the whole sentence: that above, a machine without a browser, a setting that cannot be used. */
const EXPECTED: readonly string[] = ['ScriptError', 'SetupError', 'SettingsError'];

/** How a program of the tests is started by hand. */
interface Script<O> {
  /** What `--help` prints. */
  readonly usage: string;
  readonly options: O;
  /** The words that may stand beside the options; none if not given. */
  readonly names?: readonly string[];
}

const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const;

const parse = <const O extends ParseArgsOptionsConfig>(options: O) =>
  parseArgs({ allowPositionals: true, options: { ...options, ...HELP } });

/**
 * Starts a program with the arguments of the command line. `--help` prints its usage and ends with exit code 0, an
 * argument that it does not know and a failure that was to be expected are one sentence and exit code 2. Else the exit code is what `work`
 * returns: 0 done, 1 findings, 2 could not run.
 */
export async function runScript<const O extends ParseArgsOptionsConfig>(
  { usage, options, names = [] }: Script<O>,
  work: (values: ReturnType<typeof parse<O>>['values'], named: readonly string[]) => number | Promise<number>,
): Promise<void> {
  try {
    const { values, positionals } = readArguments(options, names);
    if ((values as { help?: boolean }).help) console.log(usage);
    else process.exitCode = await work(values, positionals);
  } catch (error) {
    if (!(error instanceof Error) || !EXPECTED.includes(error.name)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

function readArguments<const O extends ParseArgsOptionsConfig>(options: O, names: readonly string[]) {
  const given = parsed(options);
  const unknown = given.positionals.find((name) => !names.includes(name));
  if (unknown === undefined) return given;
  const known = names.length > 0 ? `there are ${names.join(', ')}` : 'it takes options alone';
  throw new ScriptError(`there is no “${unknown}”: ${known}; --help tells more`);
}

function parsed<const O extends ParseArgsOptionsConfig>(options: O) {
  try {
    return parse(options);
  } catch (cause) {
    // Node goes on to say how a word could begin with a dash.
    const [fault] = (cause as Error).message.split(/\. |\n/u);
    throw new ScriptError(`${fault}; --help tells what can be written`, { cause });
  }
}

/**
 * A whole number, as an option has it.
 * @throws {ScriptError} for anything else, or one below `least`
 */
export function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  throw new ScriptError(`--${option} takes a whole number, ${least} or more, not “${text}”`);
}
