import { bytesOf, isDeviceName, keyOfName, LONGEST_NAME } from '../core/file-name.ts';

const LONGEST_PATH = 1024;

/**
 * Why a path from a manifest must not be written, in Chinese; nothing when it may. It must lie below the folder on any
 * file system: no `..`, no drive, no backslash, no name that Windows reads as another.
 */
export function faultOfPath(path: string): string | undefined {
  if (path === '') return '路径是空的';
  if (bytesOf(path) > LONGEST_PATH) return '路径太长';
  if (/[\p{Cc}\p{Cf}\p{Cs}\\:*?"<>|]/u.test(path)) return '路径里有不能用的字符';
  if (path.startsWith('/')) return '路径不能从“/”开始';
  for (const name of path.split('/')) {
    if (name === '') return '路径里有两个“/”连在一起，或以“/”结尾';
    if (name === '.' || name === '..') return '路径里有“.”或“..”';
    if (bytesOf(name) > LONGEST_NAME) return '文件名太长';
    if (/[. ]$/u.test(name) || name.startsWith(' ')) return '文件名不能以点或空格结尾';
    if (isDeviceName(name)) return '文件名是 Windows 保留的';
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
    const names = path.split('/');
    for (let length = 1; length < names.length; length++) {
      const folder = names.slice(0, length).join('/');
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
