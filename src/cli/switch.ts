import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STATUS_NAME } from '../core/publishing.ts';
import { HOLDERS, removed, rename as renamePatiently } from '../patience.ts';
import { SettingsError } from '../settings.ts';
import { mark, removeOwn, siteNameIn, type Target } from './target.ts';

/** Renames a folder; throws EXDEV between two disks. */
type Rename = (from: string, to: string) => void;

/** Puts back the site that a switch had moved aside when it was broken off; whether there was one. */
export function putBack({ site, previous }: Target): boolean {
  if (existsSync(site) || !existsSync(previous)) return false;
  renamePatiently(previous, site);
  return true;
}

/** Brings a finished site beside the one that is served, also from another disk. */
export function bring(built: string, { staging }: Target, rename: Rename = renamePatiently): void {
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

/** Lets the site that was brought tell how the publishing machine stands, as the present one does until the switch. */
export function carryStatus({ site, staging }: Target): void {
  const told = join(site, STATUS_NAME);
  if (existsSync(told)) copyFileSync(told, join(staging, STATUS_NAME));
}

/**
 * Serves the site that was brought. Between its two steps there is no site for less than a millisecond; who is broken
 * off there is put right by `putBack`.
 * @throws {SettingsError} when the folder itself cannot be replaced
 */
export function switchIn({ site, staging, previous }: Target, rename: Rename = renamePatiently): void {
  const isReplacing = existsSync(site);
  try {
    removeOwn(previous);
    if (isReplacing) rename(site, previous);
  } catch (cause) {
    throw new SettingsError(
      `${site} 换不了名（${String(codeOf(cause))}）：它正被别的程序打开，或者是挂载点。原来的网站没有改动。先看有没有这些：${HOLDERS}；关掉以后再生成一次。是挂载点的，把 OUT_DIR 改成它里面的一个文件夹。`,
      { cause },
    );
  }
  try {
    rename(staging, site);
  } catch (cause) {
    const outcome = isReplacing ? broughtBack(previous, site, rename) : '什么也没有改动';
    throw new SettingsError(
      `新网站没有切换成功（${String(codeOf(cause))}），${outcome}。可能打开着 ${staging} 的有：${HOLDERS}；关掉以后再生成一次。`,
      { cause },
    );
  }
  // The new site is served: what is left of the old one is removed before the next switch.
  removed(previous, removeOwn);
}

/** Says where the site is that was served until now. */
function broughtBack(previous: string, site: string, rename: Rename): string {
  try {
    rename(previous, site);
    return '原来的网站已经放回原处';
  } catch {
    return `原来的网站在 ${previous}，下一次生成先把它放回原处`;
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
