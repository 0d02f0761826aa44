import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { CATEGORIES } from '../announcement/category.ts';
import { ID } from '../announcement/text.ts';
import type { Announcement } from '../announcement/schema.ts';
import type { Calendar } from '../calendar.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { checkAttachments, type Attachment } from './attachments.ts';
import { decode, diagnostic, split, type Split } from './front-matter.ts';
import { columnBefore, findSlips, mend } from './keyboard.ts';
import { labels, readAnnouncement, readRecord } from './meaning.ts';
import {
  calendarSchema,
  displaySchema,
  pageSchema,
  siteSchema,
  toCalendarYear,
  type DisplaySettings,
  type PageSettings,
  type Site,
} from './settings.ts';
import { parseTree, type Tree } from './tree.ts';

/** The words of an announcement and where they stand. */
export interface Words {
  /** Path from the content folder, with `/`. */
  file: string;
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  attachments: readonly Attachment[];
}

/** One announcement as it was read. */
export interface Entry extends Words {
  id: string;
  announcement: Announcement;
  frontMatter: string;
}

export interface Page extends PageSettings {
  id: string;
  body: string;
}

export interface Display extends DisplaySettings {
  id: string;
}

/** Everything under the content folder. */
export interface Corpus {
  entries: readonly Entry[];
  /** Files whose front matter has errors; their words can be checked all the same. */
  unreadable: readonly Words[];
  /** Ids of all announcement files, readable or not. */
  ids: ReadonlySet<string>;
  site: Site | undefined;
  calendar: Calendar;
  displays: readonly Display[];
  pages: readonly Page[];
  findings: readonly Diagnostic[];
}

/** Reads the whole content folder. Never throws for anything a clerk can put there. */
export function loadCorpus(contentDir: string): Corpus {
  const loader = new Loader(contentDir);
  const site = loader.site();
  const calendar = loader.calendar();
  const displays = loader.displays();
  const pages = loader.pages();
  const entries = loader.announcements(site);
  return {
    entries,
    unreadable: loader.unreadable,
    ids: loader.ids,
    site,
    calendar,
    displays,
    pages,
    findings: loader.findings,
  };
}

const wholeFile = { line: 1, column: 1, length: 1 };

/** Files that systems leave behind and nobody means to publish. */
const IGNORED = /^(\.|Thumbs\.db$|desktop\.ini$|~\$)/u;

class Loader {
  readonly findings: Diagnostic[] = [];
  readonly ids = new Set<string>();
  readonly unreadable: Words[] = [];
  readonly #root: string;
  readonly #fileOf = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
  }

  announcements(site: Site | undefined): Entry[] {
    const entries: Entry[] = [];
    for (const { id, file, folder } of this.#announcementFiles()) {
      const entry = this.#announcement(id, file, folder, site);
      if (entry) entries.push(entry);
    }
    if (this.ids.size === 0) {
      this.#add('announcements', 'S105', {
        message: '内容文件夹里没有公告',
        help: '核对 CONTENT_DIR，公告放在 announcements/<类别>/<年份>/ 里',
      });
    }
    return entries;
  }

  site(): Site | undefined {
    return this.#record('site.yaml', siteSchema, 'S101');
  }

  calendar(): Calendar {
    const years = new Map<number, ReturnType<typeof toCalendarYear>>();
    for (const name of this.#list('calendar')) {
      const file = `calendar/${name}`;
      const year = this.#record(file, calendarSchema, 'S102');
      if (!year) continue;
      if (name !== `${year.year}.yaml`) {
        this.#add(file, 'S102', {
          message: `文件名与“年份: ${year.year}”不一致`,
          help: `把文件改名为 ${year.year}.yaml`,
        });
      }
      years.set(year.year, toCalendarYear(year));
    }
    return years;
  }

  displays(): Display[] {
    return this.#list('displays').flatMap((name) => {
      const display = this.#record(`displays/${name}`, displaySchema, 'S103');
      return display ? [{ ...display, id: name.replace(/\.yaml$/u, '') }] : [];
    });
  }

  pages(): Page[] {
    return this.#list('pages').flatMap((name) => {
      const file = `pages/${name}`;
      const parts = this.#split(file);
      if (!parts) return [];
      const tree = this.#tree(file, parts, pageLabels);
      const page = tree && this.#taken(readRecord(file, tree, pageSchema, 'S104')).value;
      return page ? [{ ...page, id: name.replace(/\.md$/u, ''), body: parts.body }] : [];
    });
  }

  #announcement(
    id: string,
    file: string,
    folder: string | undefined,
    site: Site | undefined,
  ): Entry | undefined {
    const parts = this.#split(file);
    if (!parts) return undefined;
    const { body, bodyLine, frontMatter } = parts;
    const tree = this.#tree(file, parts, labels);
    const attachments = tree
      ? this.#taken(checkAttachments({ root: this.#root, file, folder, tree })).attachments
      : [];
    const announcement = tree && this.#taken(readAnnouncement(file, tree)).announcement;
    if (!announcement) {
      this.unreadable.push({ file, body, bodyLine, attachments });
      return undefined;
    }
    this.#checkPlace(file, announcement);
    this.#checkRegion(file, tree, announcement, site);
    return { id, file, announcement, body, bodyLine, frontMatter, attachments };
  }

  /** `announcements/<category>/<year>/<id>.md`, or a folder `<id>` with `index.md` beside the attachments. */
  *#announcementFiles(): Generator<{ id: string; file: string; folder?: string }> {
    for (const category of this.#folders('announcements')) {
      for (const place of this.#folders(category)) {
        for (const name of this.#list(place)) {
          const path = `${place}/${name}`;
          if (this.#isFolder(path)) {
            if (this.#list(path).includes('index.md')) yield* this.#withId(name, `${path}/index.md`, path);
            else
              this.#add(path, 'F404', {
                message: '公告文件夹里没有 index.md',
                help: '把公告的正文写在 index.md 里，附件放在旁边',
              });
          } else if (name.endsWith('.md')) yield* this.#withId(name.slice(0, -3), path);
          else
            this.#add(path, 'F404', {
              message: '这个文件不是公告',
              help: '附件要和公告放在同一个以公告标识命名的文件夹里，公告改名为 index.md',
            });
        }
      }
    }
  }

  *#folders(parent: string): Generator<string> {
    for (const name of this.#list(parent)) {
      const path = `${parent}/${name}`;
      if (this.#isFolder(path)) yield path;
      else
        this.#add(path, 'F404', {
          message: '这里只放文件夹',
          help: '公告放在 announcements/<类别>/<年份>/ 里',
        });
    }
  }

  *#withId(
    id: string,
    file: string,
    folder?: string,
  ): Generator<{ id: string; file: string; folder?: string }> {
    const earlier = this.#fileOf.get(id.toLowerCase());
    if (!ID.test(id)) {
      this.#add(file, 'F401', {
        message: `“${id}”不能作公告的标识`,
        help: '文件名只用小写英文字母、数字和“-”，例如 gm-js-2026-012-tender.md',
      });
    } else if (earlier) {
      this.#add(file, 'F402', {
        message: `标识“${id}”已经用在 ${earlier}`,
        help: '给其中一份换一个文件名；已经发布的那一份不能改',
      });
    }
    this.ids.add(id);
    if (earlier) return;
    this.#fileOf.set(id.toLowerCase(), file);
    yield folder === undefined ? { id, file } : { id, file, folder };
  }

  #checkPlace(file: string, announcement: Announcement): void {
    const [, category, year] = file.split('/');
    const rightYear = announcement.publishedAt.slice(0, 4);
    if (category === announcement.category && year === rightYear) return;
    const place = `announcements/${announcement.category}/${rightYear}/`;
    const name = CATEGORIES[announcement.category];
    this.#add(file, 'F403', {
      message: `“${name}”${rightYear}年的公告不在它的文件夹里`,
      help: `把文件移到 ${place}，或者核对类别和发布时间`,
    });
  }

  #checkRegion(file: string, tree: Tree, { region }: Announcement, site: Site | undefined): void {
    if (region === undefined || !site || site.regions.includes(region)) return;
    const entry = tree.kind === 'map' ? tree.entries.find(({ key }) => key === '地区') : undefined;
    const help = `${site.regions.join('、')}；新增地区请改 content/site.yaml`;
    this.#add(file, 'F209', {
      ...(entry?.value.span ?? wholeFile),
      field: '地区',
      message: `没有“${region}”这个地区`,
      help,
    });
  }

  #record<S extends z.ZodObject>(file: string, schema: S, code: string): z.output<S> | undefined {
    const text = this.#text(file);
    if (text === undefined) return undefined;
    const own = new Set(Object.values(schema.shape).flatMap((member) => labelOf(member as z.ZodType)));
    const tree = this.#tree(file, { frontMatter: text, frontMatterLine: 1 }, own);
    return tree && this.#taken(readRecord(file, tree, schema, code)).value;
  }

  #split(file: string): Split | undefined {
    const text = this.#text(file);
    return text === undefined ? undefined : this.#taken(split(file, text)).split;
  }

  #text(file: string): string | undefined {
    let bytes: Uint8Array;
    try {
      if (lstatSync(join(this.#root, file)).isSymbolicLink()) {
        this.#add(file, 'F405', { message: '这是一个快捷方式（符号链接）', help: '换成文件本身' });
        return undefined;
      }
      bytes = readFileSync(join(this.#root, file));
    } catch (cause) {
      const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
      const code = file === 'site.yaml' ? 'S101' : 'F404';
      this.#add(file, code, {
        message: missing ? `没有 ${file} 这个文件` : `打不开 ${file}`,
        help: '核对文件名、位置和权限',
      });
      return undefined;
    }
    return this.#taken(decode(file, bytes)).text;
  }

  /** Parses after mending the slips of the keyboard in memory, so that other faults of the file are told in the same run. */
  #tree(
    file: string,
    parts: Pick<Split, 'frontMatter' | 'frontMatterLine'>,
    known: ReadonlySet<string>,
  ): Tree | undefined {
    const lines = parts.frontMatter.split('\n');
    const slips = findSlips(lines, parts.frontMatterLine, known);
    const mended =
      slips.length === 0 ? parts.frontMatter : mend(lines, parts.frontMatterLine, slips).join('\n');
    const { tree, faults } = parseTree(mended, parts.frontMatterLine);
    for (const { code, span, message, help } of slips) this.#add(file, code, { ...span, message, help });
    for (const { code, span, message, help } of faults) {
      this.#add(file, code, { ...span, column: columnBefore(span.line, span.column, slips), message, help });
    }
    if (!tree && faults.length === 0)
      this.#add(file, 'F111', { message: '文件里没有写任何一栏', help: '每行写一栏，例如“标题: …”' });
    return faults.length === 0 ? tree : undefined;
  }

  #list(folder: string): string[] {
    try {
      const names = readdirSync(join(this.#root, folder)).filter((name) => !IGNORED.test(name));
      return names.sort();
    } catch {
      return [];
    }
  }

  #isFolder(path: string): boolean {
    return lstatSync(join(this.#root, path)).isDirectory();
  }

  #taken<T extends { findings: readonly Diagnostic[] }>(result: T): T {
    this.findings.push(...result.findings);
    return result;
  }

  #add(file: string, code: string, rest: Partial<Diagnostic> & { message: string; help: string }): void {
    this.findings.push(diagnostic(file, code, { ...wholeFile, ...rest }));
  }
}

const labelOf = (member: z.ZodType): string[] => {
  const label = (
    member.meta() ??
    (('unwrap' in member ? (member.unwrap as () => z.ZodType)() : member) as z.ZodType).meta()
  )?.label;
  return label ? [label] : [];
};

const pageLabels: ReadonlySet<string> = new Set(
  Object.values(pageSchema.shape).flatMap((member) => labelOf(member)),
);
