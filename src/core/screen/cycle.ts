import { LONGEST_CYCLE } from './browser/dwell.ts';
import type { Item } from './browser/feed.ts';
import { cycleOf } from './browser/pages.ts';
import { PART_TERMS } from './browser/parts.ts';
import type { ScreenFault } from './fault.ts';
import type { PartSettings } from './select.ts';

/** A part as full as it can be: with what it has, over and over, up to its number. */
export interface FullPart {
  part: PartSettings;
  items: readonly Item[];
}

/** When data as full as this was made: with the newest that is in it. */
export const generatedOf = (fulls: readonly FullPart[]): string =>
  fulls.map(({ items }) => items[0]?.at ?? '').reduce((a, b) => (a > b ? a : b), '');

/** A page of a board or a cut of a strip. */
type Turn = { items: readonly Item[]; dwell: number };

/**
 * Whether a round is over in three minutes with every part full; `turns` are those of each part. Parts without a
 * number give way to the others, but one turn of each must find room.
 */
export function judgeCycle(
  fulls: readonly FullPart[],
  turns: readonly (readonly Turn[])[],
  unit: string,
): readonly ScreenFault[] {
  const least = turns.map((own, index) => (fulls[index]!.part.limit === undefined ? own.slice(0, 1) : own));
  const seconds = Math.ceil(cycleOf(least.flat()));
  if (seconds <= LONGEST_CYCLE) return [];
  const longest = least.reduce((best, own, index) => (own.length > least[best]!.length ? index : best), 0);
  const { part, items } = fulls[longest]!;
  const round = `轮完一遍 ${seconds} 秒，超过 ${LONGEST_CYCLE} 秒`;
  if (part.limit === undefined) {
    const message = `${fulls.length} 个栏目各显示一${unit}，${round}`;
    return [{ at: 'parts', message, help: '减少栏目，放到另一块屏上；或者把停留系数改小' }];
  }
  const name = fulls.length === 1 ? '' : `各栏排满时，“${PART_TERMS[part.kind]}”`;
  const room = LONGEST_CYCLE - cycleOf(least.filter((_, index) => index !== longest).flat());
  const fitting = fittingIn(least[longest]!, room);
  return [
    {
      at: `parts.${longest}.limit`,
      message: `${name}${items.length} 条要分 ${least[longest]!.length} ${unit}，${round}`,
      help:
        fitting > 0
          ? `改为 ${fitting}，其余的在网站和触摸屏上查；或者把停留系数改小`
          : '减少其他栏目的条数；或者把停留系数改小',
    },
  ];
}

/** How many items are told to the end within so many seconds; a long one takes several turns of a strip. */
function fittingIn(turns: readonly Turn[], room: number): number {
  let seconds = 0;
  const within = turns.findIndex(({ dwell }) => (seconds += dwell) > room);
  const [told, cutOff] = [turns.slice(0, within), turns[within]!.items[0]];
  const items = told.flatMap((turn) => turn.items);
  const isHalfTold = turns[within - 1]?.items[0] === cutOff;
  return items.filter((item, index) => item !== items[index - 1]).length - (isHalfTold ? 1 : 0);
}
