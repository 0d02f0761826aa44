import type { Edition } from '../core/edition.ts';
import { createHash } from 'node:crypto';
import { noticesOn, withBand, type BandRoom } from '../core/screen/browser/band.ts';
import type { Boot } from '../core/screen/browser/boot.ts';
import {
  countItems,
  feedName,
  feedPath,
  SCHEMA,
  seqOf,
  type Feed,
  type Head,
  type Notice,
  type Single,
} from '../core/screen/browser/feed.ts';
import type { HeaderWords, Layout } from '../core/screen/browser/layout.ts';
import { pagesAt, type Page } from '../core/screen/browser/pages.ts';
import { partsAt, type ShownPart } from '../core/screen/browser/parts.ts';
import type { Door, SignLayout } from '../core/screen/browser/sign-layout.ts';
import { signTurns, type SignTurn } from '../core/screen/browser/sign-turns.ts';
import { singleAt } from '../core/screen/browser/single.ts';
import { cutsAt, stripOf, type Cut, type Strip } from '../core/screen/browser/strip.ts';
import { footOf, pageNote } from '../core/screen/browser/foot.ts';
import { stampsOf } from '../core/screen/browser/words.ts';
import type { LobbyScreen } from '../core/corpus/corpus.ts';
import { roomsOf, type Room } from '../core/rooms.ts';
import {
  doorOf,
  feedOf,
  isSign,
  isStrip,
  layoutFor,
  panelOf,
  roomOf,
  signLayoutFor,
} from '../core/screen.ts';
import { withSingle } from '../core/screen/single.ts';
import { curtainsOf, type Curtains } from './curtains.ts';
import { SAMPLE_NOTE, siteFrame } from './frame.ts';
import { shownNow } from './shown.ts';

/** One lobby screen: its page and its pointer. */
export interface Screen {
  id: string;
  words: HeaderWords & ScreenWords;
  parts: readonly ShownPart[];
  /** What is said to the hall, and the layout that has room for it. */
  notices: readonly Notice[];
  banded: Layout & BandRoom;
  /** The only announcement of its round, for which a board is composed. */
  single: Single | undefined;
  /** Of a board. */
  pages: readonly Page[];
  /** Of a strip. */
  cuts: readonly Cut[];
  /** Of a sign: what stands beside the door, and its faces. */
  door?: Door;
  faces: readonly SignTurn[];
  boot: Boot;
  curtains: Curtains;
}

/** The footer as it is printed, and what a strip says where there is nothing to say. */
interface ScreenWords {
  empty: string;
  /** Which page it is. */
  count: string;
  note: string;
  stamps: string;
}

/** How a screen is set: its glass, its words, and where it is a sign its door. */
interface Setting {
  screen: LobbyScreen;
  layout: Layout;
  words: HeaderWords;
  strip?: Strip;
  room?: Room;
  sign?: SignLayout;
}

/** @throws for an id that there is not */
function settingOf(edition: Edition, id: string): Setting {
  const { centreName } = siteFrame(edition);
  const screen = edition.screens.find((one) => one.id === id)!;
  const room = isSign(screen) ? roomOf(screen, edition.site) : undefined;
  return {
    screen,
    ...layoutFor(screen, centreName, edition.absolute(), roomsOf(edition.site)),
    ...(isStrip(screen) && { strip: stripOf(panelOf(screen), screen.lamps) }),
    ...(room && { room, sign: signLayoutFor(screen, room) }),
  };
}

/** What a screen shows: its feed, the text of that, and the name under which it lies. */
interface ShownFeed {
  feed: Feed;
  text: string;
  sha256: string;
  name: string;
}

export const feedOn = (edition: Edition, id: string): ShownFeed =>
  edition.once(`feed of screen ${id}`, () => {
    const { screen, layout, strip, sign } = settingOf(edition, id);
    const hall = { ...shownNow(edition), absolute: edition.absolute };
    const feed = withSingle(feedOf(screen, strip ?? sign ?? layout, hall, edition.now), hall);
    const text = JSON.stringify(feed);
    const sha256 = hash(text);
    return { feed, text, sha256, name: feedName(id, sha256) };
  });

/** A screen of `content/displays/`. `code` stands for all code its page is made of: see `Head.shell`. */
export const screenWith = (edition: Edition, id: string, code: string): Screen =>
  edition.once(`screen ${id}`, () => gather(edition, id, code));

function gather(edition: Edition, id: string, code: string): Screen {
  const { screen, layout, words, strip, room, sign } = settingOf(edition, id);
  const { isSample, standing } = siteFrame(edition);
  const { quiet, dwellFactor: factor = 1 } = screen;
  const { feed, text, sha256 } = feedOn(edition, id);
  const note = !isSample ? '' : strip || sign ? SAMPLE_NOTE : SAMPLE_MARK;
  const { now } = edition;
  const curtains = curtainsOf(edition, quiet);
  const set = {
    ...(strip ? { strip, empty: NOTHING } : sign ? { sign } : { layout }),
    factor,
    note,
    ...(standing && { standsAt: standing.at }),
    ...(quiet && { quiet }),
  };
  const head: Head = {
    schema: SCHEMA,
    seq: seqOf(now),
    generated: now,
    screen: id,
    feed: {
      path: feedPath(id, sha256),
      bytes: Buffer.byteLength(text),
      sha256,
      items: countItems(feed.parts),
    },
    shell: hash(JSON.stringify([code, set, words, curtains])).slice(0, 12),
  };
  const notices = noticesOn(feed.notices, now);
  const banded = withBand(layout, notices);
  const pages = strip || sign ? [] : pagesAt(feed, now, { layout: banded, factor, generated: now });
  const count = pageNote(0, pages.length);
  const [first] = pages;
  const stamps = stampsOf({ generated: now, sha256 });
  const foot = { counts: first?.counts, leftOut: first?.leftOut, note, stamps, page: count };
  return {
    id,
    words: { ...words, count, ...footOf(foot, layout), empty: NOTHING },
    parts: partsAt(feed, now),
    notices,
    single: strip || sign ? undefined : singleAt(feed, now, notices, 'fresh'),
    banded,
    pages,
    cuts: strip ? cutsAt(feed, now, { strip, factor, generated: now }) : [],
    ...(room && { door: doorOf(room) }),
    faces: sign ? signTurns(feed, now, { layout: sign, factor }) : [],
    boot: { ...set, head, feed },
    curtains,
  };
}

/** A board has other things to say at its foot; what it shows says 示例 itself. */
const SAMPLE_MARK = '示例数据';

/** What a strip says where there is nothing to say. */
const NOTHING = '目前没有要显示的公告';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
