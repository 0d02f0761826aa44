import { widthOf } from './lines.ts';

/** What is said instead of a place that has no room, the longest first. */
const AWAY = ['不在原处，地点见公告', '地点见公告', '见公告'] as const;

/** An address in brackets behind the name of a house. */
const ADDRESS = /[（(][^（）()]*[）)]$/u;

/**
 * The place that an opening was moved to where no room has a label for it: all of it, or without the address behind the
 * house. No other part of it is told: 三楼会议室 of another house would be looked for in this one.
 * @param place absent where the announcement names none any longer
 * @param width in em
 */
export function elsewhereWords(place: string | undefined, width: number): string {
  const house = place?.trim().replace(ADDRESS, '').trim();
  const forms = [place, house, ...AWAY].filter((words): words is string => !!words);
  return forms.find((words) => widthOf(words) <= width) ?? AWAY[2];
}
