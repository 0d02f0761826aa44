import { lengthOf } from '../announcement/line.ts';
import type { LobbyScreen } from '../corpus/corpus.ts';
import type { Collection } from '../edition.ts';
import { ofLevel } from './browser/band.ts';
import { urgentCapacity, urgentSetting, type UrgentGlass } from './browser/urgent.ts';
import { toldToCome } from './check-notices.ts';
import type { ScreenFault } from './fault.ts';

/** Which 紧急 do not stand whole on a screen in letters that are read from twice as far as its rows. */
export function checkUrgent(
  { id, name, distanceM, showsNotices = true }: LobbyScreen,
  glass: UrgentGlass,
  collection: Pick<Collection, 'current'>,
): readonly ScreenFault[] {
  if (!showsNotices) return [];
  return ofLevel(toldToCome(collection), 'urgent')
    .filter(({ text }) => urgentSetting(text, glass) === undefined)
    .map(({ announcement, index, text }) => {
      const fitting = Math.min(urgentCapacity(glass), lengthOf(text) - 1);
      return {
        announcement,
        at: `screenNotices.${index}.text`,
        fitting,
        message: `紧急提示有 ${lengthOf(text)} 字，大厅的屏幕“${name}”（${id}）要在 ${2 * distanceM} 米外也看得清，最多放得下 ${fitting} 字`,
        help: `缩到 ${fitting} 字以内：先写要做什么，再写在哪里、怎么走，例如 立即离开，三楼火警，走楼梯；其余的写在正文里`,
      };
    });
}
