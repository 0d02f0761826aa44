import { statusAt, wordsOfStatus, type TimeStatus } from '../core/status.ts';
import { daysLeft } from './time-left.ts';

/**
 * Writes into a tag (components/TimeTag.astro) where its announcement stands at a moment, or hides it. In a list by a
 * moment it says how many days are left until then.
 */
export function fillTimeTag(tag: HTMLElement, moment: number): void {
  const { until } = tag.dataset;
  if (until !== undefined && Date.parse(until) > moment) {
    tag.textContent = daysLeft(Date.parse(until), moment);
    tag.className = 'tag-time time-left';
    return;
  }
  const status = statusOf(tag, moment);
  tag.textContent = wordsOfTag(tag, status);
  tag.className = `tag tag-time${status ? ` tag-${status}` : ''}`;
  tag.hidden = !status;
}

/** The status of what an element says in its data. */
export function statusOf({ dataset }: HTMLElement, moment: number): TimeStatus | undefined {
  const { deadline, gate, publicFrom, publicUntil } = dataset;
  return statusAt({ deadline, gate, publicFrom, publicUntil }, moment);
}

/** What it says of a status. */
export const wordsOfTag = ({ dataset }: HTMLElement, status: TimeStatus | undefined): string =>
  wordsOfStatus(status, dataset['gateOver']);
