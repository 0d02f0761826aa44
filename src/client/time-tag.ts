import { statusAt, TIME_TAG, type Dated } from '../core/status.ts';
import { now } from './clock.ts';

/** Writes into a tag (components/TimeTag.astro) where its announcement stands at a moment, or hides it. */
export function fillTimeTag(tag: HTMLElement, moment: number): void {
  const { deadline, publicFrom, publicUntil } = tag.dataset;
  const status = statusAt({ deadline, publicFrom, publicUntil }, moment);
  tag.textContent = status ? TIME_TAG[status] : '';
  tag.className = `tag tag-time${status ? ` tag-${status}` : ''}`;
  tag.hidden = !status;
}

/** Makes such a tag for a row that is made in the browser. The script of deadlines keeps it right. */
export function timeTag({ deadline, publicFrom, publicUntil }: Dated): HTMLElement {
  const tag = document.createElement('span');
  tag.dataset['timeTag'] = '';
  if (deadline !== undefined) tag.dataset['deadline'] = deadline;
  if (publicFrom !== undefined) tag.dataset['publicFrom'] = publicFrom;
  if (publicUntil !== undefined) tag.dataset['publicUntil'] = publicUntil;
  fillTimeTag(tag, now());
  return tag;
}
