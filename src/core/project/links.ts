import { distance } from 'fastest-levenshtein';
import { isDayAlone, type Instant, type PlainDate } from '../announcement/instant.ts';
import { elsewhereOf } from '../announcement/elsewhere.ts';
import { isLegacy } from '../announcement/legacy.ts';
import { canFollow } from '../announcement/former-type.ts';
import { typeOf, type Announcement } from '../announcement/schema.ts';
import type { Stage, TypeSpec } from '../announcement/type.ts';
import type { Finding } from '../diagnostic.ts';

/** One announcement as this room knows it: the fields, under the id that others name it by. */
export interface Linked {
  id: string;
  announcement: Announcement;
  body: string;
}

/** All announcements in the order of publication, and the ids of those that could not be read. */
export class LinkedAnnouncements {
  readonly entries: readonly Linked[];
  readonly ids: ReadonlySet<string>;
  readonly #byId: ReadonlyMap<string, Linked>;

  constructor(entries: readonly Linked[], ids: ReadonlySet<string>) {
    this.entries = entries.toSorted(byTime);
    this.ids = ids;
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
  }

  /** The earlier announcement that one names, if it is there; of the suspension that it lifts, what was suspended. */
  parentOf(entry: Linked): Linked | undefined {
    return parentIn(entry, (id) => this.#byId.get(id));
  }

  /** An announcement and those it rests on, nearest first; a circle ends where it began. */
  lineage(entry: Linked): readonly Linked[] {
    const line = new Set<Linked>();
    for (let next: Linked | undefined = entry; next && !line.has(next); next = this.parentOf(next)) {
      line.add(next);
    }
    return [...line];
  }

  /** An announcement and those it rests on, up to the call; a plan before the call is another matter. */
  matterOf(entry: Linked): readonly Linked[] {
    const line = this.lineage(entry);
    const call = line.findIndex(({ announcement }) => specOf(announcement).stage === 'call');
    return call < 0 ? line : line.slice(0, call + 1);
  }
}

/** The same among announcements that are asked for by their ids. */
export function parentIn<T extends { announcement: Announcement }>(
  { announcement }: T,
  find: (id: string) => T | undefined,
): T | undefined {
  const related = relatedOf(announcement);
  const named = related === undefined ? undefined : find(related);
  const lifts =
    named !== undefined &&
    specOf(announcement).stage === 'resumption' &&
    specOf(named.announcement).stage === 'suspension';
  return lifts ? (parentIn(named, find) ?? named) : named;
}

const byTime = (a: Linked, b: Linked): number => {
  const [first, second] = [a.announcement.publishedAt, b.announcement.publishedAt];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

export const specOf = ({ category, type }: Announcement): TypeSpec => typeOf(category, type);

export const relatedOf = (announcement: Announcement): string | undefined =>
  'related' in announcement ? announcement.related : undefined;

export const codeOf = (announcement: Announcement): string | undefined =>
  'projectCode' in announcement ? announcement.projectCode : undefined;

/** Whether each announcement names an earlier one that it can follow. */
export const checkLinks = (archive: LinkedAnnouncements): readonly Finding[] =>
  archive.entries.flatMap((entry) => [
    ...checkLink(archive, entry),
    ...checkRetender(archive, entry),
    ...checkStart(entry),
  ]);

/** A result with no announcement before it: of a single source it is lawful, else it has been forgotten. */
function checkStart({ id, announcement }: Linked): readonly Finding[] {
  const { category, stage, link, term } = specOf(announcement);
  if (category !== 'procurement' || stage !== 'result' || link !== 'may') return [];
  if (relatedOf(announcement) !== undefined || elsewhereOf(announcement).length > 0) return [];
  if ('method' in announcement && announcement.method === 'single-source') return [];
  const message = `${term}没有写“关联公告”`;
  const help =
    '关联公告写它的采购公告（发布在别处的写标题、网址和发布时间）；单一来源、没有公示过的，写 采购方式: 单一来源采购';
  return [{ code: 'L130', id, at: 'type', message, help }];
}

function checkLink(archive: LinkedAnnouncements, entry: Linked): readonly Finding[] {
  const { id, announcement } = entry;
  const related = relatedOf(announcement);
  const finding = (code: string, message: string, help: string, at = 'related'): Finding => ({
    code,
    id,
    at,
    message,
    help,
  });
  if (related === undefined) return checkElsewhere(entry);
  if (related === id) return [finding('L105', '关联公告写的是它自己', '写它所属的前一份公告')];
  const parent = archive.parentOf(entry);
  if (!parent) {
    if (archive.ids.has(related)) return [];
    return [finding('L101', `找不到公告“${related}”`, whatWasMeant(archive, entry, related))];
  }
  if (closesCircle(archive, entry)) {
    return [finding('L105', `“${id}”和“${related}”互相关联`, '后发布的写先发布的')];
  }
  const wrong = checkPredecessor(announcement, parent);
  if (wrong) return [finding('L102', wrong.message, wrong.help)];
  const findings: Finding[] = [];
  const [code, parentCode] = [codeOf(announcement), codeOf(parent.announcement)];
  if (code && parentCode && code !== parentCode) {
    const message = `项目编号与关联公告的“${parentCode}”不同`;
    findings.push(finding('L103', message, `项目编号: ${parentCode}，或者核对关联公告`, 'projectCode'));
  }
  const { publishedAt } = parent.announcement;
  if (isEarlier(announcement.publishedAt, publishedAt)) {
    const help = `核对发布时间；那一份发布于 ${publishedAt.slice(0, 16).replace('T', ' ')}`;
    findings.push(finding('L104', `发布时间早于它所属的公告“${related}”`, help, 'publishedAt'));
  }
  return findings;
}

/** Whether one was published before another; of one whose day alone is known, before that day. */
const isEarlier = (at: Instant, other: Instant | PlainDate): boolean =>
  isDayAlone(at) || !other.includes('T') ? at.slice(0, 10) < other.slice(0, 10) : at < other;

/** What was published elsewhere came before what follows it. */
const checkElsewhere = ({ id, announcement }: Linked): readonly Finding[] =>
  elsewhereOf(announcement).flatMap(({ title, publishedAt }, index) => {
    if (!isEarlier(announcement.publishedAt, publishedAt)) return [];
    const message = `发布时间早于它所属的公告“${title}”`;
    const help = `核对两处的发布时间；那一份发布于 ${publishedAt.slice(0, 16).replace('T', ' ')}`;
    return [{ code: 'L104', id, at: `relatedElsewhere.${index}.publishedAt`, message, help }];
  });

/** A circle is told once, at the one in it that was published first: it names a later one. */
function closesCircle(archive: LinkedAnnouncements, entry: Linked): boolean {
  const line = archive.lineage(entry);
  if (archive.parentOf(line.at(-1)!) !== entry) return false;
  return line.every((other) => other === entry || byTime(entry, other) < 0);
}

/** What follows these speaks of the announcement that they speak of. */
const ABOUT: Readonly<Partial<Record<Stage, string>>> = {
  correction: '更正',
  suspension: '中止',
  resumption: '恢复',
};

function checkPredecessor(
  announcement: Announcement,
  parent: Linked,
): { message: string; help: string } | undefined {
  const spec = specOf(announcement);
  const parentSpec = specOf(parent.announcement);
  if (canFollow(spec, parent.announcement)) return undefined;
  const allowed = spec.follows.map((type) => typeOf(spec.category, type).term).join('、');
  const about = ABOUT[parentSpec.stage];
  const root = about === undefined ? undefined : relatedOf(parent.announcement);
  return {
    message: `${spec.term}不能接在${parentSpec.term}后面`,
    help: root ? `关联公告: ${root}（被${about!}的那一份）` : `可以接在：${allowed}`,
  };
}

function checkRetender(archive: LinkedAnnouncements, entry: Linked): readonly Finding[] {
  const { id, announcement } = entry;
  if (isLegacy(announcement) || !('retender' in announcement) || announcement.retender !== true) return [];
  const parent = archive.parentOf(entry);
  if (!parent && relatedOf(announcement) !== undefined) return [];
  if (elsewhereOf(announcement).length > 0) return [];
  if (parent && isLegacy(parent.announcement)) return [];
  const stage = parent && specOf(parent.announcement).stage;
  if (stage === 'failure' || stage === 'termination' || stage === 'result') return [];
  const message = '重新招标没有写明前一次的流标或终止公告';
  return [{ code: 'L114', id, at: 'retender', message, help: '关联公告写前一次的流标公告或者终止公告' }];
}

/** Farthest slip of the keyboard in an id, in characters. */
const FARTHEST_SLIP = 2;

function whatWasMeant({ entries, ids }: LinkedAnnouncements, entry: Linked, related: string): string {
  const typo = [...ids].find((id) => id !== entry.id && distance(id, related) <= FARTHEST_SLIP);
  if (typo !== undefined) return `关联公告: ${typo}`;
  const code = codeOf(entry.announcement);
  const siblings = entries.filter(
    (other) => other !== entry && code !== undefined && codeOf(other.announcement) === code,
  );
  if (siblings.length > 0) return `本项目的公告有：${siblings.map(({ id }) => id).join('、')}`;
  return '核对文件名；先发布的公告要先写好';
}
