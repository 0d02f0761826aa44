import { CATEGORIES, categories, categoryNamed, type Category } from '../core/announcement/category.ts';
import { typesNamed } from '../core/announcement/schema.ts';
import { readOfficeFile, refuse, type OfficeFile } from './office-file.ts';

/** What a column of the old site holds: announcements of a category, perhaps all of one type; or none of ours. */
export type Column = 'left-out' | { category: Category; type?: string };

/** What the office says of the old site, as `import-map.yaml` has it. */
export interface SiteMap {
  /** Scheme and host of the old site. */
  origin?: string;
  /** By the beginning of the path. */
  columns: Readonly<Record<string, Column>>;
  /** Names of regions on the old site and ours. */
  regions: Readonly<Record<string, string>>;
  prefix: string;
  /** Selectors of the body, where the one that is found by itself is wrong. */
  bodyAt: readonly string[];
}

/** What the ids of imported announcements begin with, unless the office says otherwise. */
const PREFIX = 'old';

const KEYS = ['网址', '栏目', '地区', '标识前缀', '正文在'];

/** @throws {ImportFailure} with file, line and remedy */
export function readMap(name: string, text: string): SiteMap {
  const file = readOfficeFile(name, text);
  const unknown = Object.keys(file.value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) refuse(file, [unknown], `没有“${unknown}”这一项。可以写：${KEYS.join('、')}`);
  const origin = textAt(file, '网址');
  const prefix = textAt(file, '标识前缀') ?? PREFIX;
  if (!/^[a-z\d]+(?:-[a-z\d]+)*$/u.test(prefix) || prefix.length > 40)
    refuse(file, ['标识前缀'], `标识前缀只用小写英文字母、数字和“-”，例如 gm-old`);
  const bodyAt = file.value['正文在'] ?? [];
  if (!Array.isArray(bodyAt) || !bodyAt.every((one) => typeof one === 'string'))
    refuse(file, ['正文在'], '正文在要写成 [ "#infoContentM", ".TRS_Editor" ] 这样');
  return {
    ...(origin !== undefined && {
      origin:
        originOf(origin) ??
        refuse(file, ['网址'], `“${origin}”不是网站地址，写成 http://ggzy.old.example.cn 这样`),
    }),
    columns: Object.fromEntries(
      Object.entries(recordAt(file, '栏目')).map(([path, said]) => [path, columnOf(file, path, said)]),
    ),
    regions: Object.fromEntries(
      Object.entries(recordAt(file, '地区')).map(([old, ours]) => [
        old,
        typeof ours === 'string' ? ours : refuse(file, ['地区', old], '写成“旧站的叫法: 本站的地区”'),
      ]),
    ),
    prefix,
    bodyAt: bodyAt as readonly string[],
  };
}

export const NO_MAP: SiteMap = { columns: {}, regions: {}, prefix: PREFIX, bodyAt: [] };

/** Scheme and host of an address; nothing where it is none of a web site. */
export function originOf(text: string): string | undefined {
  const url = URL.parse(text);
  return url && /^https?:$/u.test(url.protocol) && url.username === '' ? url.origin : undefined;
}

/** The column that an address lies in: the longest of those that it begins with. */
export function columnFor({ columns }: SiteMap, address: string): Column | undefined {
  const [best] = Object.keys(columns)
    .filter((path) => address.startsWith(path))
    .sort((a, b) => b.length - a.length);
  return best === undefined ? undefined : columns[best];
}

function textAt(file: OfficeFile, key: string): string | undefined {
  const value = file.value[key];
  if (value === undefined || value === '') return undefined;
  return typeof value === 'string' ? value.trim() : refuse(file, [key], `“${key}”只写一个值`);
}

function recordAt(file: OfficeFile, key: string): Readonly<Record<string, unknown>> {
  const value = file.value[key] ?? {};
  if (value === '') return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(file, [key], `“${key}”下面逐行写，缩进两格`);
  return value as Readonly<Record<string, unknown>>;
}

function columnOf(file: OfficeFile, path: string, said: unknown): Column {
  const at = ['栏目', path];
  if (!path.startsWith('/')) refuse(file, at, `栏目从“/”写起，例如 /jyxx/004002/`);
  if (said === '不采用') return 'left-out';
  const { 类别, 类型, ...rest } = (typeof said === 'object' && said !== null ? said : {}) as Record<
    string,
    unknown
  >;
  if (typeof 类别 !== 'string' || Object.keys(rest).length > 0)
    return refuse(file, at, '栏目写成 { 类别: 建设工程, 类型: 招标公告 }、{ 类别: 政府采购 } 或者 不采用');
  const category = categoryNamed(类别.trim());
  if (!category)
    return refuse(
      file,
      [...at, '类别'],
      `没有“${类别}”这个类别。有：${categories.map((one) => CATEGORIES[one]).join('、')}`,
    );
  if (类型 === undefined) return { category };
  const [type, ...more] = typeof 类型 === 'string' ? typesNamed(category, 类型.trim()) : [];
  if (!type || more.length > 0)
    return refuse(
      file,
      [...at, '类型'],
      `“${CATEGORIES[category]}”里没有叫“${String(类型)}”的类型，或者不止一种；不写类型，就看标题`,
    );
  return { category, type: type.id };
}
