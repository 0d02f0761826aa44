import { STATUS_NAME } from '../core/publishing.ts';
import { isImmutable, manifestName, PARTS, signatureName, withoutCompression } from '../mirror/manifest.ts';

/*
 * A far end takes one file after another and cannot exchange a site at once. It is whole at every moment all the same:
 *
 * 1. What a page leads to is there: from every page that was there before, and from every page that can be reached
 *    from the home page, each link, script, picture and file of data is found.
 * 2. What is named with a digest has it: such a file never changes, so a page that names one shows what was meant.
 * 3. What a list says of an announcement, its page says too: a list is never newer than the pages that it lists.
 *
 * New files come first, since nothing leads to them yet; then what changed, each before that which tells of it; then
 * the home page and the manifests, and what the publishing machine says of itself; what is no longer of the site goes when nothing leads to it any more. Within a step
 * the order does not matter. tests/deploy/whole.test.ts holds the first two at every moment between two sites.
 */

/** The steps in which files are sent, in this order, as whoever watches reads them. */
export const STEPS = {
  named: '名字里带校验值的文件',
  newFiles: '新的附件和数据',
  newPages: '新的网页',
  details: '有变化的公告、项目、单位',
  lists: '有变化的列表和其他网页',
  announced: '订阅、日历、站点地图',
  entrances: '搜索页、屏幕的网页',
  heads: '屏幕的数据指向',
  home: '首页',
  manifests: '文件清单',
  status: '发布情况',
} as const;

export type StepName = keyof typeof STEPS;

const DETAILS = /^(?:announcements|projects|parties|disclosure|search\/texts)\//u;
const ANNOUNCED = /^feeds\/|^sitemap[\w-]*\.xml$|\/feed\.xml$|\.ics$/u;
const ENTRANCES = /^(?:404\.html|search\/index\.html|(?:display|kiosk)\/[^/]+\/index\.html)$/u;
const HEADS = /^(?:display|kiosk)\/[^/]+\/head\.json$/u;

const MANIFESTS: ReadonlySet<string> = new Set(
  PARTS.flatMap((part) => [manifestName(part), signatureName(part)]),
);

/** The step in which a file is sent. `isNew`: nothing lies at the far end under its name. */
export function stepOf(path: string, isNew: boolean): StepName {
  const name = withoutCompression(path);
  if (isImmutable(path)) return 'named';
  if (MANIFESTS.has(path)) return 'manifests';
  // It says which revision is served, so all of that must be there.
  if (path === STATUS_NAME) return 'status';
  // Whoever looks for these does not need to be led there, so they are last even where they are new.
  if (name === 'index.html') return 'home';
  if (HEADS.test(name)) return 'heads';
  if (isNew) return name.endsWith('.html') ? 'newPages' : 'newFiles';
  if (ENTRANCES.test(name)) return 'entrances';
  if (ANNOUNCED.test(name)) return 'announced';
  return DETAILS.test(name) ? 'details' : 'lists';
}

/** The steps in which files are removed: first what leads to others, then what others lead to. */
export const REMOVALS = ['pointers', 'pages', 'files'] as const;

export function removalOf(path: string): (typeof REMOVALS)[number] {
  const name = withoutCompression(path);
  if (ANNOUNCED.test(name) || HEADS.test(name)) return 'pointers';
  return name.endsWith('.html') ? 'pages' : 'files';
}
