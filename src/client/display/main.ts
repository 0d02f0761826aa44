import type { Boot } from '../../core/display/boot.ts';
import { toQuery } from '../../core/display/beat.ts';
import type { Head, Item } from '../../core/display/feed.ts';
import { cutPages, type Page } from '../../core/display/pages.ts';
import { freshnessAfter, leftOutNote, stampsOf, warningAfter } from '../../core/display/words.ts';
import { Board } from './board.ts';
import { Clock, dayOf, toInstant } from './clock.ts';
import { hasChineseFont } from './font.ts';
import { renew } from './renew.ts';
import { Store, type Copy } from './store.ts';
import { watch } from './watch.ts';

const MINUTE = 60_000;

const boot = JSON.parse(document.querySelector('#boot')!.textContent) as Boot;
const { layout, factor } = boot;
const { screen, shell } = boot.head;

const board = new Board();
const clock = new Clock(boot.head.generated);
const store = new Store(screen);

/** On the glass. */
let shown: Copy = newestAtHand();
/** Good and newer; takes its place at the next turn of the page. */
let next: Copy | undefined;
let page = -1;
let needsRenewal = false;
let hasAsked = false;
/** When the server last gave a sound answer, by the page's own counter; before the first answer, as far as is known. */
let checkedAt = checkedBefore();
let lastCheck: number | undefined;
/** Failed questions and uncaught errors since the page was loaded. */
let errors = 0;
const hasFont = hasChineseFont();

for (const event of ['error', 'unhandledrejection']) addEventListener(event, () => (errors += 1));
document.documentElement.classList.add('live');
turn();
tick();
void watch({
  screen,
  beat: tellBeat,
  held: () => (next ?? shown).head,
  answered: ({ date }) => clock.heard(date),
  found: take,
  asked: note,
});

/** The newest of what the page brought along and what was stored. */
function newestAtHand(): Copy {
  const stored = store.newest();
  return stored && stored.head.seq > boot.head.seq ? stored : { head: boot.head, feed: boot.feed };
}

/** A page just printed by a server long dead is as old as the last answer that was noted. */
function checkedBefore(): number {
  const [before, now] = [store.lastCheck(), clock.now()];
  return before === undefined || now === undefined
    ? performance.now()
    : performance.now() - Math.max(0, now - before);
}

/** Turns the page: what is newer takes its place now, and what has closed is left out. */
function turn(): void {
  if (next) {
    shown = next;
    next = undefined;
    page = -1;
  }
  if (needsRenewal) void renew(screen, shell).catch(() => undefined);
  const { generated } = shown.head;
  clock.showing(generated);
  const pages = cutPages(shown.feed.items.filter(isCurrent), { layout, factor, generated });
  page = (page + 1) % Math.max(1, pages.length);
  const present: Page = pages[page] ?? { items: [], dwell: 10 };
  board.showPage(present.items, page + 1, pages.length, generated);
  showFooter();
  setTimeout(turn, present.dwell * 1000);
}

/** A clock that cannot be trusted closes nothing: better a deadline that has passed, in plain figures, than none. */
function isCurrent({ until }: Item): boolean {
  const now = clock.now();
  return until === undefined || now === undefined || until > toInstant(now);
}

/** Every minute, on the minute: the clock, and how old everything is. */
function tick(): void {
  const now = clock.now();
  board.showClock(now === undefined ? '' : toInstant(now).slice(11, 16), now === undefined ? '' : dayOf(now));
  showFooter();
  setTimeout(tick, MINUTE - ((now ?? Date.now()) % MINUTE));
}

function showFooter(): void {
  const { head, feed } = shown;
  const now = clock.now();
  const minutes = hasAsked ? (performance.now() - checkedAt) / MINUTE : 0;
  const calm = [leftOutNote(feed.leftOut), boot.note].filter(Boolean).join(' · ');
  const stamps = stampsOf({
    generated: head.generated,
    checkedAt: lastCheck === undefined ? undefined : toInstant(lastCheck),
    sha256: head.feed.sha256,
    now: now === undefined ? undefined : toInstant(now),
  });
  board.showFooter(freshnessAfter(minutes), warningAfter(minutes) || calm, stamps);
}

/** What the web server's log will hold of this screen: `npm run screens -- health` reads it there. */
function tellBeat(): string {
  const skew = clock.skew();
  return toQuery({
    screen,
    seq: shown.head.seq,
    minutes: performance.now() / MINUTE,
    errors,
    skewSeconds: skew === undefined ? undefined : skew / 1000,
    hasFont,
    nodes: document.getElementsByTagName('*').length,
  });
}

function take(head: Head, fresh?: { copy: Copy; texts: { head: string; feed: string } }): void {
  needsRenewal = head.shell !== shell;
  if (fresh) {
    store.keep(fresh.texts);
    next = fresh.copy;
  } else if (next) next = { head, feed: next.feed };
  else shown = { head, feed: shown.feed };
}

/** Takes note of an answer: a sound one is a check, whatever is wrong leaves everything as it is. */
function note(error: unknown): void {
  hasAsked = true;
  if (error !== undefined) errors += 1;
  else {
    checkedAt = performance.now();
    lastCheck = clock.now();
    if (lastCheck !== undefined) store.noteCheck(lastCheck);
  }
  showFooter();
}
