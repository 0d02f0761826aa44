import type { z } from 'zod';
import { CATEGORIES } from '../announcement/category.ts';
import { fieldsOf } from '../announcement/field.ts';
import type { Announcement } from '../announcement/schema.ts';
import { ID } from '../announcement/text.ts';
import { isCurrent } from '../announcement/withdrawal.ts';
import type { Calendar, CalendarYear } from '../calendar.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { checkAttachments } from './attachments.ts';
import { ContentFolder, type AnnouncementFile } from './content-folder.ts';
import type { Corpus, Display, Entry, Kiosk, Page, Placed, Words } from './corpus.ts';
import { diagnostic, split, type Split } from './front-matter.ts';
import { labels, labelsOf } from './labels.ts';
import { bearingOn } from './matter.ts';
import { readAnnouncement, readRecord } from './meaning.ts';
import { placeOf, placesOf } from './places.ts';
import { readTree } from './read-tree.ts';
import { calendarSchema, checkCalendarYear, toCalendarYear } from './settings/calendar.ts';
import { displaySchema } from './settings/display.ts';
import { kioskSchema } from './settings/kiosk.ts';
import { pageSchema } from './settings/page.ts';
import { siteSchema, type Site } from './settings/site.ts';
import type { Tree } from './tree.ts';

/**
 * Reads the content folder. Never throws for anything a clerk can put there. With `about`, of the announcements only
 * those with these ids are read and those that bear on them; `ids` holds all the same.
 */
export function loadCorpus(contentDir: string, about?: ReadonlySet<string>): Corpus {
  const loader = new Loader(contentDir);
  loader.folder.checkRoot();
  const site = loader.site();
  const calendar = loader.calendar();
  const displays = loader.displays();
  const kiosks = loader.kiosks();
  const pages = loader.pages();
  const entries = loader.announcements(site, about);
  const { ids, unreadable } = loader;
  const { findings } = loader.folder;
  const current = entries.filter(isCurrent);
  return { entries, current, unreadable, ids, site, calendar, displays, kiosks, pages, findings };
}

/** What `content/site.yaml` says, without reading anything else; undefined where it cannot be read. */
export const loadSite = (contentDir: string): Site | undefined => new Loader(contentDir).site();

class Loader {
  readonly folder: ContentFolder;
  readonly ids = new Set<string>();
  readonly unreadable: Words[] = [];

  constructor(root: string) {
    this.folder = new ContentFolder(root);
  }

  announcements(site: Site | undefined, about: ReadonlySet<string> | undefined): readonly Entry[] {
    const entries: Entry[] = [];
    const files = [...this.folder.announcementFiles()];
    for (const { id } of files) this.ids.add(id);
    for (const place of about ? bearingOn(this.folder.root, files, about) : files) {
      const entry = this.#announcement(place, site);
      if (entry) entries.push(entry);
    }
    if (this.ids.size === 0) {
      const help = '核对 CONTENT_DIR；公告放在 announcements/<类别>/<年份>/ 里';
      this.folder.add('announcements', 'S105', '内容文件夹里没有公告', help);
    }
    return entries;
  }

  site(): Site | undefined {
    return this.#record('site.yaml', siteSchema, 'S101');
  }

  calendar(): Calendar {
    const years = new Map<number, CalendarYear>();
    for (const name of this.folder.files('calendar', '.yaml')) {
      const file = `calendar/${name}`;
      const read = this.#read(file, calendarSchema, 'S102');
      if (!read) continue;
      const { value: year, tree } = read;
      const faults = checkCalendarYear(year, name);
      for (const { at, message, help } of faults) {
        const span = placeOf(tree, at, fieldsOf(calendarSchema));
        this.folder.findings.push(diagnostic(file, 'S102', { ...span, message, help }));
      }
      if (faults.length === 0) years.set(year.year, toCalendarYear(year));
    }
    return years;
  }

  displays(): readonly Display[] {
    return this.#placed('displays', displaySchema, 'S103');
  }

  kiosks(): readonly Kiosk[] {
    return this.#placed('kiosks', kioskSchema, 'S106');
  }

  pages(): readonly Page[] {
    return this.#named('pages', '.md', 'S104').flatMap(({ id, file }) => {
      const parts = this.#split(file);
      const tree = parts && this.#tree(file, parts, labelsOf(pageSchema));
      const page = tree && this.#taken(readRecord(file, tree, pageSchema, 'S104')).value;
      return page ? [{ ...page, id, file, ...parts, attachments: [], linkable: undefined }] : [];
    });
  }

  #announcement({ id, file, folder }: AnnouncementFile, site: Site | undefined): Entry | undefined {
    const parts = this.#split(file);
    if (!parts) return undefined;
    const { body, bodyLine, frontMatter } = parts;
    const tree = this.#tree(file, parts, labels);
    const { attachments, linkable } = this.#taken(
      checkAttachments({ root: this.folder.root, file, folder, tree }),
    );
    const words = { file, frontMatter, body, bodyLine, attachments, linkable };
    const announcement = tree && this.#taken(readAnnouncement(file, tree)).announcement;
    if (!announcement) {
      this.unreadable.push(words);
      return undefined;
    }
    this.#checkPlace(file, announcement);
    this.#checkRegion(file, tree, announcement, site);
    return { id, ...words, announcement };
  }

  #checkPlace(file: string, announcement: Announcement): void {
    const [, category, year] = file.split('/');
    const rightYear = announcement.publishedAt.slice(0, 4);
    if (category === announcement.category && year === rightYear) return;
    const place = `announcements/${announcement.category}/${rightYear}/`;
    const message = `“${CATEGORIES[announcement.category]}”${rightYear}年的公告不在它的文件夹里`;
    this.folder.add(file, 'F403', message, `把文件移到 ${place}，或者核对类别和发布时间`);
  }

  #checkRegion(file: string, tree: Tree, { region }: Announcement, site: Site | undefined): void {
    if (region === undefined || !site || site.regions.includes(region) || tree.kind !== 'map') return;
    const { span } = tree.entries.find(({ key }) => key === '地区')!.value;
    const message = `没有“${region}”这个地区`;
    const help = `地区有：${site.regions.join('、')}；新增地区请改 content/site.yaml`;
    this.folder.findings.push(diagnostic(file, 'F209', { ...span, field: '地区', message, help }));
  }

  /** The settings of each file of a folder. */
  #placed<S extends z.ZodObject>(folder: string, schema: S, code: string): readonly (z.output<S> & Placed)[] {
    const fields = fieldsOf(schema);
    return this.#named(folder, '.yaml', code).flatMap(({ id, file }) => {
      const read = this.#read(file, schema, code);
      if (!read) return [];
      return [{ ...read.value, id, file, places: placesOf(read.tree, fields, read.value) }];
    });
  }

  #record<S extends z.ZodObject>(file: string, schema: S, code: string): z.output<S> | undefined {
    return this.#read(file, schema, code)?.value;
  }

  #read<S extends z.ZodObject>(
    file: string,
    schema: S,
    code: string,
  ): { value: z.output<S>; tree: Tree } | undefined {
    const text = this.folder.text(file, code);
    if (text === undefined) return undefined;
    const tree = this.#tree(file, { frontMatter: text, frontMatterLine: 1 }, labelsOf(schema));
    const value = tree && this.#taken(readRecord(file, tree, schema, code)).value;
    return value && { value, tree };
  }

  /** The files of a folder whose names become parts of addresses. */
  #named(folder: string, ending: string, code: string): readonly { id: string; file: string }[] {
    return this.folder.files(folder, ending).map((name) => {
      const id = name.slice(0, -ending.length);
      const file = `${folder}/${name}`;
      if (!ID.test(id)) {
        this.folder.add(file, code, `“${id}”不能作网址的一部分`, '文件名只用小写英文字母、数字和“-”');
      }
      return { id, file };
    });
  }

  #split(file: string): Split | undefined {
    const text = this.folder.text(file);
    return text === undefined ? undefined : this.#taken(split(file, text)).split;
  }

  #tree(
    file: string,
    parts: Pick<Split, 'frontMatter' | 'frontMatterLine'>,
    known: ReadonlySet<string>,
  ): Tree | undefined {
    const { tree, faults } = readTree(parts.frontMatter, parts.frontMatterLine, known);
    for (const { code, span, message, help } of faults) {
      this.folder.findings.push(diagnostic(file, code, { ...span, message, help }));
    }
    if (!tree && faults.length === 0) {
      this.folder.add(file, 'F111', '文件里没有写任何一栏', `每行写一栏，例如“${[...known][0]!}: …”`);
    }
    return tree;
  }

  #taken<T extends { findings: readonly Diagnostic[] }>(result: T): T {
    this.folder.findings.push(...result.findings);
    return result;
  }
}
