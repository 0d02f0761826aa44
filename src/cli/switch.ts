import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { SettingsError } from '../settings.ts';
import { mark, removeOwn, siteNameIn, type Target } from './target.ts';

/** Renames a folder; throws EXDEV between two disks. */
type Rename = (from: string, to: string) => void;

/** Puts back the site that a switch had moved aside when it was broken off; whether there was one. */
export function putBack({ site, previous }: Target): boolean {
  if (existsSync(site) || !existsSync(previous)) return false;
  renameSync(previous, site);
  return true;
}

/** Brings a finished site beside the one that is served, also from another disk. */
export function bring(built: string, { staging }: Target, rename: Rename = renameSync): void {
  removeOwn(staging);
  mkdirSync(dirname(staging), { recursive: true });
  try {
    rename(built, staging);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    mark(staging, siteNameIn(built) ?? '', readdirSync(built));
    cpSync(built, staging, { recursive: true, preserveTimestamps: true });
  }
}

/**
 * Serves the site that was brought. Between its two steps there is no site for less than a millisecond; who is broken
 * off there is put right by `putBack`.
 * @throws {SettingsError} when the folder itself cannot be replaced
 */
export function switchIn({ site, staging, previous }: Target, rename: Rename = renameSync): void {
  removeOwn(previous);
  const isReplacing = existsSync(site);
  try {
    if (isReplacing) rename(site, previous);
  } catch (cause) {
    throw new SettingsError(
      `${site} 换不了名（${String(codeOf(cause))}）：它可能是挂载点，或者正被别的程序打开。原来的网站没有改动。请关闭那个程序，或者把 OUT_DIR 改成它里面的一个文件夹。`,
      { cause },
    );
  }
  try {
    rename(staging, site);
  } catch (cause) {
    if (isReplacing) renameSync(previous, site);
    throw new Error('新网站没有切换成功，原来的网站已经放回原处。', { cause });
  }
  removeOwn(previous);
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
