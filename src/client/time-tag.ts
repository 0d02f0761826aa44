import { statusAt, wordsOfStatus, type Dated } from '../core/status.ts';
import { now } from './clock.ts';
import { daysLeft } from './time-left.ts';

/**
 * Writes into a tag (components/TimeTag.astro) where its announcement stands at a moment, or hides it. In a list by a
 * moment it says how many days are left until then.
 */
export function fillTimeTag(tag: HTMLElement, moment: number): void {
  const { deadline, gate, gateOver, publicFrom, publicUntil, until } = tag.dataset;
  if (until !== undefined && Date.parse(until) > moment) {
    tag.textContent = daysLeft(Date.parse(until), moment);
    tag.className = 'tag-time time-left';
    return;
  }
  const status = statusAt({ deadline, gate, publicFrom, publicUntil }, moment);
  tag.textContent = wordsOfStatus(status, gateOver);
  tag.className = `tag tag-time${status ? ` tag-${status}` : ''}`;
  tag.hidden = !status;
}

/** Makes such a tag for a row that is made in the browser. The script of deadlines keeps it right. */
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
