import { bytesOf, isDeviceName, keyOfName, LONGEST_NAME } from '../core/file-name.ts';

const LONGEST_PATH = 1024;

/** Words of ASCII letters and digits between points and slashes: only a device of Windows may be wrong with one of these. */
const PLAIN = /^[\w-]+(?:[./][\w-]+)*$/u;

const ON_WINDOWS = '文件名是 Windows 保留的';

/**
 * Why a path from a manifest must not be written, in Chinese; nothing when it may. It must lie below the folder on any
 * file system: no `..`, no drive, no backslash, no name that Windows reads as another.
 */
export function faultOfPath(path: string): string | undefined {
  if (PLAIN.test(path) && path.length <= LONGEST_NAME)
    return path.split('/').some(isDeviceName) ? ON_WINDOWS : undefined;
  if (path === '') return '路径是空的';
  if (bytesOf(path) > LONGEST_PATH) return '路径太长';
  if (/[\p{Cc}\p{Cf}\p{Cs}\\:*?"<>|]/u.test(path)) return '路径里有不能用的字符';
  if (path.startsWith('/')) return '路径不能从“/”开始';
  for (const name of path.split('/')) {
    if (name === '') return '路径里有两个“/”连在一起，或以“/”结尾';
    if (name === '.' || name === '..') return '路径里有“.”或“..”';
    if (bytesOf(name) > LONGEST_NAME) return '文件名太长';
    if (/[. ]$/u.test(name) || name.startsWith(' ')) return '文件名不能以点或空格结尾';
    if (isDeviceName(name)) return ON_WINDOWS;
  }
  return undefined;
}

/** The first two paths that one file system or another takes for the same, or of which one is a file in the way of the other. */
export function clashOf(paths: readonly string[]): readonly [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const key = keyOfName(path);
    const other = seen.get(key);
    if (other !== undefined) return [other, path];
    seen.set(key, path);
  }
  const folders = new Map<string, string>();
  for (const path of paths) {
    for (const folder of foldersAbove(path)) {
      // Then those above it were looked at with it.
      if (folders.get(folder) === folder) break;
      const key = keyOfName(folder);
      const file = seen.get(key);
      if (file !== undefined) return [file, path];
      const other = folders.get(key);
      // Two folders that differ in case alone become one on a disk without case.
      if (other !== undefined && other !== folder) return [`${other}/`, path];
      folders.set(key, folder);
    }
  }
  return undefined;
}

/** The folders that a path lies in, from the nearest to that in the root. */
export function* foldersAbove(path: string): Generator<string> {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    yield path.slice(0, end);
}
