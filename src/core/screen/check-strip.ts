import type { LobbyScreen } from '../corpus/corpus.ts';
import type { Collection } from '../edition.ts';
import { cutsOf, LEAST_CHARACTERS, LEAST_DOTS, reachOf, stripOf } from './browser/strip.ts';
import type { ScreenFault } from './fault.ts';
import { judgeCycle, type FullPart } from './cycle.ts';
import { panelOf } from './set.ts';
import { nameEmOf, withStripNames } from './strip-name.ts';

/** What no line of lamps can be read on. */
export function checkStrip({ pixels, distanceM }: LobbyScreen, pitchMm: number): readonly ScreenFault[] {
  const { width, height } = pixels;
  if (height < LEAST_DOTS) {
    const message = `条屏高 ${height} 点，一个汉字至少要 ${LEAST_DOTS} 点高`;
    return [{ at: 'pixels', message, help: `换 ${LEAST_DOTS} 点以上的条屏；或者核对像素（横向×纵向）` }];
  }
  if (width < LEAST_CHARACTERS * height) {
    const message = `条屏宽 ${width} 点，只放得下 ${Math.floor(width / height)} 个字`;
    const help = `至少要 ${LEAST_CHARACTERS} 个字，也就是 ${LEAST_CHARACTERS * height} 点；核对像素（横向×纵向）`;
    return [{ at: 'pixels', message, help }];
  }
  const reach = Math.floor(reachOf(height, pitchMm) * 10) / 10;
  if (distanceM <= reach) return [];
  const needed = Math.ceil((height * distanceM) / reach);
  return [
    {
      at: 'distanceM',
      message: `点距 ${pitchMm} 毫米、高 ${height} 点的字，最远 ${reach} 米看得清`,
      help: `改为 ${reach}米，或者换 ${needed} 点以上高的条屏`,
    },
  ];
}

/** Whether a round of cuts is over in three minutes. */
export function checkStripCycle(
  screen: LobbyScreen,
  fulls: readonly FullPart[],
  collection: Collection,
): readonly ScreenFault[] {
  const { dwellFactor: factor = 1 } = screen;
  const strip = stripOf(panelOf(screen));
  const cuts = fulls.map(({ part, items }) =>
    // Copies, since the same announcement fills a part over and over.
    cutsOf(
      { kind: part.kind, heading: '', items: withStripNames(items, collection, nameEmOf(strip)) },
      { strip, factor, generated: items[0]?.at ?? '' },
    ),
  );
  return judgeCycle(fulls, cuts, '屏');
}
