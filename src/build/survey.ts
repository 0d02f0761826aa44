import { ContentFolder, ORIGINALS, type AnnouncementFile } from '../core/corpus/content-folder.ts';
import { idsOf } from '../core/corpus/load.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { AnnouncementTable } from './announcements.ts';
import { FileTable, listingOf, scanContent } from './files.ts';
import type { State } from './state.ts';

/** How the disk is looked at. */
export interface Look {
  readonly contentDir: string;
  /** Whether every file is read, whatever its times say. */
  readonly isParanoid?: boolean;
  /** See `scanContent`; in milliseconds since 1970. */
  readonly settled: number;
}

/** What has changed in the content folder since the last run. */
export interface Survey {
  /** Announcement files that came or may say something else. */
  readonly changed: ReadonlySet<string>;
  /** Those that went. The table still lists them. */
  readonly gone: readonly string[];
  /** Ids that came, went, or changed between being the id of a file and of what cannot be read. */
  readonly ids: ReadonlySet<string>;
  /** Ids whose originals are others. */
  readonly originals: ReadonlySet<string>;
  /** Whether a file of the disclosure catalogue is another. */
  readonly isDisclosureChanged: boolean;
}

/** Looks at what lies in the content folder, and lists the announcement files as they are now. */
export function surveyContent(state: State, table: AnnouncementTable, look: Look): Survey {
  const scan = scanContent(look.contentDir, look.settled);
  const { paths, isRearranged } = new FileTable(state, look.contentDir).update(
    scan,
    look.isParanoid === true,
  );
  const moved = isRearranged
    ? relist(state, table, new ContentFolder(look.contentDir, listingOf(look.contentDir, scan)))
    : { came: [], gone: [], ids: new Set<string>() };
  const homes = [...paths].flatMap((path) => table.some(homesOf(path)).map(({ file }) => file));
  return {
    changed: new Set([...moved.came, ...homes]),
    gone: moved.gone,
    ids: moved.ids,
    originals: new Set([...paths].flatMap((path) => (isIn(ORIGINALS, path) ? path.split('/')[1]! : []))),
    isDisclosureChanged: [...paths].some((path) => isIn('disclosure', path)),
  };
}

/** Where what lies in the announcements' folder without being one was told of. */
export const structureFindings = (state: State): readonly Diagnostic[] =>
  JSON.parse(state.get('structure') ?? '[]') as Diagnostic[];

/** Ids of all announcements; as `Corpus` has them. */
export const idsIn = (state: State, table: AnnouncementTable): ReadonlySet<string> =>
  idsOf(table.ids(), spoiledIn(state));

const spoiledIn = (state: State): ReadonlySet<string> =>
  new Set(JSON.parse(state.get('spoiled') ?? '[]') as string[]);

const isIn = (folder: string, path: string): boolean => path.startsWith(`${folder}/`);

/** The announcement that a path belongs to: its own, or the one beside it. */
const homesOf = (path: string): readonly string[] => [
  path,
  `${path.slice(0, path.lastIndexOf('/'))}/index.md`,
];

function relist(
  state: State,
  table: AnnouncementTable,
  folder: ContentFolder,
): { came: readonly string[]; gone: readonly string[]; ids: ReadonlySet<string> } {
  const left = table.all();
  const came: AnnouncementFile[] = [];
  for (const one of folder.announcementFiles()) {
    if (!isSame(left.get(one.file), one)) came.push(one);
    left.delete(one.file);
  }
  const ids = otherIds(state, table, folder.spoiled, { came, gone: left });
  for (const one of came) table.list(one);
  state.set('structure', JSON.stringify(folder.findings));
  state.set('spoiled', JSON.stringify([...folder.spoiled]));
  return { came: came.map(({ file }) => file), gone: [...left.keys()], ids };
}

/** Ids that came or went. The table still lists the files as they were; all others have the ids that they had. */
function otherIds(
  state: State,
  table: AnnouncementTable,
  spoiled: ReadonlySet<string>,
  { came, gone }: { came: readonly AnnouncementFile[]; gone: ReadonlyMap<string, AnnouncementFile> },
): ReadonlySet<string> {
  const [spoiledBefore, spoiledNow] = [idsOf([], spoiledIn(state)), idsOf([], spoiled)];
  const arrived = new Set(came.map(({ id }) => id));
  const isBefore = (id: string): boolean => spoiledBefore.has(id) || table.withId(id).length > 0;
  const isNow = (id: string): boolean =>
    spoiledNow.has(id) || arrived.has(id) || table.withId(id).some((file) => !gone.has(file));
  const some = [...arrived, ...[...gone.values()].map(({ id }) => id), ...spoiledBefore, ...spoiledNow];
  return new Set(some.filter((id) => isBefore(id) !== isNow(id)));
}

const isSame = (a: AnnouncementFile | undefined, b: AnnouncementFile): boolean =>
  a !== undefined && a.id === b.id && a.folder === b.folder && a.isDouble === b.isDouble;
