import { CATEGORIES } from './announcement/category.ts';
import type { Instant } from './announcement/instant.ts';
import type { Display } from './corpus/load.ts';
import { LONGEST_CYCLE } from './display/dwell.ts';
import { SCHEMA, type Feed, type Item } from './display/feed.ts';
import { headerFits, layoutOf, rowHeight, type HeaderWords, type Layout } from './display/layout.ts';
import { cutPages, cycleOf, withinCycle } from './display/pages.ts';
import type { Panel } from './display/panel.ts';
import { byNewest, openAt, type Row } from './listing.ts';
import type { HappeningKind } from './status.ts';

/** The word for what has befallen an announcement. */
export type Marks = Readonly<Record<HappeningKind, string>>;

const panelOf = ({ inches, pixels, distanceM }: Display): Panel => ({ inches, ...pixels, distanceM });

/** What stands above the list: 可参与项目, 最新公告; with the category where a screen has but one. */
export function headingOf({ show, categories }: Display): string {
  const what = show === 'open' ? '可参与项目' : '最新公告';
  return categories?.length === 1 ? `${CATEGORIES[categories[0]!]} ${what}` : what;
}

/** Sets a screen of a centre. */
export function layoutFor(display: Display, centre: string): { layout: Layout; words: HeaderWords } {
  const words = { heading: headingOf(display), centre, screen: display.name };
  return { layout: layoutOf(panelOf(display), words), words };
}

/** The announcements a screen is for at `now`, in the order it shows them, however many there are. */
export function rowsOn(display: Display, rows: readonly Row[], now: Instant): readonly Row[] {
  const since = display.days === undefined ? '' : daysBefore(now, display.days);
  const wanted = rows.filter(
    (row) => isFor(display, row) && row.publishedAt >= since && row.publishedAt <= now,
  );
  return display.show === 'open' ? openAt(wanted, now) : wanted.sort(byNewest);
}

const isFor = ({ show, categories }: Display, row: Row): boolean =>
  (show !== 'open' || row.deadline !== undefined) && (categories?.includes(row.category) ?? true);

const daysBefore = (now: Instant, days: number): string =>
  Temporal.PlainDate.from(now.slice(0, 10)).subtract({ days }).toString();

function itemOf(row: Row, show: Display['show'], mark: string | undefined): Item {
  const { id, title, typeTerm, region, publishedAt, deadline } = row;
  const isOpen = show === 'open' && deadline !== undefined;
  return {
    id,
    title,
    type: typeTerm,
    ...(region && { region }),
    at: isOpen ? deadline.value : publishedAt,
    ...(mark && { mark }),
    ...(isOpen && { until: deadline.value }),
  };
}

/** What a screen shows at `now`: no more than one round of its pages holds. */
export function feedOf(
  display: Display,
  layout: Layout,
  rows: readonly Row[],
  now: Instant,
  marks: Marks,
): Feed {
  const { id, show, limit, dwellFactor: factor = 1 } = display;
  const wanted = rowsOn(display, rows, now);
  const all = wanted.map((row) => itemOf(row, show, row.happening && marks[row.happening.kind]));
  const pages = cutPages(all.slice(0, limit), { layout, factor, generated: now });
  const items = withinCycle(pages).flatMap((page) => page.items);
  return { schema: SCHEMA, screen: id, items, leftOut: show === 'open' ? all.length - items.length : 0 };
}

/** A fault of a screen's settings; `at` is the English key of the guilty one. */
export interface ScreenFault {
  at: keyof Display & string;
  message: string;
  help: string;
}

/** The mark that most often stands before a title; any title may come to bear it. */
const USUAL_MARK = '已更正';

/**
 * What is wrong with a screen, judged by a full list of the newest announcements it is for. The verdict knows no
 * clock: it is the same today and tomorrow.
 */
export function checkScreen(display: Display, centre: string, rows: readonly Row[]): readonly ScreenFault[] {
  const { layout, words } = layoutFor(display, centre);
  const newest = rows
    .filter((row) => isFor(display, row))
    .sort(byNewest)
    .slice(0, display.limit);
  const items = newest.map((row) => itemOf(row, display.show, USUAL_MARK));
  const generated = newest[0]?.publishedAt ?? '';
  return [
    ...checkOrientation(display),
    ...(checkLegibility(display, layout, words, items, generated) ??
      checkCycle(display, layout, items, generated)),
  ];
}

function checkOrientation({ orientation, pixels: { width, height } }: Display): readonly ScreenFault[] {
  const actual = width >= height ? 'landscape' : 'portrait';
  if (orientation === undefined || orientation === actual) return [];
  const [term, other] = actual === 'landscape' ? ['横屏', '竖屏'] : ['竖屏', '横屏'];
  const message = `像素 ${width}×${height} 是${term}，这里写的是${other}`;
  return [
    { at: 'orientation', message, help: `改为 ${term}，或者把像素改为 ${height}×${width}（横向×纵向）` },
  ];
}

function checkLegibility(
  { inches, distanceM }: Display,
  layout: Layout,
  words: HeaderWords,
  items: readonly Item[],
  generated: Instant,
): readonly ScreenFault[] | undefined {
  const tooHigh = items.find((item) => rowHeight(item, generated, layout) > layout.list);
  if (!tooHigh && headerFits(layout, words)) return undefined;
  const what = tooHigh ? `标题“${tooHigh.title}”` : `屏幕标题“${words.heading}”和时钟`;
  return [
    {
      at: 'distanceM',
      message: `${distanceM} 米外要看得清，${inches} 英寸屏上的字要有 ${layout.body} 像素高，${what}放不下`,
      help: '缩短观看距离，或者换更大的屏幕',
    },
  ];
}

function checkCycle(
  { dwellFactor: factor = 1, limit }: Display,
  layout: Layout,
  items: readonly Item[],
  generated: Instant,
): readonly ScreenFault[] {
  const pages = cutPages(items, { layout, factor, generated });
  const seconds = Math.ceil(cycleOf(pages));
  if (limit === undefined || seconds <= LONGEST_CYCLE) return [];
  const fitting = withinCycle(pages).flatMap((page) => page.items).length;
  const message = `${items.length} 条要分 ${pages.length} 页，轮完一遍 ${seconds} 秒，超过 ${LONGEST_CYCLE} 秒`;
  return [{ at: 'limit', message, help: `改为 ${fitting}，其余的在网站和触摸屏上查；或者把停留系数改小` }];
}
