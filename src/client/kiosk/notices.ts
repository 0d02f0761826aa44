import { NOTICE_TAG, noticesOn } from '../../core/screen/browser/band.ts';
import type { Notice } from '../../core/screen/browser/feed.ts';
import type { KioskHead } from '../../core/kiosk/boot.ts';
import { element } from '../element.ts';
import { boot, part } from './page.ts';
import { presentInstant } from './time.ts';

/** The newest that is known: what the page brought along, then what the server answers. */
let known: Pick<KioskHead, 'generated' | 'notices'> = boot;

/** Takes note of what the server says to the hall. An answer older than what is known says nothing. */
export function hearNotices(head: KioskHead): void {
  if (head.generated >= known.generated) known = head;
}

/**
 * Shows what is said to the hall at this moment, above everything else.
 * @param resized told when something has come or gone and there is another height left
 */
export function showNotices(resized: () => void): void {
  const band = part('data-notices');
  const rows = noticesOn(known.notices, presentInstant()).map(toRow);
  if (textOf(...rows) === textOf(...Array.from(band.children))) return;
  band.replaceChildren(...rows);
  band.hidden = rows.length === 0;
  resized();
}

const toRow = ({ text }: Notice): HTMLElement =>
  element('p', '', element('b', '', NOTICE_TAG), ' ', element('span', '', text));

const textOf = (...rows: readonly Element[]): string =>
  rows.map((row) => row.lastElementChild?.textContent ?? '').join('\n');
