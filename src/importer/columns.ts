import { CATEGORIES, type Category } from '../core/announcement/category.ts';
import { typeOf } from '../core/announcement/schema.ts';
import { standingOf } from './addresses.ts';
import { number } from './progress.ts';
import type { PageRecord } from './page-record.ts';

/** A column of the old site as the folders of its pages show it. */
interface Met {
  path: string;
  count: number;
  /** Of the pages that were recognised: how many of each category and, of one category, of each type. */
  categories: ReadonlyMap<Category, number>;
  types: ReadonlyMap<string, number>;
  breadcrumb: string;
}

/** The columns that were met, by their paths. */
function columnsMet(records: readonly PageRecord[]): readonly Met[] {
  const groups = Map.groupBy(records, ({ page }) => columnOf(standingOf(page).address));
  return [...groups]
    .filter(([path]) => path !== '/')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, pages]) => ({
      path,
      count: pages.length,
      categories: counted(pages.flatMap(({ category }) => category ?? [])),
      types: counted(pages.flatMap(({ type }) => type ?? [])),
      breadcrumb:
        [...counted(pages.map(({ breadcrumb }) => (breadcrumb ?? []).join(' > ')))].sort(
          (a, b) => b[1] - a[1],
        )[0]?.[0] ?? '',
    }));
}

function counted<T>(values: readonly T[]): ReadonlyMap<T, number> {
  return new Map([...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]));
}

/** The folders of a page up to those that are named by a date or a running number. */
function columnOf(address: string): string {
  const folders = address.replace(/\?.*$/su, '').split('/').slice(1, -1);
  const dated = folders.findIndex((name) =>
    /^(?:(?:19|20)\d{2}(?:\d{2}){0,2}|t?(?:19|20)\d{6}|\d{1,2})$/u.test(name),
  );
  return `/${folders
    .slice(0, dated < 0 ? undefined : dated)
    .map((name) => `${name}/`)
    .join('')}`;
}

/**
 * `import-map.yaml` for the office to fill in. What it proposes stands behind `#`, so that nothing is decided by a
 * program and a second import gives the same as the first.
 */
export function proposedMap(records: readonly PageRecord[], site: string | undefined): string {
  const columns = columnsMet(records).map(
    (met) =>
      `  # ${JSON.stringify(met.path).slice(1, -1)}: ${proposalOf(met)}   # ${number(met.count)} 页${met.breadcrumb === '' ? '' : `，${oneLine(met.breadcrumb)}`}`,
  );
  return `# 旧网站的栏目是什么。程序只写了一次，以后不再改它；每行去掉前面的“# ”就生效。
# 写法：/jyxx/004002/: { 类别: 建设工程, 类型: 招标公告 }；类型可以不写，看标题；整栏不要的写 不采用。
${site === undefined ? '# 网址: http://ggzy.old.example.cn' : `网址: ${site}`}
栏目:
${columns.join('\n')}${columns.length > 0 ? '\n' : ''}# 地区: { 荷城: 荷城街道 }     # 旧站的叫法: 本站的地区
# 标识前缀: old                  # 导入的公告的标识以它开头
# 正文在: [ "#zoom" ]            # 程序找不对正文时才写
`;
}

function proposalOf({ categories, types }: Met): string {
  const [[category] = []] = [...categories];
  if (category === undefined || categories.size > 1) return '{ 类别: … }';
  const [[type] = []] = [...types];
  const isOne = types.size === 1 && type !== undefined;
  return `{ 类别: ${CATEGORIES[category]}${isOne ? `, 类型: ${typeOf(category, type).term}` : ''} }`;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').slice(0, 60).toWellFormed();
