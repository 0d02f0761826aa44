import { LEGACY } from '../core/announcement/legacy.ts';
import { namesOf, typeOf } from '../core/announcement/schema.ts';
import type { TypeSpec } from '../core/announcement/type.ts';
import type { Category } from '../core/announcement/category.ts';
import { checkOldAddresses, type OwnAddresses } from '../core/old-addresses.ts';
import { oneOfEach } from './duplicates.ts';
import { nameAll } from './ids.ts';
import type { PageRecord, Told } from './page-record.ts';

/** An announcement that is to be written. */
export interface Plan {
  page: string;
  /** Pages with the same announcement, the first among them. */
  pages: readonly string[];
  id: string;
  category: Category;
  publishedAt: string;
  /** The type that it has by what it says of itself, complete or not. */
  spec: TypeSpec | undefined;
  related: string | undefined;
  legacyUrls: readonly string[];
  /** Old addresses of its files that lead to them. */
  attached: ReadonlySet<string>;
  /** Whether it can only be kept as 存量公告. */
  isLegacy: boolean;
}

export interface Joined {
  plans: readonly Plan[];
  /** What is said of pages beside what was found in each by itself. */
  told: ReadonlyMap<string, readonly Told[]>;
  /** By page, the page whose announcement it is too. */
  merged: ReadonlyMap<string, string>;
}

/** What the joining needs to know of the site and of earlier runs. */
interface Surroundings {
  prefix: string;
  ids: ReadonlyMap<string, string>;
  isTaken: (id: string) => boolean;
  own: OwnAddresses;
}

/**
 * Makes announcements of all pages that were read: one of those that are the same, ids, old addresses, and which follows
 * which. The same pages give the same, in whatever order they were read.
 */
export function join(
  records: readonly PageRecord[],
  { prefix, ids: given, isTaken, own }: Surroundings,
): Joined {
  const told = new Map<string, Told[]>();
  const tell = (page: string, finding: Told): void =>
    void told.set(page, [...(told.get(page) ?? []), finding]);
  const { groups, merged } = oneOfEach(records, tell);
  const days = groups.map(({ first }) => ({ page: first.page, day: first.publishedAt! }));
  const ids = nameAll(days, prefix, given, isTaken);
  const addresses = withoutForeign(
    groups.map(({ first, all }) => ({
      id: ids.get(first.page)!,
      page: first.page,
      urls: [...new Set(all.flatMap((one) => one.addresses))],
      attached: first.attached ?? [],
    })),
    own,
    tell,
  );
  const firsts = groups.map(({ first }) => first);
  const before = earlierOf(firsts, ids);
  tellOtherCodes(firsts, tell);
  const plans = groups.map(({ first, all }): Plan => {
    const spec = first.type === undefined ? undefined : typeOf(first.category!, first.type);
    const related = before(first);
    const why = whyLegacy(first, spec, related);
    if (why !== undefined) tell(first.page, { code: 'G127', message: `按存量公告导入：${why}` });
    return {
      page: first.page,
      pages: all.map(({ page }) => page),
      id: ids.get(first.page)!,
      category: first.category!,
      publishedAt: first.publishedAt!,
      spec,
      related,
      legacyUrls: addresses.get(first.page)!.urls,
      attached: addresses.get(first.page)!.attached,
      isLegacy:
        !first.isWhole || first.doubtful.length > 0 || (spec?.link === 'must' && related === undefined),
    };
  });
  return { plans, told, merged };
}

/** Why a page of which nothing is missing is 存量公告 all the same. */
function whyLegacy(
  { isWhole, missing }: PageRecord,
  spec: TypeSpec | undefined,
  related: string | undefined,
): string | undefined {
  if (missing.length > 0) return undefined;
  if (spec === undefined) return '看不出是这一类里的哪一种公告';
  return isWhole && spec.link === 'must' && related === undefined
    ? '没有找到这个项目更早的公告，“关联公告”填不出来'
    : undefined;
}

type Tell = (page: string, finding: Told) => void;

/** Old addresses without those that would lead readers of this site astray, or that another announcement has. */
function withoutForeign(
  all: readonly {
    id: string;
    page: string;
    urls: readonly string[];
    attached: NonNullable<PageRecord['attached']>;
  }[],
  own: OwnAddresses,
  tell: Tell,
): ReadonlyMap<string, { urls: readonly string[]; attached: ReadonlySet<string> }> {
  const moved = all.map(({ id, urls, attached }) => ({
    id,
    announcement: {
      legacyUrls: urls,
      attachments: attached.map(({ address }) => ({ legacyUrls: [address] })),
    } as never,
    attachments: attached,
  }));
  const pages = new Map(all.map(({ id, page }) => [id, page]));
  const faults = new Set<string>();
  for (const { id, at, message } of checkOldAddresses(moved, own)) {
    faults.add(`${id} ${at}`);
    const help = '需要时请网站管理员在服务器上单独转';
    tell(pages.get(id)!, { code: 'G112', message: `${message}，没有写进“旧网址”`, help });
  }
  return new Map(
    all.map(({ id, page, urls, attached }) => [
      page,
      {
        urls: urls.filter((_, at) => !faults.has(`${id} legacyUrls.${at}`)),
        attached: new Set(
          attached
            .filter((_, at) => !faults.has(`${id} attachments.${at}.legacyUrls.0`))
            .map(({ address }) => address),
        ),
      },
    ]),
  );
}

/** Gives the id of the one earlier announcement of the same project that another can follow; of several, none. */
function earlierOf(
  firsts: readonly PageRecord[],
  ids: ReadonlyMap<string, string>,
): (record: PageRecord) => string | undefined {
  const byCode = Map.groupBy(
    firsts.filter(({ projectCode }) => projectCode !== undefined),
    ({ category, projectCode }) => `${category!} ${projectCode!}`,
  );
  return (record) => {
    if (record.type === undefined || record.projectCode === undefined) return undefined;
    const spec = typeOf(record.category!, record.type);
    const before = (byCode.get(`${record.category!} ${record.projectCode}`) ?? []).filter(
      (other) =>
        other !== record &&
        other.type !== undefined &&
        spec.follows.includes(other.type) &&
        isEarlier(other.publishedAt!, record.publishedAt!),
    );
    return before.length === 1 ? ids.get(before[0]!.page) : undefined;
  };
}

/** Of two on one day of which one has no time of day, it is not known which was first. */
const isEarlier = (one: string, other: string): boolean =>
  one.length > 10 && other.length > 10 ? one < other : one.slice(0, 10) < other.slice(0, 10);

/** Announcements of one project by their titles that name different codes. */
function tellOtherCodes(firsts: readonly PageRecord[], tell: Tell): void {
  const byProject = Map.groupBy(
    firsts.filter(
      ({ type, projectCode }) => type !== undefined && type !== LEGACY && projectCode !== undefined,
    ),
    ({ category, type, title }) => `${category!} ${stemOf(title!, typeOf(category!, type!))}`,
  );
  for (const [project, same] of byProject) {
    const codes = [...new Set(same.map(({ projectCode }) => projectCode!))];
    if (codes.length < 2 || project.length < SHORTEST_NAME) continue;
    for (const { page, projectCode } of same)
      tell(page, {
        code: 'G111',
        message: `项目编号“${projectCode!}”与同名项目的${codes
          .filter((code) => code !== projectCode)
          .slice(0, 3)
          .map((code) => `“${code}”`)
          .join('、')}不同`,
        help: '核对是不是同一个项目；写错的在 import-answers.yaml 里写 项目编号: …',
      });
  }
}

/** A title that is little more than the word for its type names no project. */
const SHORTEST_NAME = 18;

function stemOf(title: string, spec: TypeSpec): string {
  const name = namesOf(spec)
    .toSorted((a, b) => b.length - a.length)
    .find((one) => title.includes(one));
  return (name === undefined ? title : title.slice(0, title.indexOf(name))).replace(/\s/gu, '');
}
