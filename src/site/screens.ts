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
  type Head,
  type Notice,
  type Single,
} from '../core/screen/browser/feed.ts';
import type { HeaderWords, Layout } from '../core/screen/browser/layout.ts';
import { pagesAt, type Page } from '../core/screen/browser/pages.ts';
import { partsAt, type ShownPart } from '../core/screen/browser/parts.ts';
import type { Door } from '../core/screen/browser/sign-layout.ts';
import { signTurns, type SignTurn } from '../core/screen/browser/sign-turns.ts';
import { singleAt } from '../core/screen/browser/single.ts';
import { cutsAt, stripOf, type Cut } from '../core/screen/browser/strip.ts';
import { footOf, pageNote } from '../core/screen/browser/foot.ts';
import { stampsOf } from '../core/screen/browser/words.ts';
import { roomsOf } from '../core/rooms.ts';
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

/** One lobby screen: its page, its pointer and its feed. */
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
  /** The text of the feed; its name and the pointer carry its hash. */
  feed: { name: string; text: string };
}

/** The footer as it is printed, and what a strip says where there is nothing to say. */
interface ScreenWords {
  empty: string;
  /** Which page it is. */
  count: string;
  note: string;
  stamps: string;
}

/** Every screen of `content/displays/`. `code` stands for all code the page is made of: see `Head.shell`. */
export function screens(edition: Edition, code: string): readonly Screen[] {
  const { centreName, isSample, standing } = siteFrame(edition);
  return edition.screens.map((screen) => {
    const { id, quiet, dwellFactor: factor = 1 } = screen;
    const { layout, words } = layoutFor(screen, centreName, edition.absolute(), roomsOf(edition.site));
    const strip = isStrip(screen) ? stripOf(panelOf(screen), screen.lamps) : undefined;
    const room = isSign(screen) ? roomOf(screen, edition.site) : undefined;
    const sign = room && signLayoutFor(screen, room);
    const note = !isSample ? '' : strip || sign ? SAMPLE_NOTE : SAMPLE_MARK;
    const { now } = edition;
    const feed = withSingle(feedOf(screen, strip ?? sign ?? layout, edition, now), edition);
    const text = JSON.stringify(feed);
    const curtains = curtainsOf(edition, quiet);
    const sha256 = hash(text);
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
    const single = strip || sign ? undefined : singleAt(feed, now, notices, 'fresh');
    const pages = strip || sign ? [] : pagesAt(feed, now, { layout: banded, factor, generated: now });
    const count = pageNote(0, pages.length);
    return {
      id,
      words: {
        ...words,
        count,
        ...footOf(
          {
            counts: pages[0]?.counts,
            leftOut: pages[0]?.leftOut,
            note,
            stamps: stampsOf({ generated: now, sha256 }),
            page: count,
          },
          layout,
        ),
        empty: NOTHING,
      },
      parts: partsAt(feed, now),
      notices,
      single,
      banded,
      pages,
      cuts: strip ? cutsAt(feed, now, { strip, factor, generated: now }) : [],
      ...(room && { door: doorOf(room) }),
      faces: sign ? signTurns(feed, now, { layout: sign, factor }) : [],
      boot: { ...set, head, feed },
      curtains,
      feed: { name: feedName(id, sha256), text },
    };
  });
}

/** A board has other things to say at its foot; what it shows says 示例 itself. */
const SAMPLE_MARK = '示例数据';

/** What a strip says where there is nothing to say. */
const NOTHING = '目前没有要显示的公告';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
