import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { STATUS_NAME } from '../core/publishing.ts';
import { SettingsError } from '../settings.ts';
import { remove } from '../patience.ts';

/** The file by which a build knows a folder as made by a build. */
export const MARKER = '.zhangbang.json';

/** Places in the project that a build may replace; git ignores them. */
const LAWFUL = /^(?:dist(?:\.(?!published\.)[^/]*)?|\.cache\/preview)$/u;

/** Where a finished site goes: the folder that is served, and its neighbours while one takes the other's place. */
export interface Target {
  /** Real path, without links. */
  readonly site: string;
  /** The next site, whole or still being copied. */
  readonly staging: string;
  /** The site that was served until now, while the next takes its place. */
  readonly previous: string;
}

/**
 * Finds where a site may be put, and touches nothing. Whatever is replaced there has been made by a build, and holds
 * neither content nor program.
 * @param settings with the folder of the program
 * @param what is put there: a site, or a part of one
 * @throws {SettingsError} when something else lies there
 */
export function findTarget(
  settings: { readonly outDir: string; readonly contentDir: string; readonly project: string },
  what: 'site' | 'part' = 'site',
): Target {
  const site = realPath(settings.outDir);
  const refused = (folder: string, why: string): SettingsError =>
    new SettingsError(`${REFUSALS[what](folder, why)}；里面是没有用的旧文件的，先自己移走。`);
  const why = whyUnlawful(site, realPath(settings.contentDir), realPath(settings.project));
  if (why) throw refused(site, why);
  const target = { site, staging: `${site}.staging`, previous: `${site}.previous` };
  for (const folder of Object.values(target)) {
    const found = whatIsIn(folder);
    if (found === 'other') throw refused(folder, '里面有不是生成网站时写的文件，会全部被删掉');
    if (found === 'file') throw refused(folder, '它是文件，不是文件夹');
    if (found === 'broken link') throw refused(folder, '它是一个链接，指向的文件夹不存在');
  }
  return target;
}

/** The name of the site in a folder that a build has made; undefined where there is none, or an older version made it. */
export const siteNameIn = (folder: string): string | undefined => wordIn(folder, 'site');

/** The release in a folder; undefined where none is remembered. */
export const releaseIn = (folder: string): string | undefined => wordIn(folder, 'release');

function wordIn(folder: string, key: 'site' | 'release'): string | undefined {
  try {
    const { [key]: word } = JSON.parse(readFileSync(join(folder, MARKER), 'utf8')) as Marker;
    return typeof word === 'string' ? word : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Lets later builds know a folder as made by a build of this site, and what it holds: the rest is somebody else's.
 * @param release names what is in it, where that is remembered
 */
export function mark(
  folder: string,
  site: string,
  holds: readonly string[] = namesIn(folder),
  release?: string,
): void {
  mkdirSync(folder, { recursive: true });
  const marker = { generator: 'zhangbang', site, holds, ...(release !== undefined && { release }) };
  writeFileSync(join(folder, MARKER), `${JSON.stringify(marker)}\n`);
}

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !OURS.has(name))
        .sort()
    : [];

/** Removes a folder that a build has made; what is left of it after a power cut is still known as such. */
export function removeOwn(folder: string): void {
  if (!existsSync(folder)) return;
  if (!existsSync(join(folder, MARKER))) mark(folder, '');
  for (const name of readdirSync(folder)) if (name !== MARKER) remove(join(folder, name));
  remove(folder);
}

function whyUnlawful(site: string, content: string, project: string): string | undefined {
  if (isWithin(content, site)) return '公告在它里面，会一起被删掉';
  if (isWithin(project, site)) return '程序在它里面，会一起被删掉';
  if (isWithin(site, content)) return '它在公告的文件夹里，网站会被当成公告';
  if (isWithin(site, project) && !LAWFUL.test(relative(project, site).split(sep).join('/')))
    return '它在程序的文件夹里，这里只有 dist 和 dist.什么 可以放网站';
  return undefined;
}

const REFUSALS: Readonly<Record<'site' | 'part', (folder: string, why: string) => string>> = {
  site: (folder, why) =>
    `网站不能放在 ${folder}：${why}。什么也没有改动。请把 OUT_DIR 改成空文件夹或者以前生成的网站，例如 dist`,
  part: (folder, why) =>
    `网站的一部分不能放在 ${folder}：${why}。什么也没有改动。请把 --part 改成空文件夹或者以前生成的这种文件夹，例如 dist.2019`,
};

/** Whether a path is a folder or lies in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return (
    way === '' ||
    (way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path && !/^[A-Za-z]:/u.test(way))
  );
}

/** The path without links, also of what does not exist yet. */
export function realPath(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

function whatIsIn(folder: string): 'nothing' | 'site' | 'file' | 'broken link' | 'other' {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found) return 'nothing';
  if (found.isSymbolicLink()) return 'broken link';
  if (!found.isDirectory()) return 'file';
  const names = readdirSync(folder);
  // The publishing machine tells how it stands before there is a first site.
  if (names.every((name) => name === STATUS_NAME)) return 'nothing';
  if (!names.includes(MARKER)) return isOlderSite(folder) ? 'site' : 'other';
  const holds = new Set(namesHeld(folder));
  const isOurs = (name: string): boolean => OURS.has(name) || holds.has(name) || LATER.test(name);
  return names.every(isOurs) ? 'site' : 'other';
}

/** What tells of a site and is no part of it. */
const OURS: ReadonlySet<string> = new Set([MARKER, STATUS_NAME]);

/** What other commands put into a finished site: `mirror -- pack` its manifests, `--compress` short forms. */
const LATER = /^\.carried\.json$|^manifest[\w.-]*$|\.(?:gz|br)$/u;

/** The manifests that `mirror -- pack` has put into a site: they list what was in it then. */
export const manifestsIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => /^manifest[\w.-]*$/u.test(name));

/** What a build has written into a folder, by its marker; nothing where that is none of ours. */
export function namesHeld(folder: string): readonly string[] {
  try {
    const { generator, holds } = JSON.parse(readFileSync(join(folder, MARKER), 'utf8')) as Marker;
    return generator === 'zhangbang' && Array.isArray(holds) ? (holds as string[]) : [];
  } catch {
    return [];
  }
}

interface Marker {
  generator?: unknown;
  site?: unknown;
  holds?: unknown;
  release?: unknown;
}

/** A site of a version that left no marker. */
const isOlderSite = (folder: string): boolean =>
  existsSync(join(folder, 'feeds/all.xml')) && existsSync(join(folder, 'announcements'));
