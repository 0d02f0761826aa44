import { NOTICE_LEVELS } from '../../core/announcement/notice-level.ts';
import { noticesAbove } from '../../core/kiosk/notices.ts';
import { levelOf, noticesOn } from '../../core/screen/browser/band.ts';
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

/** What is said to the hall at this moment, all of it. */
export const presentNotices = (): readonly Notice[] => noticesOn(known.notices, presentInstant());

/**
 * Shows what is said to the hall at this moment, above everything else.
 * @param resized told when something has come or gone and there is another height left
 */
export function showNotices(resized: () => void): void {
  const band = part('data-notices');
  const rows = noticesAbove(known.notices, presentInstant()).map(toRow);
  if (textOf(...rows) === textOf(...Array.from(band.children))) return;
  band.replaceChildren(...rows);
  band.hidden = rows.length === 0;
  resized();
}

function toRow(notice: Notice): HTMLElement {
  const level = levelOf(notice);
  const row = element(
    'p',
    `notice-${level}`,
    element('b', '', NOTICE_LEVELS[level]),
    ' ',
    element('span', '', notice.text),
  );
  if (level === 'urgent') row.setAttribute('role', 'alert');
  return row;
}

const textOf = (...rows: readonly Element[]): string =>
  rows.map(({ className, lastElementChild }) => className + (lastElementChild?.textContent ?? '')).join('\n');
