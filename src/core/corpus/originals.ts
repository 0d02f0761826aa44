import { join } from 'node:path';
import { ORIGINALS, type ContentFolder } from './content-folder.ts';
import type { Entry } from './corpus.ts';
import { digestFile } from './digest.ts';
import { kindAt } from './regular-file.ts';
import { troubleWith } from './trouble.ts';

/**
 * Holds the pages of an old site, `originals/<id>/`, against the digests that their announcements state. That one is
 * missing is no fault: what names persons is kept elsewhere. `ids` are those of all announcements, readable or not; with
 * `about`, the originals of these alone are looked at.
 */
export function checkOriginals(
  folder: ContentFolder,
  entries: readonly Entry[],
  ids: ReadonlySet<string>,
  about: ReadonlySet<string> | undefined,
): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const id of folder.list(ORIGINALS)) {
    const path = `${ORIGINALS}/${id}`;
    const kind = kindAt(join(folder.root, path));
    if (kind === 'file') {
      const help = '一份公告一个文件夹，用公告的标识命名，旧网页放在里面';
      folder.add(path, 'F404', '这里只放文件夹', help);
    } else if (kind !== 'folder') {
      const { code, message, help = '' } = troubleWith(path, kind);
      folder.add(path, code, message, help);
    } else if (about?.has(id) ?? true) checkOriginal(folder, path, byId.get(id), ids.has(id));
  }
}

function checkOriginal(
  folder: ContentFolder,
  path: string,
  entry: Entry | undefined,
  isKnown: boolean,
): void {
  // Of one that cannot be read it is not known what it states.
  if (!entry && isKnown) return;
  const stated = entry?.announcement.originalHash;
  if (stated === undefined) {
    const message = entry ? `公告“${entry.id}”没有写“原文校验”` : '没有这个标识的公告';
    const help = '核对文件夹的名称；公告改了名或者没有导入的，把原文移到内容文件夹外面';
    folder.add(path, 'A126', message, help);
    return;
  }
  const names = folder.list(path).filter((name) => kindAt(join(folder.root, path, name)) === 'file');
  const digests = names.map((name) => digestOf(join(folder.root, path, name)));
  if (names.length === 0 || digests.includes(stated) || digests.includes(undefined)) return;
  const message = `原文和公告的“原文校验”对不上，${names.length === 1 ? '它是' : '第一个文件是'} ${digests[0]!}`;
  const help = '从备份恢复原来的文件；文件没有改过的，重新导入这一页';
  folder.add(`${path}/${names[0]!}`, 'A127', message, help);
}

/** The digest as an announcement states it; nothing of what may not be read. */
function digestOf(path: string): string | undefined {
  try {
    return `sha256:${digestFile(path).sha256}`;
  } catch {
    return undefined;
  }
}
