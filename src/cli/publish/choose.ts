import type { Change } from '../../office/changes.ts';
import { idOf } from '../../core/report.ts';
import { SettingsError } from '../../settings.ts';
import { isAtTerminal, terminal } from '../drafting/terminal.ts';
import { findNamed } from '../named.ts';

/** What was asked for: names of announcements and files, or everything. */
interface Wanted {
  readonly names: readonly string[];
  readonly all: boolean;
}

/**
 * The files to publish out of what has changed: an announcement with all that belongs to it. Where several have changed
 * and none is named, whoever sits there is asked, since others may be writing in the same folder.
 * @throws {SettingsError} where a name is none of them, or nobody can be asked
 */
export async function chooseFiles(
  changes: readonly Change[],
  { names, all }: Wanted,
  contentDir: string,
): Promise<readonly string[]> {
  const groups = Map.groupBy(changes, ({ file }) => idOf(file) ?? file);
  const filesOf = (chosen: readonly string[]): readonly string[] =>
    chosen.flatMap((one) => groups.get(one) ?? []).map(({ file }) => file);
  if (names.length > 0) return names.flatMap((name) => filesOf(meant(name, [...groups.keys()], contentDir)));
  if (all || groups.size < 2) return filesOf([...groups.keys()]);
  if (!isAtTerminal())
    throw new SettingsError(
      `有 ${groups.size} 项改动，请写明发布哪几项，或者用 --all 全部发布：\n${list([...groups.keys()])}`,
    );
  const choices = [...groups].map(([value, own]) => ({ value, label: value, hint: HINTS[own[0]!.kind] }));
  return filesOf(await terminal.chooseSome('发布哪几项？', choices));
}

const HINTS: Readonly<Record<Change['kind'], string>> = { new: '新的', changed: '有改动', removed: '删去' };

const list = (names: readonly string[]): string => names.map((name) => `  ${name}`).join('\n');

function meant(name: string, known: readonly string[], contentDir: string): readonly string[] {
  const { id, matches } = findNamed(name, contentDir);
  const found = known.filter((one) => (id === undefined ? matches(one) : one === id));
  if (found.length > 0) return found;
  throw new SettingsError(
    known.length === 0
      ? `“${name}”没有改动，不用发布。`
      : `“${name}”没有改动，或者名字写错了。有改动的是：\n${list(known)}`,
  );
}
