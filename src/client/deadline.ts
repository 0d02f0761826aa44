import { askServer, now } from './clock.ts';
import { markGates, showNextEnd, tellVerdict } from './deadline-box.ts';
import { countOpen } from './open-count.ts';
import { dayIn, overdue, timeLeft } from './time-left.ts';
import { fillTimeTag } from './time-tag.ts';

/**
 * What depends on the clock is never baked into a page: tags, countdowns and words such as 今天 are filled in the
 * reader's browser. Instants carry their offset, so the device's time zone does not matter.
 */

const MINUTE = 60_000;

const all = (selector: string): readonly HTMLElement[] =>
  Array.from(document.querySelectorAll<HTMLElement>(selector));

/** What depends on the clock, each by the mark that the build has put on it; what a later one needs comes before it. */
const FILLED: readonly (readonly [selector: string, fill: (element: HTMLElement, moment: number) => void])[] =
  [
    ['[data-time-tag]', fillTimeTag],
    ['[data-inside]', tellVerdict],
    ['[data-ends]', showNextEnd],
    ['[data-gates]', markGates],
    [
      '[data-countdown]',
      (line, moment) => (line.textContent = timeLeft(Date.parse(line.dataset['countdown']!), moment)),
    ],
    ['[data-day]', (day, moment) => day.classList.toggle('is-today', day.dataset['day'] === dayIn(moment))],
    ['[data-closings]', countOpen],
    [
      '[data-due]',
      (word, moment) => {
        word.textContent = overdue(Date.parse(word.dataset['due']!), moment);
        word.parentElement!.classList.toggle('is-overdue', word.textContent !== '');
      },
    ],
  ];

/** Whether the page has anything that depends on the clock. */
export const hasDates = (): boolean => all(FILLED.map(([selector]) => selector).join()).length > 0;

let keeping = false;

/** Fills in what depends on the clock, from now on and every minute, by the server's clock where the device's is wrong. */
export function keepTime(): void {
  if (keeping) return;
  keeping = true;
  fillEveryMinute();
  void correctClock();
  // A phone that was asleep, or a page that comes back from the history, shows a minute long gone.
  document.addEventListener('visibilitychange', fill);
  addEventListener('pageshow', fill);
}

function fill(): void {
  const moment = now();
  for (const [selector, fillOne] of FILLED) for (const one of all(selector)) fillOne(one, moment);
}

/** Deadlines stand on whole minutes. Just after one, what is left is told to the lower minute and never too high. */
function fillEveryMinute(): void {
  fill();
  setTimeout(fillEveryMinute, MINUTE - (now() % MINUTE) + 1);
}

async function correctClock(): Promise<void> {
  const off = await askServer();
  if (off === 0) return;
  fill();
  (await import('./clock-note.ts')).tellClock(off);
}
