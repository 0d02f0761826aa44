import { announcedText, HASH_DIGITS } from '../../core/screen/browser/announced.ts';
import { glassState, toQuery } from '../../core/screen/browser/beat.ts';
import type { Boot } from '../../core/screen/browser/boot.ts';
import { curtainAt, secondsUntil } from '../../core/screen/browser/curtain.ts';
import { countItems, type Head } from '../../core/screen/browser/feed.ts';
import { isOnWrongGlass, wrongGlassNote } from '../../core/screen/browser/glass.ts';
import { singleAt } from '../../core/screen/browser/single.ts';
import { trustIn } from '../../core/screen/browser/trust.ts';
import { freshnessAfter, stampsOf, type Freshness } from '../../core/screen/browser/words.ts';
import { askBox } from './box.ts';
import { Alarm } from './alarm.ts';
import { Clock, dayOf, toInstant } from './clock.ts';
import { Contact } from './contact.ts';
import { Curtain } from './curtain.ts';
import { showDiagnosis } from './diagnosis.ts';
import { Faults } from './faults.ts';
import { hasChineseFont } from './font.ts';
import { Renewal, type Reason } from './renewal.ts';
import { panelFacts } from './panel.ts';
import { EVERY_QUIET, pauseAfter } from './rhythm.ts';
import { Round } from './round.ts';
import { sha256 } from './sha256.ts';
import { Single } from './single.ts';
import { shiftAfter } from './shift.ts';
import { Store, type Copy } from './store.ts';
import type { Glass } from './glass.ts';
import type { LiveDoor } from './live-door.ts';
import type { LiveParts } from './live.ts';
import { after } from './timer.ts';
import { guard, Pulse } from './watchdog.ts';
import { watch, type Fresh } from './watch.ts';

const MINUTE = 60_000;

/** The time of the nightly renewal in Beijing, and how long a page must have run for it, in milliseconds. */
const NIGHT = '03:30';
const OLD_ENOUGH = 60 * MINUTE;

const boot = JSON.parse(document.querySelector('#boot')!.textContent) as Boot;
const { screen, shell } = boot.head;

const faults = new Faults(() => renew('failing'));
const clock = new Clock(boot.head.generated, boot.standsAt);
const store = new Store(screen);
const contact = new Contact(store, clock);
const renewal = new Renewal(screen, shell);
const [asking, turning] = [new Pulse(), new Pulse()];
let hasFont = hasChineseFont();
let glass: Glass;
let round: Round;
let live: LiveDoor | undefined;
let curtain: Curtain;
let alarm: Alarm;
let single: Single;
let needsRenewal = false;
let shownFreshness: Freshness = 'fresh';

/** Runs a screen for ever. A board, a strip and a sign have a script each, so that none loads the drawing of another. */
export function run(
  glassOf: (boot: Boot) => Glass,
  liveOf?: (boot: Boot, parts: LiveParts) => LiveDoor,
): void {
  glass = glassOf(boot);
  live = liveOf?.(boot, { feed: () => round.shown.feed, now: instant, changed: () => round.refresh() });
  round = new Round({ glass, clock, pulse: turning, live, turned }, newestAtHand());
  curtain = new Curtain(() => round.begin());
  alarm = new Alarm();
  single = new Single();
  document.documentElement.classList.add('live');
  // One that came with the page is at hand a little later.
  void document.fonts.ready.then(() => (hasFont = hasChineseFont()));
  round.begin();
  tick();
  live?.watch();
  showDiagnosis(diagnosis);
  guard([asking, turning], () => renew('silent'));
  void watch({
    screen,
    beat: tellBeat,
    held: () => round.held,
    answered: ({ date }) => clock.heard(date),
    found: take,
    asked: note,
    pause: (failures) => pauseAfter(failures, quietLeft()),
    pulse: asking,
  });
}

/** The newest of what the page brought along and what was stored. */
function newestAtHand(): Copy {
  const stored = store.newest();
  return stored && stored.head.seq > boot.head.seq ? stored : { head: boot.head, feed: boot.feed };
}

/** Every minute, on the minute: the clock, the night, and how old everything is. */
function tick(): void {
  const now = clock.now();
  after((MINUTE - ((now ?? Date.now()) % MINUTE)) / 1000, tick);
  shiftAfter(performance.now());
  look();
  const isNight = now !== undefined && toInstant(now).slice(11, 16) === NIGHT;
  if (isNight && performance.now() > OLD_ENOUGH) renew('night');
}

/** What the time and the age of everything mean for the glass. */
function look(): void {
  const [time, now] = [clock.now(), instant()];
  round.look();
  showAlarm();
  live?.showClock(now?.slice(11, 16) ?? '');
  glass.showClock(now?.slice(11, 16) ?? '', time === undefined ? '' : dayOf(time));
  curtain.want(curtainAt({ now, quiet: boot.quiet, minutesAlone: contact.leastMinutesAlone }));
  showFooter(now);
}

function showFooter(now: string | undefined): void {
  const { head } = round.shown;
  const { generated } = head;
  const { freshness, warning } = trust(now);
  const checkedAt = contact.last === undefined ? undefined : toInstant(contact.last);
  glass.showFooter({
    freshness,
    warning,
    note: (boot.layout && wrongGlassNote(boot.layout, panelFacts().size)) || boot.note,
    leftOut: round.leftOut,
    stamps: stampsOf({ generated, checkedAt, sha256: head.feed.sha256, now }),
  });
  if (freshness === shownFreshness) return;
  // What tells it takes room from the rows, or gives it back.
  shownFreshness = freshness;
  round.begin();
}

/** How far one may trust what is on the glass. */
function trust(now: string | undefined): ReturnType<typeof trustIn> {
  const { generated } = round.shown.head;
  return trustIn({ minutesAlone: contact.minutesAlone, generated, now, skewSeconds: skewSeconds() });
}

function turned(): void {
  document.querySelector('main')!.classList.toggle('read-out', round.isLive);
  if (needsRenewal) renew('changed');
  showFooter(instant());
  showAlarm();
  showSingle();
}

/** Where the whole round is one announcement the glass is composed for it. */
function showSingle(): void {
  const [now, { head, feed }] = [instant(), round.shown];
  const composed = singleAt(feed, now, round.notices, trust(now).freshness);
  single.show(composed, boot.layout, head.generated);
}

/** A 紧急 stands before everything, whatever the curtain is. */
function showAlarm(): void {
  const { minutesAlone } = contact;
  alarm.show(
    round.notices,
    instant(),
    minutesAlone === undefined || freshnessAfter(minutesAlone) !== 'fresh',
  );
}

function take(head: Head, fresh: Fresh | undefined): void {
  needsRenewal = head.shell !== shell;
  if (fresh) store.keep(fresh.texts);
  round.take(head, fresh?.copy);
}

/** Takes note of an answer: a sound one is a check, whatever is wrong leaves everything as it is. */
async function note(error: unknown): Promise<void> {
  if (error === undefined) {
    const { reachedAt, skew } = await askBox();
    clock.correct(skew);
    contact.answered(reachedAt);
  } else {
    faults.note(error);
    contact.failed();
  }
  look();
  if (error === undefined) curtain.asked();
}

function renew(reason: Reason): void {
  void renewal.ask(reason, (why) => faults.note(why));
}

function instant(): string | undefined {
  const now = clock.now();
  return now === undefined ? undefined : toInstant(now);
}

function skewSeconds(): number | undefined {
  const skew = clock.skew();
  return skew === undefined ? undefined : skew / 1000;
}

/** Seconds that are left of the quiet hours, if it is in them. */
function quietLeft(): number | undefined {
  const [now, { quiet }] = [instant(), boot];
  const isQuiet = quiet && now !== undefined && curtainAt({ now, quiet, minutesAlone: 0 }) === 'quiet';
  return isQuiet ? secondsUntil(quiet.to, now) : undefined;
}

/** What the web server's log will hold of this screen: `npm run screens -- health` reads it there. */
function tellBeat(): string {
  const { head } = round.shown;
  const panel = panelFacts();
  const set = boot.layout ?? boot.sign;
  return toQuery({
    screen,
    seq: head.seq,
    minutes: performance.now() / MINUTE,
    errors: faults.count,
    skewSeconds: skewSeconds(),
    hasFont,
    nodes: document.getElementsByTagName('*').length,
    restSeconds: quietLeft() === undefined ? undefined : EVERY_QUIET,
    state: glassState(curtain.state, trust(instant()).freshness),
    minutesAlone: contact.minutesAlone,
    ...panel,
    isOnWrongGlass: set && isOnWrongGlass(set, panel.size),
    feed: head.feed.sha256.slice(0, HASH_DIGITS),
    round: sha256(new TextEncoder().encode(announcedText(round.announced))).slice(0, HASH_DIGITS),
  });
}

function diagnosis(): readonly string[] {
  const { head, feed } = round.shown;
  return [
    `${screen} · ${instant() ?? '?'}`,
    `shown ${head.seq} (${head.generated}), ${countItems(feed.parts)} items, page ${shell}`,
    `held ${round.held.seq}`,
    `alone ${contact.minutesAlone?.toFixed(1) ?? '?'} min, up ${(performance.now() / MINUTE).toFixed(1)} min`,
    `tells ${tellBeat()}`,
    `skew ${skewSeconds()?.toFixed(1) ?? '?'} s, font ${hasFont ? 'yes' : 'NO'}`,
    `secure ${isSecureContext ? 'yes' : 'no'}, renewed ${renewal.times.length}× within the hour`,
    `errors ${faults.count}${live?.fault ? `, live: ${live.fault}` : ''}`,
    ...faults.last.map(({ at, what }) => `  ${(at / MINUTE).toFixed(1)} min: ${what}`),
  ];
}
