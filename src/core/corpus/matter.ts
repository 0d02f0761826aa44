import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formOf, types } from '../announcement/schema.ts';
import { ContentFolder, type AnnouncementFile } from './content-folder.ts';

const labelsOfKey = (key: string): readonly string[] => [
  ...new Set(
    types.flatMap((spec) => formOf(spec).flatMap((field) => (field.key === key ? field.label : []))),
  ),
];

const lineOf = (key: string): RegExp =>
  new RegExp(`^[ \\t]*["'“‘]?(?:${labelsOfKey(key).join('|')})["'”’]?[ \\t]*[:：][ \\t]*(.+)$`, 'gmu');

const CODE = lineOf('projectCode');
const RELATED = lineOf('related');

/** The project code and the earlier announcement that a text names, read so loosely that no slip hides them. */
export function matterIn(text: string): { codes: readonly string[]; related: readonly string[] } {
  const valuesOf = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)]
      .map(([, value]) => value!.replace(/["'“”‘’]|\.md/gu, '').trim())
      .filter(Boolean);
  return { codes: valuesOf(CODE), related: valuesOf(RELATED) };
}

/** The announcement files that have these ids, name one of these ids or project codes, or are named by them. */
export const announcementsAbout = (root: string, names: ReadonlySet<string>): readonly AnnouncementFile[] =>
  bearingOn(root, [...new ContentFolder(root).announcementFiles()], names);

/**
 * Of all announcement files those with the given ids and those that can have a part in what is found about them: of
 * their projects, naming them, or named by them at any distance. A file too many does no harm.
 */
export function bearingOn(
  root: string,
  files: readonly AnnouncementFile[],
  ids: ReadonlySet<string>,
): readonly AnnouncementFile[] {
  const bytesOf = (file: AnnouncementFile): Buffer => read(join(root, file.file));
  const byId = new Map(files.map((file) => [file.id, file]));
  const names = new Set<string>(ids);
  const chain = [...ids];
  for (let id = chain.pop(); id !== undefined; id = chain.pop()) {
    const file = byId.get(id);
    if (!file) continue;
    const { codes, related } = matterIn(bytesOf(file).toString());
    chain.push(...related.filter((other) => !names.has(other)));
    for (const name of [...codes, ...related]) names.add(name);
  }
  return files.filter((file) => {
    if (names.has(file.id)) return true;
    const bytes = bytesOf(file);
    return [...names].some((name) => bytes.includes(name));
  });
}

const read = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
};
