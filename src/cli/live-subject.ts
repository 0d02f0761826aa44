import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, timeOf, type Instant } from '../core/announcement/instant.ts';
import { instantKind } from '../core/announcement/instant-forms.ts';
import { check } from '../core/check.ts';
import { roomsOf, type Room } from '../core/rooms.ts';
import { itemsFor } from '../core/screen.ts';
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
export type AtHand = Settings & { rooms: readonly Room[] | undefined };

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

/** What is opened in a room now: what was asked for, or else the last that has begun there today. */
export async function openingIn(
  room: string,
  { project, start }: Asked,
  { contentDir, rooms, now }: AtHand,
): Promise<{ announcement: string; starts: Instant }> {
  if (!rooms) {
    const starts = momentOf(start, now);
    if (project !== undefined && starts !== undefined) return { announcement: project, starts };
    throw new SettingsError(
      '这台机器上没有网站的内容，查不到今天开哪个标：请写 --project 公告的标识 和 --start 开标时间。',
    );
  }
  const { collection } = check(contentDir);
  const today = itemsFor({ kind: 'openings' }, collection, now)
    .filter(
      ({ at, roomId, moved, stopped }) => dayOf(at) === dayOf(now) && roomId === room && !moved && !stopped,
    )
    .map(({ id, at, title }) => ({ id, at, title, code: collection.row(id).projectCode }));
  const found =
    project === undefined
      ? (today.findLast(({ at }) => at <= now) ?? today[0])
      : today.find(({ id, code }) => id === project || code === project);
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
