import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, timeOf, type Instant } from '../core/announcement/instant.ts';
import { instantKind } from '../core/announcement/instant-forms.ts';
import { check } from '../core/check.ts';
import type { OpeningTable } from '../core/live/browser/live.ts';
import { roomsOf, type Room } from '../core/rooms.ts';
import { itemsFor } from '../core/screen.ts';
import type { Item } from '../core/screen/browser/feed.ts';
import { LASTS } from '../core/screen/browser/openings.ts';
import { settingsFor, SettingsError, type Settings } from '../settings.ts';

/** What was asked for on the command line. */
export interface Asked {
  csv?: string | undefined;
  read?: string | undefined;
  project?: string | undefined;
  start?: string | undefined;
  source?: string | undefined;
  title?: string | undefined;
  current?: string | undefined;
}

/** The settings of a run, and the rooms of the site where its content is at hand: a box in the hall has none. */
type AtHand = Settings & { rooms: readonly Room[] | undefined };

/** A sample site stands at a moment of its own, and so does what is read out on it. */
export function siteAtHand(settings: Settings): AtHand {
  const { contentDir } = settings;
  if (!existsSync(join(contentDir, 'site.yaml'))) return { ...settings, rooms: undefined };
  const { site } = check(contentDir, new Set()).corpus;
  return { ...settings, ...settingsFor(settings, site), rooms: roomsOf(site) };
}

/** @throws {SettingsError} for a room that no screen asks for */
export function refuseRoom(room: string, { rooms }: AtHand): void {
  if (!/^[a-z0-9-]+$/u.test(room))
    throw new SettingsError(`“${room}”不是场所的标识：标识只用小写字母、数字和 -，例如 kb303。`);
  if (!rooms || rooms.some(({ id }) => id === room)) return;
  const known = rooms.map(({ id, name }) => `${id}（${name}）`).join('、');
  throw new SettingsError(
    known === ''
      ? '内容文件夹的 site.yaml 里还没有写“场所”，屏幕不知道有哪些开标室。先写上标识和名称。'
      : `没有“${room}”这个场所。site.yaml 里有：${known}。`,
  );
}

/** What is opened in a room on a day, in the order of its hours, and how many minutes openings last here. */
export interface OpeningsOfDay {
  items: readonly (Item & { code: string | undefined })[];
  lasts: number;
}

/** What is opened in a room today, moved and stopped openings too; nothing where no content is at hand. */
export function openingsToday(room: string, { contentDir, rooms, now }: AtHand): OpeningsOfDay | undefined {
  if (!rooms) return undefined;
  const { collection } = check(contentDir);
  const items = itemsFor({ kind: 'openings' }, collection, now)
    .filter(({ at, roomId }) => dayOf(at) === dayOf(now) && roomId === room)
    .map((item) => ({ ...item, code: collection.row(item.id).projectCode }));
  return { items, lasts: collection.site?.openingMinutes ?? LASTS };
}

/** What is opened in a room, and since when its bids may be read out. */
interface Subject {
  announcement: string;
  starts: Instant;
}

/**
 * What is opened in a room now. Where the content is at hand it is looked up each time, for the next opening may have
 * the same bidders; elsewhere it is the one that goes on, or the one that was named.
 * @param standing the opening of today that is written down, if one is
 * @param rows as they are in the sheet
 */
export function subjectNow(
  room: string,
  asked: Asked,
  standing: OpeningTable | undefined,
  rows: OpeningTable['rows'],
  openings: OpeningsOfDay | undefined,
  now: Instant,
): Subject {
  const start = momentOf(asked.start, now);
  if (!openings) return subjectTold(asked, start, standing, rows);
  const { announcement, starts: announced } = openingIn(room, asked, openings, now);
  if (start !== undefined && start < announced)
    throw new SettingsError(
      `--start ${spokenOf(start, announced)} 早于公告写的开标时间 ${timeOf(announced)}，什么也没有写：开标以前不得让人知道投标人的名称和数量。公告写错了的，先发更正公告。`,
    );
  const isGoingOn = standing?.announcement === announcement && standing.starts >= announced;
  return { announcement, starts: start ?? (isGoingOn ? standing.starts : announced) };
}

/** A moment by its time, with its day where that is another. */
const spokenOf = (at: Instant, other: Instant): string =>
  dayOf(at) === dayOf(other) ? timeOf(at) : `${dayOf(at)} ${timeOf(at)}`;

/** Without the content nothing tells of the next opening but another sheet: other bidders, or another price that was read. */
function subjectTold(
  { project }: Asked,
  start: Instant | undefined,
  standing: OpeningTable | undefined,
  rows: OpeningTable['rows'],
): Subject {
  const isGoingOn =
    standing !== undefined &&
    standing.ended === undefined &&
    (project === undefined || project === standing.announcement) &&
    JSON.stringify(readOf(rows, standing.read)) === JSON.stringify(readOf(standing.rows, standing.read));
  const announcement = project ?? (isGoingOn ? standing.announcement : undefined);
  const starts = start ?? (isGoingOn ? standing.starts : undefined);
  if (announcement !== undefined && starts !== undefined) return { announcement, starts };
  throw new SettingsError(
    '这台机器上没有网站的内容，查不到今天开哪个标：请写 --project 公告的标识 和 --start 开标时间。',
  );
}

/** Rows as they are written: those that were read whole, of the others the name. */
const readOf = (rows: OpeningTable['rows'], read: number): OpeningTable['rows'] =>
  rows.map((row, index) => (index < read ? row : row.slice(0, 1)));

/** What is opened in a room: what was asked for, or else the last that has begun there today. */
function openingIn(room: string, { project }: Asked, { items }: OpeningsOfDay, now: Instant): Subject {
  const today = items.filter(({ moved, stopped }) => !moved && !stopped);
  const asked = today.filter(({ id, code }) => project === undefined || id === project || code === project);
  const found = asked.findLast(({ at }) => at <= now) ?? asked[0];
  if (found) return { announcement: found.id, starts: found.at };
  const others = today.map(({ id, at, title }) => `${timeOf(at)} ${title}（${id}）`).join('；');
  throw new SettingsError(
    `${project === undefined ? `今天 ${room} 没有开标` : `今天 ${room} 不开“${project}”的标`}${others === '' ? '' : `，开的是：${others}`}。什么也没有写。`,
  );
}

/**
 * A moment as it is written on the command line; `10:30` is of today.
 * @throws {SettingsError} for what is none
 */
export function momentOf(text: string | undefined, now: Instant): Instant | undefined {
  if (text === undefined) return undefined;
  const parsed = instantKind.parse(/^\d{1,2}[:：]\d\d$/u.test(text) ? `${dayOf(now)} ${text}` : text);
  if ('value' in parsed) return parsed.value;
  throw new SettingsError(`看不懂 --start ${text}：写时间，例如 10:30 或者 "2026-11-23 10:30"。`);
}
