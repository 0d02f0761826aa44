import type { ScreenFault } from './fault.ts';
import type { LobbyScreen } from '../corpus/corpus.ts';
import type { Layout } from './browser/layout.ts';
import { checkOrientation } from './browser/orientation.ts';
import type { Item } from './browser/feed.ts';
import { cutPages } from './browser/pages.ts';
import type { ShownPart } from './browser/parts.ts';
import { checkPixels } from './browser/pixels.ts';
import { hoursIn, hoursKind, overlap } from './browser/quiet.ts';
import type { Collection } from '../edition.ts';
import { checkNames } from './check-names.ts';
import { checkParts } from './check-parts.ts';
import { checkSign, checkSignSettings } from './check-sign.ts';
import { checkStrip, checkStripCycle } from './check-strip.ts';
import { checkUrgent } from './check-urgent.ts';
import { generatedOf, judgeCycle, type FullPart } from './cycle.ts';
import { isSign, roomOf, signLayoutFor } from './door.ts';
import type { Centre } from './centre.ts';
import { checkLegibility, roomOn } from './legibility.ts';
import { withNames } from './names.ts';
import { itemsFor, USUAL_LIMIT, type PartSettings } from './select.ts';
import { isStrip, layoutIn } from './set.ts';

/** The mark that most often stands before a title; any title may come to bear it. */
const USUAL_MARK = '已更正';

/**
 * What is wrong with a screen, judged by a full list of the newest announcements that each part is for. The verdict
 * knows no clock: it is the same today and tomorrow.
 */
export function checkScreen(
  screen: LobbyScreen,
  centre: Centre,
  collection: Collection,
): readonly ScreenFault[] {
  const before = [
    ...checkSize(screen),
    ...checkSignSettings(screen, centre),
    ...checkOrder(screen),
    ...checkQuiet(screen, centre),
    ...(isSign(screen) ? [] : checkParts(screen, centre)),
  ];
  if (before.length > 0) return before;
  if (isSign(screen)) {
    const sign = signLayoutFor(screen, roomOf(screen, centre)!);
    return [...checkSign(screen, centre, collection), ...checkUrgent(screen, sign, collection)];
  }
  if (isStrip(screen)) {
    const fulls = screen.parts.map((part) => fullPart(part, itemsFor(part, collection, undefined)));
    return checkStripCycle(screen, fulls, collection);
  }
  const { layout } = layoutIn(screen, centre);
  const fulls = screen.parts.map((part) => {
    const items = itemsFor(part, collection, undefined);
    return fullPart(part, withNames({ kind: part.kind, items }, collection, layout));
  });
  const illegible = [
    ...checkLegibility(screen, centre, fulls, collection),
    ...checkUrgent(screen, layout, collection),
  ];
  if (illegible.length > 0) return illegible;
  return [
    ...checkNames(screen, layout, fulls, roomOn(screen, layout), collection),
    ...checkCycle(screen, layout, fulls),
  ];
}

function checkSize(screen: LobbyScreen): readonly ScreenFault[] {
  const { inches, pitchMm, lamps } = screen;
  if (isStrip(screen)) return checkAsStrip(screen);
  if (isSign(screen)) return checkPixelsOf(screen);
  if (lamps !== undefined)
    return [
      {
        at: 'lamps',
        message: '只有条屏写灯色，其他屏幕都是全彩的',
        help: '删掉灯色这一行；是条屏的，写 用途: 条屏',
      },
    ];
  if (pitchMm !== undefined) {
    const help =
      inches === undefined
        ? '是条屏的，写 用途: 条屏；是显示屏的，改写 尺寸: 55英寸（屏幕对角线）'
        : '删掉点距；是条屏的，写 用途: 条屏，删掉尺寸';
    return [{ at: 'pitchMm', message: '写了点距，没有写“用途: 条屏”；显示屏不写点距', help }];
  }
  if (inches === undefined)
    return [{ at: 'name', message: '显示屏要写尺寸', help: '尺寸: 55英寸（屏幕对角线）' }];
  return checkPixelsOf(screen);
}

function checkPixelsOf({ pixels }: LobbyScreen): readonly ScreenFault[] {
  const wrong = checkPixels(pixels);
  return wrong
    ? [{ at: 'pixels', message: wrong.message, help: `${wrong.help}；一行字的 LED 屏写 用途: 条屏` }]
    : [];
}

function checkAsStrip(screen: LobbyScreen): readonly ScreenFault[] {
  const { inches, pitchMm, showsQr } = screen;
  const senseless: readonly ScreenFault[] = [
    ...(inches === undefined
      ? []
      : [{ at: 'inches', message: '条屏不写尺寸，按点距和像素算', help: '删掉尺寸这一行' }]),
    ...(showsQr === true
      ? [{ at: 'showsQr', message: '条屏只有一行字，不能显示二维码', help: '删掉二维码这一行' }]
      : []),
  ];
  if (pitchMm !== undefined) return [...senseless, ...checkStrip(screen, pitchMm)];
  return [...senseless, { at: 'use', message: '条屏要写点距', help: '点距: 4.75毫米（相邻两个灯点的距离）' }];
}

function checkOrder({ orientation, pixels }: LobbyScreen): readonly ScreenFault[] {
  const turned = checkOrientation(orientation, pixels);
  return turned ? [{ at: 'orientation', ...turned }] : [];
}

function checkQuiet({ quiet }: LobbyScreen, { hours = '' }: Centre): readonly ScreenFault[] {
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

function fullPart(part: PartSettings, items: readonly Item[]): FullPart {
  const present = items.slice(0, part.limit ?? USUAL_LIMIT);
  const marked = present.map((item) => ({ ...item, mark: item.mark ?? USUAL_MARK }));
  const count = marked.length === 0 ? 0 : (part.limit ?? marked.length);
  return { part, items: Array.from({ length: count }, (_, index) => marked[index % marked.length]!) };
}

function checkCycle(screen: LobbyScreen, layout: Layout, fulls: readonly FullPart[]): readonly ScreenFault[] {
  const { dwellFactor: factor = 1 } = screen;
  const generated = generatedOf(fulls);
  return judgeCycle(
    fulls,
    fulls.map(({ part, items }, index) =>
      cutPages({ kind: part.kind, heading: '', items, ...openingsOf(part.kind, items) }, index, {
        layout,
        factor,
        generated,
      }),
    ),
    '页',
  );
}

/** All still to come: then none gives way. */
const openingsOf = (kind: PartSettings['kind'], items: readonly Item[]): Pick<ShownPart, 'openings'> =>
  kind === 'openings'
    ? { openings: items.map((item) => ({ item, state: 'waiting', phase: 'coming', isNext: false })) }
    : {};
