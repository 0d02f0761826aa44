import { remedyIn } from '../announcement/kind.ts';
import type { z } from 'zod';
import { CATEGORIES, isCategory } from '../announcement/category.ts';
import { fieldsOf } from '../announcement/field.ts';
import type { Announcement } from '../announcement/schema.ts';
import { ID } from '../announcement/text.ts';
import { isCurrent } from '../announcement/withdrawal.ts';
import type { Calendar, CalendarYear } from '../calendar.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { CATALOGUE, checkClasses, classesOf } from '../disclosure/class.ts';
import { checkItems } from '../disclosure/check.ts';
import { itemSchema } from '../disclosure/item.ts';
import { byClass } from '../disclosure/order.ts';
import { checkAttachments } from './attachments.ts';
import { ContentFolder, type AnnouncementFile } from './content-folder.ts';
import { findConflicts } from './conflict.ts';
import type { Corpus, DisclosureItem, LobbyScreen, Entry, Kiosk, Page, Placed, Words } from './corpus.ts';
import { diagnostic, split } from './front-matter.ts';
import type { Split } from './split.ts';
import { labels, labelsOf } from './labels.ts';
import { connectedWith } from './connected.ts';
import { readAnnouncement, readRecord } from './meaning.ts';
import { checkOriginals } from './originals.ts';
import { faultOfName } from './name-fault.ts';
import { entryOf, placeOf, placesOf } from './places.ts';
import { readTree, type ReadTree } from './read-tree.ts';
import { calendarSchema, checkCalendarYear, toCalendarYear } from './settings/calendar.ts';
import { doubtsOfCalendar } from './settings/calendar-doubts.ts';
import { screenSchema } from './settings/screen.ts';
import { kioskSchema } from './settings/kiosk.ts';
import { prefixFault } from './settings/ocds-prefix.ts';
import { pageSchema } from './settings/page.ts';
import { peopleSchema } from './settings/people.ts';
import { checkRooms } from './settings/rooms.ts';
import { siteSchema, type Site } from './settings/site.ts';
import { checkSynonyms, synonymsSchema } from './settings/synonyms.ts';
import { namesTakenIn, namesTakenInRoot, type TakenNames } from './taken-names.ts';
import type { Tree } from './tree.ts';

/** Which announcements of a folder are read, where it has been looked at already and what lies in it is told elsewhere. */
interface Survey {
  /** Files to read, in the order of the folder. */
  readonly read: readonly AnnouncementFile[];
  /** Ids and files of all announcements, as `Corpus` has them. */
  readonly ids: ReadonlySet<string>;
  readonly files: readonly string[];
  /** Ids whose originals are looked at. */
  readonly about: ReadonlySet<string>;
}

/**
 * Reads the content folder. Never throws for anything a clerk can put there. With `about`, of the announcements only
 * those with these ids are read and those that bear on them; `ids` holds all the same. With a survey, what it says.
 */
export function loadCorpus(contentDir: string, about?: ReadonlySet<string>, survey?: Survey): Corpus {
  const loader = new Loader(contentDir);
  loader.folder.checkRoot();
  const site = loader.site();
  const calendar = loader.calendar();
  const screens = loader.screens();
  const kiosks = loader.kiosks();
  const pages = loader.pages();
  const disclosure = loader.disclosure(site);
  const synonyms = loader.synonyms();
  loader.people();
  const { ids, read, files } = survey ?? loader.survey(about);
  const entries = loader.announcements(site, ids, read);
  checkOriginals(loader.folder, entries, ids, survey?.about ?? about);
  const { settings, unreadable } = loader;
  const { findings } = loader.folder;
  const current = entries.filter(isCurrent);
  return {
    entries,
    current,
    unreadable,
    files,
    settings,
    ids,
    site,
    calendar,
    screens,
    kiosks,
    pages,
    disclosure,
    synonyms,
    taken: namesTakenInRoot(),
    findings,
  };
}

/** What `content/site.yaml` says, without reading anything else; undefined where it cannot be read. */
export const loadSite = (contentDir: string): Site | undefined => new Loader(contentDir).site();

/** Whether there is a catalogue of government information, which the pages of a site lead to; its items are not read. */
export const hasCatalogue = (contentDir: string): boolean =>
  new ContentFolder(contentDir).disclosureFiles().next().done !== true;

/** Ids of announcements, those too of what should be one and cannot be read. */
export const idsOf = (ids: readonly string[], spoiled: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...ids, ...[...spoiled].filter((id) => ID.test(id))]);

class Loader {
  readonly folder: ContentFolder;
  readonly settings: string[] = [];
  readonly unreadable: Words[] = [];

  constructor(root: string) {
    this.folder = new ContentFolder(root);
  }

  /** All announcement files, or those that have a part in what is found about some. */
  survey(about: ReadonlySet<string> | undefined): Omit<Survey, 'about'> {
    const files = [...this.folder.announcementFiles()];
    const read = about ? connectedWith(this.folder.root, files, about) : files;
    const ids = files.map(({ id }) => id);
    return { read, ids: idsOf(ids, this.folder.spoiled), files: files.map(({ file }) => file) };
  }

  announcements(
    site: Site | undefined,
    ids: ReadonlySet<string>,
    files: readonly AnnouncementFile[],
  ): readonly Entry[] {
    if (ids.size === 0) this.#tellOfNone();
    return files.flatMap((place) => this.#announcement(place, site) ?? []);
  }

  /** A site that begins has the folder for them. */
  #tellOfNone(): void {
    if (this.folder.has('announcements'))
      this.folder.add('announcements', 'S118', '还没有公告', '写第一份：npm run new');
    else
      this.folder.add(
        'announcements',
        'S105',
        '内容文件夹里没有公告',
        '核对运行命令的文件夹里有没有 content；公告放在 announcements/<类别>/<年份>/ 里',
      );
  }

  site(): Site | undefined {
    const file = 'site.yaml';
    const read = this.#read(file, siteSchema, 'S101');
    for (const { at, key, message, help } of checkRooms(read?.value.rooms ?? [])) {
      const span = placeOf(read!.tree, ['rooms', at, key], fieldsOf(siteSchema));
      this.folder.findings.push(diagnostic(file, 'S101', { ...span, message, help }));
    }
    for (const { at, key, message, help } of checkClasses(read?.value.disclosureClasses ?? [])) {
      const span = placeOf(read!.tree, ['disclosureClasses', at, key], fieldsOf(siteSchema));
      this.folder.findings.push(diagnostic(file, 'S101', { ...span, message, help }));
    }
    const unregistered = read && prefixFault(read.value);
    if (unregistered) {
      const span = placeOf(read.tree, ['ocdsPrefix'], fieldsOf(siteSchema));
      this.folder.findings.push(diagnostic(file, 'S101', { ...span, ...unregistered }));
    }
    return read?.value;
  }

  calendar(): Calendar {
    const years = new Map<number, CalendarYear>();
    for (const name of this.folder.files('calendar', '.yaml')) {
      const file = `calendar/${name}`;
      const read = this.#read(file, calendarSchema, 'S102');
      if (!read) continue;
      const { value: year, tree } = read;
      const faults = checkCalendarYear(year, name);
      const doubts = doubtsOfCalendar(year, faults);
      for (const [code, { at, message, help }] of [
        ...faults.map((fault) => ['S102', fault] as const),
        ...doubts.map((doubt) => ['S108', doubt] as const),
      ]) {
        const span = placeOf(tree, at, fieldsOf(calendarSchema));
        this.folder.findings.push(diagnostic(file, code, { ...span, message, help }));
      }
      if (faults.length === 0) years.set(year.year, toCalendarYear(year));
    }
    return years;
  }

  /** Who may approve is asked when somebody has; here it is looked at alone. */
  people(): void {
    const file = 'people.yaml';
    if (this.folder.list('.').includes(file)) this.#read(file, peopleSchema, 'S101');
  }

  /** A site without the file has no synonyms. */
  synonyms(): Corpus['synonyms'] {
    const file = 'synonyms.yaml';
    if (!this.folder.list('.').includes(file)) return [];
    const read = this.#read(file, synonymsSchema, 'S110');
    if (!read) return [];
    const { groups } = read.value;
    const faults = checkSynonyms(groups);
    for (const { at, message, help } of faults) {
      const span = placeOf(read.tree, ['groups', at], fieldsOf(synonymsSchema));
      this.folder.findings.push(diagnostic(file, 'S110', { ...span, message, help }));
    }
    return faults.length === 0 ? groups : [];
  }

  screens(): readonly LobbyScreen[] {
    return this.#placed('displays', screenSchema, 'S103', namesTakenIn('display')).map((screen) => ({
      ...screen,
      parts: screen.parts ?? (screen.use === 'sign' ? [{ kind: 'openings' as const }] : []),
    }));
  }

  kiosks(): readonly Kiosk[] {
    return this.#placed('kiosks', kioskSchema, 'S106', namesTakenIn('kiosk'));
  }

  pages(): readonly Page[] {
    const taken = namesTakenInRoot();
    return this.#named('pages', '.md', 'S104').flatMap(({ id, file }) => {
      this.settings.push(file);
      if (taken.has(id)) this.folder.add(file, 'S109', ...takenPage(id));
      const parts = this.#split(file);
      if (!parts) return [];
      const { tree, isWhole } = this.#tree(file, parts, labelsOf(pageSchema));
      const page = tree && this.#taken(readRecord(file, tree, pageSchema, 'S104')).value;
      const words = { file, ...parts, attachments: [], linkable: undefined };
      if (page && isWhole && parts.isSound) return [{ ...page, id, ...words }];
      this.unreadable.push(words);
      return [];
    });
  }

  /** A centre without the folder publishes no catalogue. */
  disclosure(site: Site | undefined): readonly DisclosureItem[] {
    // Where the settings cannot be read, it is not known which classes there are.
    const classes = site && classesOf(site);
    const files = [...this.folder.disclosureFiles()];
    if (classes) this.#checkClassFolders(files, classes);
    const read = files.flatMap((place) => this.#item(place) ?? []);
    const fields = fieldsOf(itemSchema);
    const placed = read.map(({ item }) => ({ ...item.fields, id: item.id, folder: item.folder }));
    for (const { id, code, at, message, help } of checkItems(placed, classes)) {
      const { item, tree } = read.find((one) => one.item.id === id)!;
      const field = fields.find(({ key }) => key === at)!.label;
      const span = placeOf(tree, [at], fields);
      this.folder.findings.push(diagnostic(item.file, code, { ...span, field, message, help }));
    }
    return byClass(
      read.map(({ item }) => item),
      classesOf(site),
    );
  }

  #checkClassFolders(files: readonly AnnouncementFile[], classes: ReturnType<typeof classesOf>): void {
    for (const name of new Set(files.map(({ file }) => file.split('/')[1]!))) {
      if (classes.some(({ id }) => id === name)) continue;
      const folders = classes.map((one) => `${one.id}（${one.name}）`).join('、');
      const help = `改成 ${folders} 其中一个；要增加分类，写在 content/site.yaml 的“公开分类”里`;
      this.folder.add(`disclosure/${name}`, 'F341', `“${name}”不是公开分类的文件夹`, help);
    }
  }

  #item({ id, file, folder, isDouble }: AnnouncementFile): { item: DisclosureItem; tree: Tree } | undefined {
    this.settings.push(file);
    if (id === CATALOGUE)
      this.folder.add(file, 'F402', `“${id}”这个网址是目录自己的`, `换一个文件名，例如 ${id}-1`);
    const parts = this.#split(file);
    if (!parts) return undefined;
    const { tree, isWhole } = this.#tree(file, parts, labelsOf(itemSchema));
    const { attachments, linkable } = this.#taken(
      checkAttachments({ root: this.folder.root, file, folder, tree }),
    );
    const words = { file, ...parts, attachments, linkable };
    const fields = tree && this.#taken(readRecord(file, tree, itemSchema, undefined)).value;
    if (fields && isWhole && parts.isSound && !isDouble)
      return { item: { id, ...words, fields, folder: file.split('/')[1]! }, tree: tree! };
    this.unreadable.push(words);
    return undefined;
  }

  #announcement({ id, file, folder, isDouble }: AnnouncementFile, site: Site | undefined): Entry | undefined {
    const parts = this.#split(file);
    if (!parts) return undefined;
    const { tree, isWhole } = this.#tree(file, parts, labels);
    const { attachments, linkable } = this.#taken(
      checkAttachments({ root: this.folder.root, file, folder, tree }),
    );
    const words = { file, ...parts, attachments, linkable };
    const { announcement, named } = tree ? this.#taken(readAnnouncement(file, tree)) : {};
    if (named) this.#checkRegion(file, named, site);
    if (announcement) this.#checkPlace(file, announcement, named!);
    if (announcement && isWhole && parts.isSound && !isDouble) return { id, ...words, announcement };
    this.unreadable.push(words);
    return undefined;
  }

  #checkPlace(file: string, { category, publishedAt }: Announcement, tree: Tree): void {
    const [, folder = '', yearFolder] = file.split('/');
    const year = publishedAt.slice(0, 4);
    if (folder === category && yearFolder === year) return;
    const [label, message] =
      folder === category
        ? ['发布时间', `发布时间与文件夹不符：${year} 年发布的，文件放在 ${yearFolder} 的文件夹里`]
        : [
            '类别',
            `类别与文件夹不符：类别写的是“${CATEGORIES[category]}”，文件放在“${isCategory(folder) ? CATEGORIES[folder] : folder}”的文件夹里`,
          ];
    const help = `把文件移到 announcements/${category}/${year}/，或者核对${label}`;
    const at = (tree.kind === 'map' ? entryOf(tree, label)?.value : undefined) ?? tree;
    this.folder.findings.push(diagnostic(file, 'F403', { ...at.span, field: label, message, help }));
  }

  #checkRegion(file: string, tree: Tree, site: Site | undefined): void {
    const value = tree.kind === 'map' ? entryOf(tree, '地区')?.value : undefined;
    if (value?.kind !== 'text' || value.text.trim() === '' || !site) return;
    const region = value.text.trim();
    if (site.regions.includes(region)) return;
    const { line } = value.span;
    // What is wrong with the words of it has been told.
    if (this.folder.findings.some((found) => found.file === file && found.line === line)) return;
    const message = `没有“${region}”这个地区`;
    const help = `地区有：${site.regions.join('、')}；新增地区请改 content/site.yaml`;
    this.folder.findings.push(diagnostic(file, 'F209', { ...value.span, field: '地区', message, help }));
  }

  /** The settings of each file of a folder. */
  #placed<S extends z.ZodObject>(
    folder: string,
    schema: S,
    code: string,
    taken: TakenNames,
  ): readonly (z.output<S> & Placed)[] {
    const fields = fieldsOf(schema);
    return this.#named(folder, '.yaml', code).flatMap(({ id, file }) => {
      if (taken.has(id)) {
        const help = `换一个文件名，例如 ${id}-1.yaml`;
        this.folder.add(file, code, `“${id}”这个网址已经用来放屏幕的数据`, help);
      }
      const read = this.#read(file, schema, code);
      if (!read) return [];
      return [{ ...read.value, id, file, places: placesOf(read.tree, fields, read.value) }];
    });
  }

  #read<S extends z.ZodObject>(
    file: string,
    schema: S,
    code: string,
  ): { value: z.output<S>; tree: Tree } | undefined {
    this.settings.push(file);
    const text = this.#whole(file, code);
    if (text === undefined) return undefined;
    const { tree, isWhole } = this.#tree(file, { frontMatter: text, frontMatterLine: 1 }, labelsOf(schema));
    const value = tree && this.#taken(readRecord(file, tree, schema, code)).value;
    return value && isWhole ? { value, tree: tree! } : undefined;
  }

  /** The files of a folder whose names become parts of addresses. */
  #named(folder: string, ending: '.md' | '.yaml', code: string): readonly { id: string; file: string }[] {
    return this.folder.files(folder, ending).map((name) => {
      const id = name.slice(0, -ending.length);
      const file = `${folder}/${name}`;
      const fault = ID.test(id)
        ? faultOfName(id)
        : { message: `“${id}”不能作网址的一部分`, help: '文件名只用小写英文字母、数字和“-”' };
      if (fault) this.folder.add(file, code, fault.message, remedyIn(fault));
      return { id, file };
    });
  }

  /** The text of a file that is no unfinished merge of two. */
  #whole(file: string, code?: string): string | undefined {
    const text = this.folder.text(file, code);
    const conflicts = text === undefined ? [] : findConflicts(file, text);
    this.folder.findings.push(...conflicts);
    return conflicts.length === 0 ? text : undefined;
  }

  /** The parts of a file; where its fences are at fault, `isSound` is false and they are what was probably meant. */
  #split(file: string): (Split & { isSound: boolean }) | undefined {
    const text = this.#whole(file);
    if (text === undefined) return undefined;
    const { split: parts, meant } = this.#taken(split(file, text));
    return parts ? { ...parts, isSound: true } : { ...meant!, isSound: false };
  }

  #tree(
    file: string,
    parts: Pick<Split, 'frontMatter' | 'frontMatterLine'> & { isSound?: boolean },
    known: ReadonlySet<string>,
  ): ReadTree {
    const read = readTree(parts.frontMatter, parts.frontMatterLine, known);
    for (const { code, span, message, help } of read.faults) {
      this.folder.findings.push(diagnostic(file, code, { ...span, message, help }));
    }
    if (!read.tree && read.faults.length === 0 && parts.isSound !== false) {
      this.folder.add(file, 'F111', '文件里没有写任何一栏', `每行写一栏，例如“${[...known][0]!}: …”`);
    }
    return read;
  }

  #taken<T extends { findings: readonly Diagnostic[] }>(result: T): T {
    this.folder.findings.push(...result.findings);
    return result;
  }
}

/** Message and help of a page whose address is one of the site's own. */
const takenPage = (id: string): [message: string, help: string] =>
  id === 'index'
    ? ['首页由网站自己生成，这一页不会成为首页', '首页不用写；要另加一页，换一个文件名，例如 welcome.md']
    : [`网站自己已经有“${id}”这个网页，这一页不会发布`, `换一个文件名，例如 ${id}-help.md`];
