import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { SettingsError } from '../settings.ts';

const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const;

/**
 * Reads the arguments of a command by Node's own parser; every command knows `--help`.
 * @throws {SettingsError} one line with the option that is wrong and the first of the usage
 */
export function readOptions<const O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  usage: string,
  options: O,
) {
  refuseSingleQuotes(args);
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { ...options, ...HELP } });
  } catch (cause) {
    throw new SettingsError(refusal(faultOf(cause), usage), { cause });
  }
}

/**
 * The same for a command that takes options alone.
 * @throws {SettingsError} as above, and for an argument that is no option
 */
export function readOptionsAlone<const O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  usage: string,
  options: O,
) {
  const { values, positionals } = readOptions(args, usage, options);
  refuseArguments(positionals, usage);
  return values;
}

/** @throws {SettingsError} for an argument that is no option */
export function refuseArguments([first]: readonly string[], usage: string): void {
  if (first !== undefined) throw new SettingsError(refusal(`看不懂“${first}”`, usage));
}

const refusal = (fault: string, usage: string): string => `${fault}。${usage.split('\n')[0]!}`;

/**
 * In cmd, the command line of Windows, single quotes are signs like others and hold nothing together.
 * @throws {SettingsError} where they have come along
 */
function refuseSingleQuotes(args: readonly string[]): void {
  const first = args.findIndex((arg) => /^(?:--?[\w-]+=)?'/u.test(arg));
  if (first < 0 || !args.slice(first).some((arg) => arg.endsWith("'"))) return;
  throw new SettingsError(
    `“${args[first]!}”前面的单引号没有起作用：Windows 的命令行只认双引号。请把一对 ' 改成一对 "，再运行一次；内容里本来有双引号的，写进文件，用 --from 文件。`,
  );
}

/** By the error of Node's parser: `Unknown option '--speed'. To specify …`, `Option '-t, --to <value>' argument missing`. */
function faultOf(cause: unknown): string {
  const { code, message } = cause as Error & { code?: string };
  const [, option] = /'(?:-\w, )?(--?[^' ]+)/u.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有“${option}”这个选项`;
  return message.includes('does not take') ? `“${option}”后面不写内容` : `“${option}”后面缺少内容`;
}

/**
 * One of the formats that a command can print.
 * @throws {SettingsError} for any other
 */
export function formatOf<const F extends readonly string[]>(written: string, formats: F): F[number] {
  const format = formats.find((one) => one === written);
  if (format === undefined) throw new SettingsError(`没有“${written}”这种格式。可用：${formats.join('、')}`);
  return format;
}
