import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { ID } from '../announcement/text.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { faultOfName } from './name-fault.ts';
import { decode, diagnostic } from './front-matter.ts';

/** Where an announcement is written: a single file, or `index.md` in a folder beside its attachments. */
export interface AnnouncementFile {
  id: string;
  /** Path from the content folder, with `/`. */
  file: string;
  folder?: string;
}

/** Files that systems leave behind and nobody means to publish. */
export const IGNORED = /^(\.|Thumbs\.db$|desktop\.ini$|~\$)/iu;

/** What may lie in the content folder itself. */
const ROOMS: readonly string[] = ['announcements', 'calendar', 'displays', 'kiosks', 'pages', 'site.yaml'];

const wholeFile = { line: 1, column: 1, length: 1 };

/** The content folder on disk: what lies where, and what has no business there. Nothing in it makes it throw. */
export class ContentFolder {
  readonly findings: Diagnostic[] = [];
  readonly root: string;
  readonly #fileOf = new Map<string, string>();

  constructor(root: string) {
    this.root = root;
  }

  /** A finding about a whole file. */
  add(file: string, code: string, message: string, help: string): void {
    this.findings.push(diagnostic(file, code, { ...wholeFile, message, help }));
  }

  /** The text of a file; a missing one bears `code`. */
  text(file: string, code = 'F404'): string | undefined {
    if (this.#isLink(file)) return undefined;
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(join(this.root, file));
    } catch (cause) {
      const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
      this.add(
        file,
        code,
        missing ? `没有 ${file} 这个文件` : `打不开 ${file}`,
        '核对文件名、位置和读取权限',
      );
      return undefined;
    }
    const { text, findings } = decode(file, bytes);
    this.findings.push(...findings);
    return text;
  }

  /** The files of a folder that end as its files should; what else lies there is a finding. */
  files(folder: string, ending: string): readonly string[] {
    return this.list(folder).filter((name) => {
      const path = `${folder}/${name}`;
      if (this.#isLink(path)) return false;
      if (name.endsWith(ending) && this.#stat(path)?.isFile()) return true;
      this.add(path, 'F404', `这里只放 ${ending} 文件`, `核对文件名的结尾是不是 ${ending}，或者把它移走`);
      return false;
    });
  }

  /** Names in a folder in alphabetical order, without what systems leave behind. */
  list(folder: string): readonly string[] {
    try {
      return readdirSync(join(this.root, folder))
        .filter((name) => !IGNORED.test(name))
        .sort();
    } catch {
      return [];
    }
  }

  checkRoot(): void {
    for (const name of this.list('.')) {
      if (ROOMS.includes(name) || this.#isLink(name)) continue;
      this.add(name, 'F404', '内容文件夹的最外层不放这个', `公告放在 announcements/<类别>/<年份>/ 里`);
    }
  }

  /** `announcements/<category>/<year>/<id>.md`, or a folder `<id>` with `index.md` beside the attachments. */
  *announcementFiles(): Generator<AnnouncementFile> {
    for (const category of this.#folders('announcements')) {
      for (const year of this.#folders(category)) {
        for (const name of this.list(year)) {
          const found = this.#announcementAt(`${year}/${name}`, name);
          if (found && this.#isNew(found)) yield found;
        }
      }
    }
  }

  *#folders(parent: string): Generator<string> {
    for (const name of this.list(parent)) {
      const path = `${parent}/${name}`;
      if (this.#isLink(path)) continue;
      if (this.#stat(path)?.isDirectory()) {
        if (!this.#isRepository(path)) yield path;
      } else this.add(path, 'F404', '这里只放文件夹', '公告放在 announcements/<类别>/<年份>/ 里');
    }
  }

  #announcementAt(path: string, name: string): AnnouncementFile | undefined {
    const stat = this.#stat(path);
    if (this.#isLink(path, stat)) return undefined;
    if (stat?.isDirectory()) {
      if (this.#isRepository(path)) return undefined;
      if (this.list(path).includes('index.md')) return { id: name, file: `${path}/index.md`, folder: path };
      this.add(path, 'F404', '公告文件夹里没有 index.md', '把公告的正文写在 index.md 里，附件放在旁边');
      return undefined;
    }
    if (name.endsWith('.md')) return { id: name.slice(0, -'.md'.length), file: path };
    const help = '公告的文件名以小写的 .md 结尾；附件要和 index.md 放在同一个以公告标识命名的文件夹里';
    this.add(path, 'F404', '这个文件不是公告', help);
    return undefined;
  }

  /** Whether a file has its id for itself. An id that is not one reserves nothing: it must change anyway. */
  #isNew({ id, file }: AnnouncementFile): boolean {
    if (!ID.test(id)) {
      const help = '文件名只用小写英文字母、数字和“-”，例如 gm-js-2026-012-tender.md';
      this.add(file, 'F401', `“${id}”不能作公告的标识`, help);
      return true;
    }
    const fault = faultOfName(id);
    if (fault) {
      this.add(file, fault.code, fault.message, fault.help);
      return true;
    }
    const earlier = this.#fileOf.get(id);
    if (earlier === undefined) {
      this.#fileOf.set(id, file);
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

  #isLink(path: string, stat = this.#stat(path)): boolean {
    if (!stat?.isSymbolicLink()) return false;
    this.add(path, 'F405', '这是一个快捷方式（符号链接）', '换成文件本身');
    return true;
  }

  #isRepository(path: string): boolean {
    if (!this.#stat(`${path}/.git`)) return false;
    const help = '删掉里面的 .git，让文件直接属于这个仓库';
    this.add(path, 'F406', '这个文件夹是另一个 Git 仓库（子模块）', help);
    return true;
  }

  #stat(path: string): Stats | undefined {
    return lstatSync(join(this.root, path), { throwIfNoEntry: false });
  }
}
