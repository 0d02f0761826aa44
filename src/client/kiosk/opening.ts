import { instantAt, shortInstant, timeOf } from '../../core/announcement/instant.ts';
import { isOfToday, stateWords, type Present } from '../../core/kiosk/openings.ts';
import type { Opening } from '../../core/screen/browser/openings.ts';
import type { HappeningKind } from '../../core/status.ts';
import { HAPPENING_TAG } from '../../core/status/happening-tag.ts';
import { element } from '../element.ts';

/** `今天 15:30`, `11月24日 10:00` */
export const whenOf = ({ item }: Opening, now: Present): string =>
  isOfToday(item.at, now)
    ? `今天 ${timeOf(item.at)}`
    : shortInstant(item.at, instantAt(now.moment).slice(0, 4));

/** Where it is opened, as its announcement says. */
export const placeOf = ({ item }: Opening): string => item.detail ?? '地点见公告';

/** How it stands; nothing where there is nothing to say. */
export function stateOf(opening: Opening, now: Present): readonly HTMLElement[] {
  const words = stateWords(opening, now);
  return words === '' ? [] : [element('span', `tag state-${opening.state}`, words)];
}

/** A later change to the call, such as 已更正, where the word of its state does not tell it. */
export function markOf({ item, state }: Opening): readonly HTMLElement[] {
  if (item.mark === undefined || SAYING.indexOf(state) >= 0) return [];
  const kind = KINDS.filter((one) => HAPPENING_TAG[one] === item.mark)[0] ?? 'result';
  return [element('span', `tag tag-${kind}`, item.mark)];
}

const SAYING: readonly Opening['state'][] = ['moved', 'elsewhere', 'suspended', 'terminated'];

const KINDS = Object.keys(HAPPENING_TAG) as readonly HappeningKind[];
