import { CATEGORIES } from '../announcement/category.ts';
import { LONGEST_NOTICE } from '../announcement/line.ts';
import { types, typesIn } from '../announcement/schema.ts';
import type { Display } from '../corpus/corpus.ts';
import { withBand } from '../display/band.ts';
import { MOST_PARTS, type Item } from '../display/feed.ts';
import { headerFits, type Layout } from '../display/layout.ts';
import { checkOrientation } from '../display/orientation.ts';
import { cutPages } from '../display/pages.ts';
import { rowHeight } from '../display/row-height.ts';
import { hoursIn, hoursKind, overlap } from '../display/quiet.ts';
import type { Archive } from './archive.ts';
import { checkStrip, checkStripCycle } from './check-strip.ts';
import { judgeCycle, type FullPart } from './cycle.ts';
import { itemsFor, USUAL_LIMIT, type PartSettings } from './select.ts';
import { isStrip, layoutFor } from './set.ts';

/** A fault of a screen's settings; `at` is the path of the guilty one in English keys, `parts.0.limit`. */
export interface ScreenFault {
  at: string;
  message: string;
  help: string;
}

/** What of the centre's settings a screen is held against. */
export interface House {
  centreName: string;
  origin: string;
  basePath?: string | undefined;
  regions: readonly string[];
  /** 服务时间, as it is written. */
  hours?: string | undefined;
}

const addressOf = ({ origin, basePath = '/' }: House): string => `${new URL(origin).origin}${basePath}`;

/** The mark that most often stands before a title; any title may come to bear it. */
const USUAL_MARK = '已更正';

/**
 * What is wrong with a screen, judged by a full list of the newest announcements that each part is for. The verdict
 * knows no clock: it is the same today and tomorrow.
 */
export function checkScreen(display: Display, house: House, archive: Archive): readonly ScreenFault[] {
  const before = [
    ...checkSize(display),
    ...checkOrder(display),
    ...checkQuiet(display, house),
    ...checkParts(display, house),
  ];
  if (before.length > 0) return before;
  const fulls = display.parts.map((part) => fullPart(part, archive));
  if (isStrip(display)) return checkStripCycle(display, fulls);
  const { layout } = layoutFor(display, house.centreName, addressOf(house));
  return checkLegibility(display, house, fulls) ?? checkCycle(display, layout, fulls);
}

function checkSize(display: Display): readonly ScreenFault[] {
  const { inches, pitchMm } = display;
  if (isStrip(display)) {
    return pitchMm === undefined
      ? [{ at: 'use', message: '条屏要写点距', help: '点距: 4.75毫米（相邻两个灯点的距离）' }]
      : checkStrip(display, pitchMm);
  }
  if (inches !== undefined) return [];
  return [{ at: 'name', message: '显示屏要写尺寸', help: '尺寸: 55英寸（屏幕对角线）' }];
}

function checkOrder({ orientation, pixels }: Display): readonly ScreenFault[] {
  const turned = checkOrientation(orientation, pixels);
  return turned ? [{ at: 'orientation', ...turned }] : [];
}

function checkQuiet({ quiet }: Display, { hours = '' }: House): readonly ScreenFault[] {
  if (!quiet) return [];
  const all = hoursIn(hours);
  if (hours !== '' && all.length === 0) return [cannotTell(hours)];
  const service = all.find((one) => overlap(quiet, one));
  if (!service) return [];
  const [first, last] = [
    all.map(({ from }) => from).toSorted()[0]!,
    all
      .map(({ to }) => to)
      .toSorted()
      .at(-1)!,
  ];
  return [
    {
      at: 'quiet',
      message: `安静时段 ${hoursKind.print(quiet)} 与服务时间 ${hoursKind.print(service)} 重叠，大厅开着门时屏幕是暗的`,
      help: `改在 ${last} 以后开始、${first} 以前结束，例如 ${last}–${first}；服务时间写在 content/site.yaml`,
    },
  ];
}

const cannotTell = (hours: string): ScreenFault => ({
  at: 'quiet',
  message: `看不懂服务时间“${hours}”，不知道大厅开着门时屏幕会不会暗`,
  help: '把 content/site.yaml 的服务时间写成 工作日 08:30–12:00、14:00–17:30 这样的几点几分',
});

function checkParts({ parts }: Display, house: House): readonly ScreenFault[] {
  if (parts.length <= MOST_PARTS) return parts.flatMap((part, index) => checkPart(part, index, house));
  const help = `最多 ${MOST_PARTS} 个，其余的放到另一块屏上`;
  return [{ at: 'parts', message: `栏目有 ${parts.length} 个，轮一遍太久`, help }];
}

function checkPart(part: PartSettings, index: number, { regions }: House): readonly ScreenFault[] {
  const able = part.categories?.flatMap((category) => typesIn(category)) ?? types;
  const where = part.categories ? part.categories.map((category) => CATEGORIES[category]).join('、') : '各类';
  const noType = part.types?.find((term) => !able.some((spec) => spec.term === term));
  const noRegion = part.regions?.find((region) => !regions.includes(region));
  return [
    ...(noType === undefined
      ? []
      : [
          {
            at: `parts.${index}.types`,
            message: `${where}里没有“${noType}”这种类型`,
            help: `类型有：${[...new Set(able.map(({ term }) => term))].join('、')}`,
          },
        ]),
    ...(noRegion === undefined
      ? []
      : [
          {
            at: `parts.${index}.regions`,
            message: `没有“${noRegion}”这个地区`,
            help: `地区有：${regions.join('、')}`,
          },
        ]),
  ];
}

function fullPart(part: PartSettings, archive: Archive): FullPart {
  const present = itemsFor(part, archive, undefined).slice(0, part.limit ?? USUAL_LIMIT);
  const marked = present.map((item) => ({ ...item, mark: item.mark ?? USUAL_MARK }));
  const count = marked.length === 0 ? 0 : (part.limit ?? marked.length);
  return { part, items: Array.from({ length: count }, (_, index) => marked[index % marked.length]!) };
}

const generatedOf = (fulls: readonly FullPart[]): string =>
  fulls.map(({ items }) => items[0]?.at ?? '').reduce((a, b) => (a > b ? a : b), '');

function checkLegibility(
  display: Display,
  house: House,
  fulls: readonly FullPart[],
): readonly ScreenFault[] | undefined {
  const what = wantingOn(display, house, fulls);
  if (what === undefined) return undefined;
  const { distanceM, inches } = display;
  const { layout } = layoutFor(display, house.centreName, addressOf(house));
  const nearer = nearerThan(distanceM).find(
    (metres) => wantingOn({ ...display, distanceM: metres }, house, fulls) === undefined,
  );
  const larger = nearer !== undefined && inches !== undefined && Math.ceil((inches * distanceM) / nearer);
  return [
    {
      at: 'distanceM',
      message: `${distanceM} 米外要看得清，${inches === undefined ? '' : `${inches} 英寸`}屏上的字要有 ${layout.body} 像素高，${what}放不下`,
      help:
        nearer === undefined
          ? '核对尺寸和像素；这块屏放不下一条公告'
          : `改为 ${nearer}米${larger ? `，或者换 ${larger} 英寸以上的屏幕` : ''}`,
    },
  ];
}

/** Steps of half a metre, and of a tenth where one stands close. */
const nearerThan = (metres: number): readonly number[] =>
  Array.from({ length: 300 }, (_, index) => (300 - index) / 10).filter(
    (step) => step < metres && (step < 2 || (step * 10) % 5 === 0),
  );

/** What the glass cannot hold, a notice above the list counted in; nothing where it holds all. */
function wantingOn(display: Display, house: House, fulls: readonly FullPart[]): string | undefined {
  const { layout, words } = layoutFor(display, house.centreName, addressOf(house));
  if (!headerFits(layout, words)) return `屏幕标题“${words.heading}”和时钟`;
  const generated = generatedOf(fulls);
  const highest = fulls
    .flatMap(({ part, items }) =>
      items.map((item) => ({ item, height: rowHeight(part.kind, item, generated, layout) })),
    )
    .reduce<{ item?: Item; height: number }>((best, one) => (one.height > best.height ? one : best), {
      height: 0,
    });
  const { showsNotices = true } = display;
  if (highest.height <= withBand(layout, showsNotices ? LONGEST_NOTICES : []).list) return undefined;
  return `${highest.height <= layout.list ? '有大屏提示时，' : ''}标题“${highest.item?.title ?? ''}”`;
}

/** Two that take turns, as long as a notice may be. */
const LONGEST_NOTICES = Array.from({ length: 2 }, () => ({ text: '提'.repeat(LONGEST_NOTICE) }));

function checkCycle(display: Display, layout: Layout, fulls: readonly FullPart[]): readonly ScreenFault[] {
  const { dwellFactor: factor = 1 } = display;
  const generated = generatedOf(fulls);
  return judgeCycle(
    fulls,
    fulls.map(({ part, items }, index) =>
      cutPages({ kind: part.kind, heading: '', items }, index, { layout, factor, generated }),
    ),
    '页',
  );
}
