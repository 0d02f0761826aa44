import { printDate, printInstant } from '../announcement/instant.ts';
import type { Row } from '../listing.ts';
import { isStopped } from '../status.ts';
import { HAPPENING_TAG } from '../status/happening-tag.ts';

/** A label and what it says. */
export interface Told {
  label: string;
  text: string;
}

/** What has befallen an announcement, in the words of its tag; nothing where nothing has. */
export const tagOf = ({ happening }: Row): string | undefined => happening && HAPPENING_TAG[happening.kind];

/** By when one must act, with what a correction has moved; of what was stopped, that no time holds any more. */
export function timesOf({ deadline, gate, publicity, happening }: Row): readonly Told[] {
  if (happening && isStopped(happening.kind))
    return [{ label: HAPPENING_TAG[happening.kind], text: '原定的时间不再作准，以网站上的公告为准' }];
  const was = deadline?.was === undefined ? '' : `（已更正，原为${printInstant(deadline.was)}）`;
  return [
    ...(deadline ? [{ label: deadline.label, text: `${deadline.text}${was}` }] : []),
    ...(deadline && gate ? [{ label: gate.label, text: gate.text }] : []),
    ...(publicity ? [{ label: '公示期', text: periodOf(publicity) }] : []),
  ];
}

/** Who calls for bids, buys, sells or lets. */
export const principalOf = ({ principal }: Row): Told | undefined =>
  principal && { label: principal.label, text: principal.text };

const periodOf = ({ from, until }: NonNullable<Row['publicity']>): string =>
  from === until ? printDate(from) : `${printDate(from)}至${printDate(until)}`;
