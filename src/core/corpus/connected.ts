import { closeSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { formOf, types } from '../announcement/schema.ts';
import { ContentFolder, type AnnouncementFile } from './content-folder.ts';
import { LARGEST_FILE } from './front-matter.ts';
import { openRegular } from './regular-file.ts';

const labelsOfKey = (key: string): readonly string[] => [
  ...new Set(
    types.flatMap((spec) =>
      formOf(spec).flatMap((field) => (field.key === key ? [field.label, ...field.alsoCalled] : [])),
    ),
  ),
];

const lineOf = (key: string): RegExp =>
  new RegExp(`^[ \\t]*["'“‘]?(?:${labelsOfKey(key).join('|')})["'”’]?[ \\t]*[:：][ \\t]*(.+)$`, 'gmu');

const CODE = lineOf('projectCode');
const RELATED = lineOf('related');
const NOTICES = labelsOfKey('screenNotices');

/** The project code and the earlier announcement that a text names, read so loosely that no slip hides them. */
export function namedIn(text: string): { codes: readonly string[]; related: readonly string[] } {
  const valuesOf = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)]
      .map(([, value]) => value!.replace(/["'“”‘’]|\.md/gu, '').trim())
      .filter(Boolean);
  return { codes: valuesOf(CODE), related: valuesOf(RELATED) };
}

/** The announcement files that have these ids, name one of these ids or project codes, or are named by them. */
export const announcementsConnectedWith = (
  root: string,
  names: ReadonlySet<string>,
): readonly AnnouncementFile[] =>
  connectedWith(root, [...new ContentFolder(root).announcementFiles()], names);

/**
 * Of all announcement files those with the given ids and those that can have a part in what is found about them: of
 * their projects, naming them, or named by them at any distance; and where they speak to the hall, those that do so
 * too. A file too many does no harm.
 */
export function connectedWith(
  root: string,
  files: readonly AnnouncementFile[],
  ids: ReadonlySet<string>,
): readonly AnnouncementFile[] {
  const bytesOf = (file: AnnouncementFile): Buffer => read(join(root, file.file));
  const byId = new Map(files.filter(({ isDouble }) => !isDouble).map((file) => [file.id, file]));
  const names = new Set<string>(ids);
  const chain = [...ids];
  for (let id = chain.pop(); id !== undefined; id = chain.pop()) {
    const file = byId.get(id);
    if (!file) continue;
    const text = bytesOf(file).toString();
    const { codes, related } = namedIn(text);
    if (ids.has(id)) for (const label of NOTICES) if (text.includes(label)) names.add(label);
    chain.push(...related.filter((other) => !names.has(other)));
    for (const name of [...codes, ...related]) names.add(name);
  }
  return files.filter((file) => {
    if (names.has(file.id)) return true;
    const bytes = bytesOf(file);
    return [...names].some((name) => bytes.includes(name));
  });
}

/** All 10,000 files of an archive are looked into: through one buffer a check of one takes 0.45 s, with readFileSync 0.65 s. */
const buffer = Buffer.alloc(LARGEST_FILE);

/** The bytes of a file until the next one is read; none of what cannot be read or is too large to be one of ours. */
function read(path: string): Buffer {
  const opened = openRegular(path);
  if ('trouble' in opened) return buffer.subarray(0, 0);
  try {
    return buffer.subarray(0, readSync(opened.descriptor, buffer));
  } catch {
    return buffer.subarray(0, 0);
  } finally {
    closeSync(opened.descriptor);
  }
}
