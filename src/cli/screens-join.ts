import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { joinReports, type ReportFile } from '../core/health/join.ts';
import type { Report } from '../core/health/report.ts';
import { SettingsError } from '../settings.ts';

/**
 * The reports that somebody has named, and those in folders that were named, as one. What the run before has written
 * into `out` is no report of a machine.
 * @throws {SettingsError} where no file is named and a folder has none
 */
export function joined(named: readonly string[], out: string | undefined, now: number): Report {
  if (named.length === 0)
    throw new SettingsError('合并哪些报告？请在 --join 后面写 health.json 的路径，或放着它们的文件夹。');
  const own = out === undefined ? undefined : resolve(out, 'health.json');
  const paths = named.flatMap((path) => (isFolder(path) ? reportsIn(path, own) : [path]));
  return joinReports(
    paths.map((path) => read(path)),
    now,
  );
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** `health-1.json` beside others, and `lobby-1/health.json` a folder deeper, in the order of their names. */
function reportsIn(folder: string, own: string | undefined): readonly string[] {
  const paths = readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      if (!entry.isDirectory()) return entry.name.endsWith('.json') ? [join(folder, entry.name)] : [];
      const inner = join(folder, entry.name, 'health.json');
      return statSync(inner, { throwIfNoEntry: false }) ? [inner] : [];
    })
    .filter((path) => resolve(path) !== own)
    .sort();
  if (paths.length === 0) throw new SettingsError(`${folder} 里没有报告（health.json）。请核对路径。`);
  return paths;
}

/** A report that bears the usual name is known by its folder. */
function read(path: string): ReportFile {
  const file = basename(path, '.json');
  const label = file === 'health' ? basename(dirname(resolve(path))) : file;
  const name = relative('.', path).startsWith('..') ? path : relative('.', path);
  try {
    return { name, label, text: readFileSync(path, 'utf8') };
  } catch {
    return { name, label, text: undefined };
  }
}
