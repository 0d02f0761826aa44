import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { CheckedContent } from '../core/check.ts';
import { kindAt } from '../core/corpus/regular-file.ts';
import { idOf } from '../core/report.ts';
import { SettingsError } from '../settings.ts';

/** What a name on the command line means in the content folder. */
interface Named {
  name: string;
  /** Whether a file, by its path from the content folder, is meant. */
  matches: (file: string) => boolean;
  /** The one announcement that is meant, where it is one. */
  id?: string;
  /** Whether it is the content folder itself. */
  isAll?: boolean;
}

/**
 * Finds out what a name means: a path from the working folder or from the content folder, or an id.
 * @throws {SettingsError} when it is a path that leads out of the content folder
 */
export function findNamed(name: string, contentDir: string): Named {
  const path = insideOf(name, contentDir);
  if (path === undefined) return { name, matches: (file) => idOf(file) === name, id: name };
  if (path === '') return { name, matches: () => true, isAll: true };
  const id = idOf(path);
  // What lies beside an announcement is judged with it.
  const home = /^(?:announcements\/[^/]+|disclosure)\/[^/]+\/[^/]+(?=\/)/u.exec(path)?.[0];
  const matches = (file: string): boolean =>
    file === path ||
    file.startsWith(`${path}/`) ||
    (home !== undefined && [home, `${home}/index.md`].includes(file));
  return id === undefined ? { name, matches } : { name, matches, id };
}

/**
 * Ends a run that would say that there is no fault in what it has not looked at.
 * @throws {SettingsError} when nothing that was checked, and nothing that was found, is what was named
 */
export function refuseEmpty({ name, matches }: Named, content: CheckedContent, contentDir: string): void {
  const { corpus, findings } = content;
  if ([...corpus.files, ...corpus.settings, ...findings.map(({ file }) => file)].some(matches)) return;
  const place = `${shown(contentDir)}/announcements/<类别>/<年份>/`;
  if (insideOf(name, contentDir) !== undefined)
    throw new SettingsError(`“${name}”里没有公告，什么也没有检查。公告要放在 ${place} 里。`);
  const isPath = /[\\/*?[\]{}.]/u.test(name);
  const where = isPath ? `公告要放在 ${place} 里；也可以只写公告的标识，就是不带 .md 的文件名。` : '';
  throw new SettingsError(`没有“${name}”这个文件或者公告。${where}`);
}

/** The path of what is named from the content folder, with `/`; nothing when nothing of the name is there. */
function insideOf(name: string, contentDir: string): string | undefined {
  if (name.trim() === '') return undefined;
  const own = name.replaceAll('\\', '/').replace(/^(?:\.\/)?content\//u, '');
  const [first, ...others] = [resolve(name), resolve(contentDir, name), resolve(contentDir, own)].filter(
    (path) => kindAt(path) !== 'missing',
  );
  if (first === undefined) return undefined;
  const inside =
    fromContent(first, contentDir) ??
    others.map((path) => fromContent(path, contentDir)).find((path) => path !== undefined);
  const isExplicit = /^(?:\.{0,2}\/|content\/)/u.test(name.replaceAll('\\', '/'));
  if (inside !== undefined && !(isExplicit && fromContent(first, contentDir) === undefined)) return inside;
  const place = `${shown(contentDir)}/announcements/<类别>/<年份>/`;
  throw new SettingsError(
    `“${name}”不在内容文件夹 ${shown(contentDir)} 里，没有检查。公告要放在 ${place} 里再检查。`,
  );
}

function fromContent(path: string, contentDir: string): string | undefined {
  const lexical = below(contentDir, path);
  if (lexical !== undefined) return lexical;
  try {
    return below(realpathSync(contentDir), realpathSync(path));
  } catch {
    return undefined;
  }
}

function below(folder: string, path: string): string | undefined {
  const inside = relative(folder, path).split(sep).join('/');
  return inside === '..' || inside.startsWith('../') || isAbsolute(inside) ? undefined : inside;
}

/** The content folder as one would write it here. */
function shown(contentDir: string): string {
  const path = relative('.', contentDir).split(sep).join('/');
  return path === '' || path.startsWith('..') ? contentDir : path;
}
