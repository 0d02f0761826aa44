import { CATEGORIES, categories, categoryNamed, type Category } from '../core/announcement/category.ts';
import { typesNamed } from '../core/announcement/schema.ts';
import type { Answer } from '../core/drafting/draft.ts';
import { datesIn } from './article/dates.ts';
import { readOfficeFile, refuse, type OfficeFile } from './office-file.ts';

/** What a clerk has answered of one page. */
export interface PageAnswers {
  /** Taken in spite of a doubt, or left out. */
  take?: boolean;
  category?: Category;
  type?: string;
  /** Whether numbers of persons are to be covered. */
  mask?: boolean;
  /** Values by the Chinese label of their field, 标题 and 发布时间 among them. */
  values: Readonly<Record<string, Answer>>;
}

/**
 * Answers by the path of the page in the folder, as the report names it; those of a folder, with `/` at its end, and of
 * all pages are for each page below.
 */
export type AllAnswers = Readonly<Record<string, PageAnswers>>;

/** The name under which all pages are answered for. */
const ALL = '全部';

/** What is answered of a page: for all pages, for its folders from the outermost, for itself; the last has the word. */
export function answersFor(all: AllAnswers, page: string): PageAnswers | undefined {
  const folders = [...page.matchAll(/\//gu)].map(({ index }) => page.slice(0, index + 1));
  const said = [ALL, ...folders, page].flatMap((name) => (Object.hasOwn(all, name) ? all[name]! : []));
  if (said.length < 2) return said[0];
  return Object.assign({}, ...said, {
    values: Object.assign({}, ...said.map(({ values }) => values)),
  }) as PageAnswers;
}

/** Answers that are of no page there is: their paths are written otherwise. */
export const strayAnswers = (all: AllAnswers, pages: ReadonlySet<string>): readonly string[] =>
  Object.keys(all).filter(
    (name) =>
      name !== ALL &&
      !(name.endsWith('/') ? [...pages].some((page) => page.startsWith(name)) : pages.has(name)),
  );

/**
 * Reads `import-answers.yaml`.
 * @throws {ImportFailure} with file, line and remedy
 */
export function readAnswers(name: string, text: string): AllAnswers {
  const file = readOfficeFile(name, text);
  return Object.fromEntries(
    Object.entries(file.value).map(([page, said]) => [page, answersOf(file, page, said)]),
  );
}

/** What is true of one page alone. */
const OF_A_PAGE: readonly string[] = ['采用', '标题', '发布时间', '项目编号', '关联公告'];

function answersOf(file: OfficeFile, page: string, said: unknown): PageAnswers {
  if (page === ALL || page.endsWith('/')) refuseOfMany(file, page, said);
  if (said === '采用' || said === '不采用') return { take: said === '采用', values: {} };
  if (typeof said !== 'object' || said === null || Array.isArray(said))
    return refuse(file, [page], '写 采用、不采用，或者另起一行缩进两格写“类别: …”“发布时间: …”');
  const { 采用, 类别, 类型, 遮盖, ...values } = said as Record<string, unknown>;
  const category = 类别 === undefined ? undefined : categoryOf(file, page, 类别);
  if (类型 !== undefined && category === undefined) refuse(file, [page, '类型'], '写了类型，也要写类别');
  return {
    ...(采用 !== undefined && { take: yesOrNo(file, page, '采用', 采用) }),
    ...(category !== undefined && { category }),
    ...(category !== undefined && 类型 !== undefined && { type: typeOf(file, page, category, 类型) }),
    ...(遮盖 !== undefined && { mask: yesOrNo(file, page, '遮盖', 遮盖) }),
    values: Object.fromEntries(
      Object.entries(values).map(([label, value]) => [
        label,
        isAnswer(value)
          ? label === '发布时间'
            ? timeOf(file, page, value)
            : value
          : refuse(file, [page, label], `“${label}”写一个值，或者逐项列出`),
      ]),
    ),
  };
}

/** What can only be seen by looking at a page is not answered for many. */
function refuseOfMany(file: OfficeFile, page: string, said: unknown): void {
  if (typeof said === 'string')
    refuse(file, [page], '许多页一起，不能写采用或者不采用；整栏不要的，在 import-map.yaml 里写 不采用');
  const label = Object.keys(said ?? {}).find((one) => OF_A_PAGE.includes(one));
  if (label !== undefined) refuse(file, [page, label], `“${label}”要一页一页看过再写，不能许多页一起写`);
}

function yesOrNo(file: OfficeFile, page: string, label: string, value: unknown): boolean {
  if (value === '是' || value === '否') return value === '是';
  return refuse(file, [page, label], `“${label}”写 是 或者 否`);
}

function categoryOf(file: OfficeFile, page: string, value: unknown): Category {
  return (
    (typeof value === 'string' ? categoryNamed(value.trim()) : undefined) ??
    refuse(
      file,
      [page, '类别'],
      `没有“${String(value)}”这个类别。有：${categories.map((one) => CATEGORIES[one]).join('、')}`,
    )
  );
}

/** A time of publication as pages have it, however it is written. */
function timeOf(file: OfficeFile, page: string, value: Answer): string {
  const [date, ...more] = typeof value === 'string' ? datesIn(value) : [];
  if (!date || more.length > 0)
    return refuse(file, [page, '发布时间'], '“发布时间”写成 2018-03-01 09:30；只知道日期的，写 2018-03-01');
  return date.time === undefined ? date.on : `${date.on} ${date.time}`;
}

function typeOf(file: OfficeFile, page: string, category: Category, value: unknown): string {
  const [type, ...more] = typeof value === 'string' ? typesNamed(category, value.trim()) : [];
  if (type && more.length === 0) return type.id;
  return refuse(
    file,
    [page, '类型'],
    `“${CATEGORIES[category]}”里没有叫“${String(value)}”的类型，或者不止一种`,
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isAnswer = (value: unknown): value is Answer =>
  isText(value) ||
  (Array.isArray(value) &&
    (value.every(isText) ||
      value.every((item) => typeof item === 'object' && item !== null && Object.values(item).every(isText))));
