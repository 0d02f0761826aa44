import type { Field } from '../core/announcement/field.ts';
import { printInstant } from '../core/announcement/instant.ts';
import { formOf, typeOf, type Announcement } from '../core/announcement/schema.ts';
import { headingsOf, renderBody } from '../core/body/render.ts';
import type { Entry } from '../core/corpus/load.ts';
import type { Happening, Row } from '../core/listing.ts';
import type { Change } from '../core/project.ts';
import { earlierVersions, type Version } from '../core/versions.ts';
import { address, announcementPath, attachmentPath, categoryPath, projectPath } from './address.ts';
import { loadContent } from './content.ts';
import { timelineOf, type Step } from './project.ts';
import { rowWith } from './rows.ts';
import { checkLines, otherExceptions, type CheckLine } from './statutory.ts';

/** One line of the key facts 关键信息. */
export interface FactLine {
  label: string;
  text: string;
  href?: string;
  /** The value before a correction, and the correction's address. */
  was?: string;
  changedBy?: string;
}

/** A list of records, printed as a table. */
export interface FactTable {
  label: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface ChangeLine extends Change {
  /** Address of the correction, or of the corrected announcement on the correction's own page. */
  href: string;
  when: string;
}

export interface EventBox {
  kind: Happening['kind'] | 'erratum' | 'old-version';
  text: string;
  href: string;
  link: string;
}

export interface FileLine {
  label: string;
  detail: string;
  href: string;
  download: string;
}

/** All that an announcement's page shows. */
export interface AnnouncementPage {
  path: string;
  row: Row;
  title: string;
  published: string;
  source: string;
  originalUrl: string | undefined;
  crumbs: readonly { label: string; href: string }[];
  boxes: readonly EventBox[];
  /** On a correction: the announcement it corrects. */
  corrects: { title: string; href: string; changes: readonly ChangeLine[] } | undefined;
  changes: readonly ChangeLine[];
  facts: readonly FactLine[];
  tables: readonly FactTable[];
  contents: readonly { id: string; text: string }[];
  html: string;
  /** 法定期限核验; none on an old version. */
  checks: readonly CheckLine[];
  exceptions: ReturnType<typeof otherExceptions>;
  rulesHref: string;
  files: readonly FileLine[];
  steps: readonly Step[];
  projectHref: string | undefined;
  versions: readonly (Version & { href: string; when: string })[];
  /** The number of the version shown. */
  version: number;
  dataHref: string;
  description: string;
}

/** Gathers the page of an announcement, or of one of its earlier versions. */
export function announcementPage(id: string, versionNumber?: number): AnnouncementPage {
  const { corpus, links } = loadContent();
  const entry = entryWith(id);
  const versions = earlierVersions(entry.announcement, entry.body);
  const old = versions.find(({ number }) => number === versionNumber);
  const effective = links.effective.get(id)!;
  const shown = old ? { announcement: old.announcement, changes: [] } : effective;
  const body = old?.body ?? entry.body;
  const row = rowWith(id);
  const code = row.projectCode;
  const path = announcementPath(id);
  return {
    path: old ? `${path}v${old.number}/` : path,
    row,
    title: shown.announcement.title,
    published: printInstant(shown.announcement.publishedAt),
    source: shown.announcement.source ?? corpus.site!.centreName,
    originalUrl: shown.announcement.originalUrl,
    crumbs: crumbsOf(row),
    boxes: old ? [oldVersionBox(old, path)] : boxesOf(entry, versions),
    corrects: old ? undefined : correctedBy(entry),
    changes: shown.changes.map((change) => changeLine(change, change.by)),
    facts: factLines(shown.announcement, shown.changes),
    tables: factTables(shown.announcement),
    contents: contentsOf(body),
    html: renderBody(body, (file) => attachmentAddress(entry, file)),
    checks: old ? [] : checkLines(id),
    exceptions: old ? [] : otherExceptions(id),
    rulesHref: address('rules/'),
    files: entry.attachments.map(({ file, name, bytes }, index) => ({
      label: name,
      detail: `${endingOf(file)}，${sizeOf(bytes)}`,
      href: address(attachmentPath(id, index, file)),
      download: file,
    })),
    steps: code === undefined ? [] : timelineOf(code, id),
    projectHref: code === undefined ? undefined : address(projectPath(code)),
    versions: versions.map((version) => ({
      ...version,
      href: address(`${path}v${version.number}/`),
      when: printInstant(version.until),
    })),
    version: old?.number ?? versions.length + 1,
    dataHref: address(`announcements/${id}.json`),
    description: describe(row),
  };
}

let entriesById: ReadonlyMap<string, Entry> | undefined;

export function entryWith(id: string): Entry {
  entriesById ??= new Map(loadContent().corpus.entries.map((entry) => [entry.id, entry]));
  return entriesById.get(id)!;
}

/** The facts of a row in one sentence, for search engines and feeds. */
export function describe(row: Row): string {
  const deadline = row.deadline && `${row.deadline.label}${row.deadline.text}`;
  const facts = [row.principal, row.amount, row.winner, row.price].map(
    (fact) => fact && `${fact.label}${fact.text}`,
  );
  return [row.categoryTerm, row.typeTerm, row.region, deadline, ...facts].filter(Boolean).join('，');
}

const crumbsOf = ({ category, categoryTerm, publishedAt }: Row): AnnouncementPage['crumbs'] => {
  const [year, month] = publishedAt.split('-') as [string, string];
  return [
    { label: '首页', href: address() },
    { label: categoryTerm, href: address(categoryPath(category)) },
    { label: `${year}年${Number(month)}月`, href: address(categoryPath(category, year, month)) },
  ];
};

const HAPPENED: Readonly<Record<Happening['kind'], string>> = {
  terminated: '本项目已经终止',
  failed: '本次招标已经流标',
  suspended: '本项目已经中止',
  result: '结果已经公布',
  corrected: '本公告已经更正，截止时间和关键信息已经按更正公告改过',
};

function boxesOf({ id, announcement }: Entry, versions: readonly Version[]): EventBox[] {
  const events = loadContent().links.events.get(id)!;
  const box = (kind: Happening['kind'], by: string | undefined): EventBox[] =>
    by === undefined
      ? []
      : [{ kind, text: HAPPENED[kind], href: address(announcementPath(by)), link: rowWith(by).title }];
  const last = versions.at(-1);
  const erratum: EventBox[] = last
    ? [
        {
          kind: 'erratum',
          text: `勘误（${printInstant(last.until)}）：${last.label}的“${last.from}”改为“${last.to}”。原因：${last.reason}。`,
          href: address(`${announcementPath(id)}v${last.number}/`),
          link: '看改动之前的版本',
        },
      ]
    : [];
  const own = announcement.type === 'award-notice' ? undefined : events.result;
  return [
    ...box('terminated', events.terminated),
    ...box('failed', events.failed),
    ...box('suspended', events.terminated ? undefined : events.suspended),
    ...box('corrected', events.corrected.at(-1)),
    ...box('result', own),
    ...erratum,
  ];
}

const oldVersionBox = (old: Version, path: string): EventBox => ({
  kind: 'old-version',
  text: `这是第 ${old.number} 版，已于${printInstant(old.until)}勘误：${old.label}的“${old.from}”改为“${old.to}”。`,
  href: address(path),
  link: '看现在的版本',
});

function correctedBy({ id, announcement }: Entry): AnnouncementPage['corrects'] {
  const target =
    'corrections' in announcement && announcement.corrections && 'related' in announcement
      ? announcement.related
      : undefined;
  const effective = target === undefined ? undefined : loadContent().links.effective.get(target);
  if (!effective) return undefined;
  const changes = effective.changes
    .filter(({ by }) => by === id)
    .map((change) => changeLine(change, target!));
  return { title: rowWith(target!).title, href: address(announcementPath(target!)), changes };
}

const changeLine = (change: Change, target: string): ChangeLine => ({
  ...change,
  href: address(announcementPath(target)),
  when: printInstant(change.at),
});

/** Shown elsewhere on the page. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'title',
  'category',
  'publishedAt',
  'related',
  'source',
  'originalUrl',
  'corrections',
  'errata',
  'exceptions',
  'attachments',
  'legacyUrls',
]);

function shownFields(announcement: Announcement): readonly { field: Field; value: unknown }[] {
  const values = announcement as unknown as Readonly<Record<string, unknown>>;
  return formOf(typeOf(announcement.category, announcement.type))
    .map((field) => ({ field, value: values[field.key] }))
    .filter(({ field, value }) => value !== undefined && !ELSEWHERE.has(field.key));
}

const printed = (field: Field, value: unknown): string =>
  field.kind
    ? field.kind.print(value)
    : (value as readonly unknown[]).map((item) => field.item!.print(item)).join('、');

function factLines(announcement: Announcement, changes: readonly Change[]): FactLine[] {
  return shownFields(announcement)
    .filter(({ field }) => field.shape !== 'records')
    .map(({ field, value }): FactLine => {
      const line = { label: field.label, text: printed(field, value) };
      const first = changes.find((change) => change.field === field.key);
      const last = changes.findLast((change) => change.field === field.key);
      if (first && last) return { ...line, was: first.from, changedBy: address(announcementPath(last.by)) };
      if (field.key === 'projectCode') return { ...line, href: address(projectPath(line.text)) };
      if (field.key === 'contactPhone') return { ...line, href: `tel:${line.text.replace(/转.*/u, '')}` };
      return line;
    });
}

/** Lists of records become tables; a column that no record uses is left out. */
function factTables(announcement: Announcement): FactTable[] {
  return shownFields(announcement)
    .filter(({ field }) => field.shape === 'records')
    .map(({ field, value }) => {
      const records = value as readonly Readonly<Record<string, unknown>>[];
      const columns = field.fields!.filter(({ key }) => records.some((record) => record[key] !== undefined));
      return {
        label: field.label,
        head: columns.map(({ label }) => label),
        rows: records.map((record) =>
          columns.map((column) =>
            record[column.key] === undefined ? '' : column.kind!.print(record[column.key]),
          ),
        ),
      };
    });
}

/** A list of contents helps from four sections on. */
function contentsOf(body: string): readonly { id: string; text: string }[] {
  const sections = headingsOf(body).filter(({ level }) => level === 2);
  return sections.length >= 4 ? sections : [];
}

function attachmentAddress({ id, attachments }: Entry, file: string): string | undefined {
  const index = attachments.findIndex((attachment) => attachment.file.normalize('NFC') === file);
  return index < 0 ? undefined : address(attachmentPath(id, index, attachments[index]!.file));
}

const endingOf = (file: string): string => (/\.([A-Za-z0-9]+)$/u.exec(file)?.[1] ?? '').toUpperCase();

/** `24 KB`, `2.4 MB`. */
const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
