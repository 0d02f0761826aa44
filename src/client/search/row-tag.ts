import type { Dated } from '../../core/status.ts';
import { now } from '../clock.ts';
import { fillTimeTag } from '../time-tag.ts';

/** Makes the tag of time for a row that is made in the browser. The script of deadlines keeps it right. */
export function timeTag({ deadline, gate, publicFrom, publicUntil }: Dated, over?: string): HTMLElement {
  const tag = document.createElement('span');
  tag.dataset['timeTag'] = '';
  if (deadline !== undefined) tag.dataset['deadline'] = deadline;
  if (gate !== undefined) tag.dataset['gate'] = gate;
  if (over !== undefined) tag.dataset['gateOver'] = over;
  if (publicFrom !== undefined) tag.dataset['publicFrom'] = publicFrom;
  if (publicUntil !== undefined) tag.dataset['publicUntil'] = publicUntil;
  fillTimeTag(tag, now());
  return tag;
}
