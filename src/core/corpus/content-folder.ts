import { remedyIn, remedyOf, type Remedy } from '../announcement/kind.ts';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ID } from '../announcement/text.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { decode, diagnostic, LARGEST_FILE, tooLarge } from './front-matter.ts';
import { LEDGER } from './ledger-folder.ts';
import { faultOfId } from './name-fault.ts';
import { kindAt, readRegular, type Kind } from './regular-file.ts';
import { documentFault, endingFault, nameMeant, strayFault } from './stray-file.ts';
import { troubleWith } from './trouble.ts';

/** Where an announcement is written: a single file, or `index.md` in a folder beside its attachments. */
export interface AnnouncementFile {
  id: string;
  /** Path from the content folder, with `/`. */
  file: string;
  folder?: string;
  /** Whether an earlier file has the id; this one must be renamed, and is read for its other faults. */
  isDouble?: boolean;
}

/** Files that systems leave behind and nobody means to publish. */
export const IGNORED = /^(\.|(?:eh)?thumbs\.db$|desktop\.ini$|~\$|~.*\.tmp$)/iu;

/** Where the pages of an old site are kept as they were, a folder for each announcement; they are never published. */
export const ORIGINALS = 'originals';

/** What may lie in the content folder itself. */
const ROOMS: readonly string[] = [
  'announcements',
  'calendar',
  'disclosure',
  'displays',
  'kiosks',
  LEDGER,
  ORIGINALS,
  'pages',
  'people.yaml',
  'site.yaml',
  'synonyms.yaml',
];

const wholeFile = { line: 1, column: 1, length: 1 };

/** What lies in the content folder, by paths from it with `/`. */
export interface Listing {
  /** Names in a folder. @throws with a `code` as Node does */
  names(folder: string): readonly string[];
  /** What lies at a path, links not followed. Never throws. */
  kind(path: string): Kind;
}

const onDisk = (root: string): Listing => ({
  names: (folder) => readdirSync(join(root, folder)),
  kind: (path) => kindAt(join(root, path)),
});

/** The content folder on disk: what lies where, and what has no business there. Nothing in it makes it throw. */
export class ContentFolder {
  readonly findings: Diagnostic[] = [];
  readonly root: string;
  /** Ids of announcements that are there in a form that cannot be read, such as a folder without `index.md`. */
  readonly spoiled = new Set<string>();
  readonly #fileOf = new Map<string, string>();
  /** Items of the disclosure catalogue have addresses of their own. */
  readonly #itemOf = new Map<string, string>();
  readonly #listing: Listing;

  /** @param listing what lies in it, where that has been looked at already */
  constructor(root: string, listing = onDisk(root)) {
    this.root = root;
    this.#listing = listing;
  }

  /** A finding about a whole file. */
  add(file: string, code: string, message: string, remedy: string | Remedy): void {
    this.findings.push(diagnostic(file, code, { ...wholeFile, message, ...remedyOf(remedy) }));
  }

  /** The text of a file; a missing one bears `code`. */
  text(file: string, code = 'F410'): string | undefined {
    const read = readRegular(join(this.root, file), LARGEST_FILE);
    if (!('bytes' in read)) {
      if (read.trouble === 'too-large') this.findings.push(tooLarge(file, read.size));
      else if (read.trouble === 'missing' && code !== 'F410')
        this.add(file, code, `没有 ${file} 这个文件`, '核对文件名和位置');
      else this.#refuse(file, read.trouble);
      return undefined;
    }
    const { text, findings } = decode(file, read.bytes);
    this.findings.push(...findings);
    return text;
  }

  /** The files of a folder that end as its files should; what else lies there is a finding. */
  files(folder: string, ending: '.md' | '.yaml'): readonly string[] {
    return this.list(folder).filter((name) => {
      const path = `${folder}/${name}`;
      const kind = this.#kind(path);
      if (kind === 'file' && name.endsWith(ending)) return true;
      if (kind !== 'file' && kind !== 'folder') this.#refuse(path, kind);
      else this.#stray(path, endingFault(path, ending), `这里只放 ${ending} 文件`, '把它移走');
      return false;
    });
  }

  /** Names in a folder in alphabetical order, without what systems leave behind; of one that is not there, none. */
  list(folder: string): readonly string[] {
    return this.#names(folder) ?? [];
  }

  /** The names in a folder; nothing where it could not be read, which is a finding. */
  #names(folder: string): readonly string[] | undefined {
    try {
      return this.#listing
        .names(folder)
        .filter((name) => !IGNORED.test(name))
        .sort();
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === 'ENOENT') return [];
      const kind = this.#kind(folder);
      if (kind === 'file') this.add(folder, 'F404', `${folder} 是文件，这里应当是文件夹`, '把它移走或者改名');
      // A link in the place of a folder has been told where it was found.
      else if (kind !== 'link') this.#refuse(folder, kind === 'folder' ? 'unreadable' : kind);
      return undefined;
    }
  }

  /** Whether a folder is there. */
  has(folder: string): boolean {
    return this.#kind(folder) === 'folder';
  }

  checkRoot(): void {
    for (const name of this.list('.')) {
      const kind = this.#kind(name);
      if (kind === 'link') this.#refuse(name, kind);
      else if (!ROOMS.includes(name))
        this.#stray(
          name,
          kind === 'file' ? (endingFault(name, '.yaml') ?? documentFault(name)) : undefined,
          '内容文件夹的最外层不放这个',
          '公告放在 announcements/<类别>/<年份>/ 里',
        );
    }
  }

  /** `announcements/<category>/<year>/<id>.md`, or a folder `<id>` with `index.md` beside the attachments. */
  *announcementFiles(): Generator<AnnouncementFile> {
    for (const category of this.#folders('announcements')) {
      for (const year of this.#folders(category)) {
        for (const name of this.list(year)) {
          const found = this.#announcementAt(`${year}/${name}`, name);
          if (found) yield this.#isNew(found) ? found : { ...found, isDouble: true };
        }
      }
    }
  }

  /** `disclosure/<class>/<id>.md`, or a folder `<id>` with `index.md` beside the attachments. */
  *disclosureFiles(): Generator<AnnouncementFile> {
    for (const path of this.#folders('disclosure', '信息放在 disclosure/<分类>/ 里')) {
      for (const name of this.list(path)) {
        const found = this.#announcementAt(`${path}/${name}`, name);
        if (found) yield this.#isNew(found, this.#itemOf) ? found : { ...found, isDouble: true };
      }
    }
  }

  *#folders(parent: string, help = '公告放在 announcements/<类别>/<年份>/ 里'): Generator<string> {
    for (const name of this.list(parent)) {
      const path = `${parent}/${name}`;
      const kind = this.#kind(path);
      if (kind === 'folder') {
        if (!this.#isRepository(path)) yield path;
      } else if (kind === 'file') this.#stray(path, documentFault(path), '这里只放文件夹', help);
      else this.#refuse(path, kind);
    }
  }

  /** What cannot be opened under an announcement's name is read all the same: the reading tells what is wrong. */
  #announcementAt(path: string, name: string): AnnouncementFile | undefined {
    const kind = this.#kind(path);
    if (kind === 'folder') return this.#announcementIn(path, name);
    if (kind !== 'missing' && name.endsWith('.md')) return { id: name.slice(0, -'.md'.length), file: path };
    this.spoiled.add(name.replace(/\.(?:md|markdown)(?:\.txt)?$/iu, ''));
    if (kind !== 'file') this.#refuse(path, kind);
    else {
      const { message, help } = strayFault(path);
      this.add(path, 'F404', message, help);
    }
    return undefined;
  }

  #announcementIn(path: string, name: string): AnnouncementFile | undefined {
    const names = this.#isRepository(path) ? undefined : this.#names(path);
    if (names?.includes('index.md')) return { id: name, file: `${path}/index.md`, folder: path };
    this.spoiled.add(name);
    if (names) {
      // Written under another name, it is there all the same.
      const text = names.find((one) => endingFault(one, '.md')) ?? names.find((one) => one.endsWith('.md'));
      const help = '把公告的正文写在 index.md 里，附件放在旁边';
      this.add(
        path,
        'F404',
        '公告文件夹里没有 index.md',
        text === undefined ? help : `公告写在“${text}”里的，把它改名为 index.md`,
      );
    }
    return undefined;
  }

  /** A file that does not belong where it is; `fault` says more where its name does. */
  #stray(path: string, fault: ReturnType<typeof documentFault>, message: string, help: string): void {
    this.add(path, 'F404', fault?.message ?? message, fault?.help ?? help);
  }

  /** Whether a file has its id for itself. An id that is not one reserves nothing: it must change anyway. */
  #isNew({ id, file }: AnnouncementFile, fileOf = this.#fileOf): boolean {
    if (!ID.test(id)) {
      const meant = nameMeant(id);
      const example = meant === undefined ? '例如 gm-js-2026-012-tender.md' : `改名为 ${meant}.md`;
      const help = `文件名只用小写英文字母、数字和“-”，${example}`;
      this.add(file, 'F401', `“${id}”不能作公告的标识`, help);
      return true;
    }
    const fault = faultOfId(id);
    if (fault) {
      this.add(file, fault.code, fault.message, remedyIn(fault));
      return true;
    }
    const earlier = fileOf.get(id);
    if (earlier === undefined) {
      fileOf.set(id, file);
      return true;
    }
    this.add(
      file,
      'F402',
      `标识“${id}”已经用在 ${earlier}`,
      '给其中一份换一个文件名；已经发布的那一份不能改',
    );
    return false;
  }

  /** What is wrong with a thing that is no file and no folder. */
  #refuse(path: string, kind: Exclude<Kind, 'file'>): void {
    const trouble = troubleWith(path, kind);
    this.add(path, trouble.code, trouble.message, remedyIn(trouble));
  }

  #isRepository(path: string): boolean {
    if (['missing', 'unreadable'].includes(this.#kind(`${path}/.git`))) return false;
    const help = '请技术人员删掉里面隐藏的 .git 文件夹';
    this.add(path, 'F406', '这个文件夹是从别处整个取来的，里面的文件不会发布', help);
    return true;
  }

  #kind(path: string): Kind {
    return this.#listing.kind(path);
  }
}
