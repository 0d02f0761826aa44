import { CATEGORIES } from '../announcement/category.ts';
import { types, typesIn } from '../announcement/schema.ts';
import type { Display } from '../corpus/corpus.ts';
import { MOST_PARTS } from '../display/feed.ts';
import type { Layout } from '../display/layout.ts';
import { checkOrientation } from '../display/orientation.ts';
import { cutPages } from '../display/pages.ts';
import { hoursIn, hoursKind, overlap } from '../display/quiet.ts';
import type { Archive } from './archive.ts';
import { checkStrip, checkStripCycle } from './check-strip.ts';
import { generatedOf, judgeCycle, type FullPart } from './cycle.ts';
import { addressOf, type House } from './house.ts';
import { checkLegibility } from './legibility.ts';
import { itemsFor, USUAL_LIMIT, type PartSettings } from './select.ts';
import { isStrip, layoutFor } from './set.ts';

/** A fault of a screen's settings, or of an announcement that it cannot show. */
export interface ScreenFault {
  /** The id of the announcement; without it the settings are at fault. */
  announcement?: string;
  /** Path of the guilty one in English keys, `parts.0.limit`. */
  at: string;
  /** Of what is too long, how many characters there is room for. */
  fitting?: number;
  message: string;
  help: string;
}

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
  const illegible = checkLegibility(display, house, fulls, archive);
  if (illegible.length > 0) return illegible;
  return checkCycle(display, layoutFor(display, house.centreName, addressOf(house)).layout, fulls);
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
