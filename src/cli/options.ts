import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { SettingsError } from '../settings.ts';

const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const;

/**
 * Reads the arguments of a command by Node's own parser; every command knows `--help`.
 * @throws {SettingsError} with the command's usage, when there is an option that it does not know
 */
export function readOptions<const O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  usage: string,
  options: O,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { ...options, ...HELP } });
  } catch (cause) {
    throw new SettingsError(`看不懂这些参数。\n\n${usage}`, { cause });
  }
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
