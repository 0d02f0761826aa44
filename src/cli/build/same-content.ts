import { isAsSeen } from '../../build/files.ts';
import { filesBelow, type Output } from '../../build/making.ts';
import type { Outputs } from '../../build/outputs.ts';
import { readSettings, settingsFor } from '../../settings.ts';
import { FORMS } from '../compress.ts';
import { MARKER, releaseIn } from '../target.ts';
import type { Memory } from './memory.ts';
import type { Run } from './run.ts';

/**
 * The release that is served, where a whole build must come to the same: content, program, settings and moment are those
 * that it was made of. To be asked before what is remembered of it is forgotten.
 */
export function releaseOfSame({ state, site, release }: Memory, { target }: Run): string | undefined {
  const settings = readSettings();
  const isSame =
    state.lost === undefined &&
    releaseIn(target.site) === release &&
    state.get('now') === settingsFor(settings, site).now &&
    isAsSeen(state, settings.contentDir);
  return isSame ? release : undefined;
}

/** Files that are named at most. */
const MOST_NAMED = 10;

/**
 * Says whether a whole build came to the very files that are served, which were made bit by bit.
 * @param served the release that is served; see `releaseOfSame`
 * @param site the folder in which it still is
 */
export function tellWhetherSame(served: string, { release, outputs }: Memory, site: string): void {
  if (served === release) {
    console.log(`一致：全部重新生成的 ${outputs.count()} 个文件和正在用的网站逐字节相同`);
    return;
  }
  const unlike = filesUnlike(outputs, site);
  const names = unlike.slice(0, MOST_NAMED).join('、');
  console.error(
    `不一致：全部重新生成的和正在用的网站有 ${unlike.length} 个文件不同：${names}${unlike.length > MOST_NAMED ? ' 等' : ''}。网站换成全部重新生成的，不用补救；请把这几行和上一次全部生成以后改了什么告诉维护者，这是程序的错误。`,
  );
}

/** Paths that the site in a folder has otherwise, has alone, or has not. */
function filesUnlike(outputs: Outputs, site: string): readonly string[] {
  const isOurs = ({ path }: { path: string }): boolean =>
    path !== MARKER && !FORMS.some((form) => path.endsWith(form));
  const [made, served] = [digestsOf(outputs.all()), digestsOf(filesBelow(site).filter(isOurs))];
  return [...new Set([...made.keys(), ...served.keys()])]
    .filter((path) => made.get(path) !== served.get(path))
    .sort();
}

const digestsOf = (files: readonly Pick<Output, 'path' | 'sha256'>[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, sha256 }) => [path, sha256]));
