import { Alarm } from './alarm.ts';
import { AnnouncementView } from './announcement.ts';
import { showBoard } from './board.ts';
import { closeWaysOut } from './guard.ts';
import { showHead } from './head.ts';
import { watchIdle } from './idle.ts';
import { Large } from './large.ts';
import { Library } from './library.ts';
import { List, type ListTools } from './list.ts';
import { hearNotices, presentNotices, showNotices } from './notices.ts';
import { Pad } from './pad.ts';
import { fillOpeningsTile, Openings } from './openings.ts';
import { boot, part } from './page.ts';
import { forget, renew } from './renew.ts';
import { Stage } from './stage.ts';
import { fillStart, openFromStart } from './start.ts';
import { everyMinute } from './time.ts';
import { Warning } from './warning.ts';
import { watch } from './watch.ts';

/** The server has newer data, and nobody has touched the start page for so long, in milliseconds: take them. */
const QUIET = 60_000;

const library = new Library(grown);
const stage = new Stage((view) => {
  pad.set(view?.query ?? '');
  if (!(view instanceof List)) allowAll();
  showOpenings();
});
const pad = new Pad(typed);
const large = new Large(() => stage.redraw());
const alarm = new Alarm();
const warning = new Warning(() => idleness.end(), beginAnew);
const tools: ListTools = {
  library,
  stage,
  allow: (ahead) => pad.allow(ahead),
  open: (id) => stage.open(new AnnouncementView(id, stage, tools.open)),
};
const idleness = watchIdle({
  idleSeconds: boot.idleSeconds,
  warnSeconds: boot.warnSeconds,
  isClean,
  warn: (seconds) => warning.show(seconds),
  gone: beginAnew,
  refresh: () => void renew(isAlone),
});

closeWaysOut();
part('data-plain').remove();
openFromStart(tools);
stage.redraw();
everyMinute(() => {
  showAround();
  // Deadlines pass while the kiosk is idle.
  fillStart(tools);
});
void library.load();
void watch((head) => {
  if (head) hearNotices(head);
  showAround();
  if (!head) return;
  if (library.state === 'failed') void library.load();
  const isNewer = head.generated > boot.generated;
  if (isNewer && isAlone()) void renew(isAlone, head.generated);
});

/** What stands above every view, which has another height when some of it has come or gone. */
function showAround(): void {
  const resized = (): void => stage.redraw();
  showHead(resized);
  showNotices(resized);
  if (isAlone()) alarm.again();
  alarm.show(presentNotices());
  fillOpeningsTile();
  showOpenings();
}

/** What is opened next stands beside everything but an announcement and the list of all openings. */
function showOpenings(): void {
  const view = stage.present;
  showBoard(view?.beside !== 'take' && !(view instanceof Openings), tools.open);
}

/** Whether there is nothing of a visitor on the glass, and whether nobody has been there for a while. */
function isClean(): boolean {
  return stage.present === undefined && !large.isOn;
}

function isAlone(): boolean {
  return isClean() && idleness.lasted() > QUIET;
}

/** Typing on a page without a list searches all announcements. */
function allowAll(): void {
  pad.allow(library.firstKeys && { keys: library.firstKeys, isPart: false });
}

/** A year has come, or none comes any more. */
function grown(): void {
  fillStart(tools);
  if (!(stage.present instanceof List)) allowAll();
  if (stage.present && stage.present.beside === 'pad') stage.redraw();
}

/** What is typed narrows the list on the glass, or opens one of everything. */
function typed(query: string): void {
  const view = stage.present;
  if (!(view instanceof List)) {
    if (query !== '') stage.open(new List('查找结果', {}, tools, query));
    return;
  }
  if (query === '' && view.isSearch) return stage.back();
  view.narrow(query);
  stage.redraw();
}

/** Nobody is there any more: leaves nothing of the visitor, and takes a fresh page where there is one. */
function beginAnew(): void {
  warning.hide();
  alarm.again();
  alarm.show(presentNotices());
  large.set(false);
  stage.home();
  forget();
  void renew(isClean);
}
