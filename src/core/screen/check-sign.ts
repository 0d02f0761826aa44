import { lengthOf } from '../announcement/line.ts';
import type { LobbyScreen } from '../corpus/corpus.ts';
import type { Collection } from '../edition.ts';
import { roomsOf, type Room } from '../rooms.ts';
import type { Centre } from './centre.ts';
import type { Item } from './browser/feed.ts';
import type { Opening } from './browser/openings.ts';
import { isLegible, nameEm, settingOf, type SignLayout } from './browser/sign-layout.ts';
import { signWords } from './browser/sign-words.ts';
import { isSign, itemsIn, roomOf, signLayoutFor, withWords } from './door.ts';
import type { ScreenFault } from './fault.ts';
import { itemsFor } from './select.ts';
import { withShortNames } from './short-name.ts';
import { sourceOf } from './source.ts';

/** What the settings of a sign cannot be; of another screen, that only a sign has a room. */
export function checkSignSettings(screen: LobbyScreen, centre: Centre): readonly ScreenFault[] {
  const { room, pitchMm, lamps, showsQr, inches, parts } = screen;
  if (!isSign(screen))
    return room === undefined
      ? []
      : [{ at: 'room', message: '只有门牌写地点', help: '是门牌的，写 用途: 门牌；不是的，删掉地点这一行' }];
  const senseless = [
    ['pitchMm', pitchMm !== undefined, '门牌不写点距，按尺寸和像素算', '删掉点距这一行'],
    ['lamps', lamps !== undefined, '门牌不是条屏，不写灯色', '删掉灯色这一行'],
    ['showsQr', showsQr === true, '门牌不显示二维码，地方都给房间号和开标', '删掉二维码这一行'],
  ] as const;
  return [
    ...senseless.flatMap(([at, isWritten, message, help]) => (isWritten ? [{ at, message, help }] : [])),
    ...(inches === undefined
      ? [{ at: 'use', message: '门牌要写尺寸', help: '尺寸: 21.5英寸（屏幕对角线）' }]
      : []),
    ...checkPart(parts),
    ...checkRoom(screen, centre),
  ];
}

function checkPart(parts: LobbyScreen['parts']): readonly ScreenFault[] {
  const other = parts.findIndex(({ kind }, index) => kind !== 'openings' || index > 0);
  if (other < 0) return [];
  const message = '门牌只显示这一间的开标，不用写栏目';
  return [{ at: `parts.${other}.kind`, message, help: '删掉栏目；别的公告放到大厅的显示屏上' }];
}

function checkRoom(screen: LobbyScreen, { rooms }: Centre): readonly ScreenFault[] {
  if (roomOf(screen, { rooms })) return [];
  const { room } = screen;
  const all = roomsOf({ rooms });
  if (all.length === 0)
    return [
      {
        at: room === undefined ? 'use' : 'room',
        message: 'content/site.yaml 里没有写场所，不知道是哪一间的门牌',
        help: '在 content/site.yaml 里写 场所，每间写 标识 和 名称，例如 - 标识: kb303、名称: 303 开标室',
      },
    ];
  const known = all.map(({ id, name }) => `${id}（${name}）`).join('、');
  if (room === undefined)
    return [
      { at: 'use', message: '门牌要写地点，不知道是哪一间的', help: `地点: ${all[0]!.id}；场所有：${known}` },
    ];
  return [
    { at: 'room', message: `没有“${room}”这个场所`, help: `场所有：${known}；新的写在 content/site.yaml 里` },
  ];
}

/** A sign whose settings are sound: whether all of it can be read, and whether anything is ever opened in its room. */
export function checkSign(
  screen: LobbyScreen,
  centre: Centre,
  collection: Collection,
): readonly ScreenFault[] {
  const room = roomOf(screen, centre)!;
  const layout = signLayoutFor(screen, room);
  if (!isLegible(layout)) return [tooFar(screen, room, layout)];
  const items = withWords(
    withShortNames(
      { kind: 'openings', items: itemsIn(room, itemsFor({ kind: 'openings' }, collection, undefined)) },
      collection,
      nameEm(layout),
    ),
  );
  if (items.length === 0) return [unnamed(room)];
  return items.filter((item) => !fits(item, layout)).map((item) => tooLong(screen, item, layout, collection));
}

const fits = (item: Item, layout: SignLayout): boolean =>
  settingOf(signWords({ main: openingOf(item), hasHad: true }, item.at), layout).fits;

const openingOf = (item: Item): Opening => ({
  item,
  state: item.moved ? 'moved' : (item.stopped ?? 'running'),
  phase: 'coming',
  isNext: true,
});

function tooFar(screen: LobbyScreen, { name }: Room, { body }: SignLayout): ScreenFault {
  const { distanceM, inches } = screen;
  const nearer = Array.from({ length: 100 }, (_, index) => (100 - index) / 10).find(
    (metres) => metres < distanceM && isLegible(signLayoutFor({ ...screen, distanceM: metres }, { name })),
  );
  const larger = nearer === undefined ? undefined : Math.ceil((inches! * distanceM) / nearer);
  return {
    at: 'distanceM',
    message: `${distanceM} 米外要看得清，${inches} 英寸门牌上的字要有 ${body} 像素高，“${name}”和四行的项目名称放不下`,
    help:
      nearer === undefined
        ? '核对尺寸和像素；这块屏放不下一场开标'
        : `把观看距离改为 ${nearer}米，或者换 ${larger} 英寸以上的屏幕`,
  };
}

const unnamed = ({ name }: Room): ScreenFault => ({
  code: 'S117',
  at: 'room',
  message: `还没有公告在“${name}”开标，门牌只会显示“今天没有安排”`,
  help: '核对公告里写的开标地点和 content/site.yaml 里的场所名称是不是一样；新启用的不用改',
});

function tooLong(screen: LobbyScreen, item: Item, layout: SignLayout, collection: Collection): ScreenFault {
  const source = sourceOf('openings', item, 'title', collection);
  const { announcement } = source;
  const isWritten = collection.entry(announcement).announcement.shortName !== undefined;
  const { at, label } = isWritten ? { at: 'shortName', label: '简称' } : source;
  const name = item.short ?? item.title;
  const count = lengthOf(name);
  const fitting = Array.from({ length: count }, (_, index) => count - index).find((length) =>
    fits({ ...item, words: withWords([{ ...item, short: name.slice(0, length) }])[0]!.words! }, layout),
  )!;
  return {
    announcement,
    at,
    fitting,
    message: `${label}里的项目名称有 ${count} 字，门牌“${screen.name}”（${screen.id}）最多放得下 ${fitting} 字`,
    help: isWritten ? `缩到 ${fitting} 字以内` : `写 简称，${fitting} 字以内`,
  };
}
