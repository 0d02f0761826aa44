import { createHash } from 'node:crypto';
import type { Boot } from '../core/display/boot.ts';
import { feedName, feedPath, SCHEMA, seqOf, type Head } from '../core/display/feed.ts';
import type { HeaderWords } from '../core/display/layout.ts';
import { cutPages, type Page } from '../core/display/pages.ts';
import { leftOutNote, stampsOf } from '../core/display/words.ts';
import { feedOf, layoutFor } from '../core/screen.ts';
import { HAPPENING_TAG } from '../core/status.ts';
import { loadContent } from './content.ts';
import { curtainsOf, type Curtains } from './curtains.ts';
import { siteFrame } from './frame.ts';
import { allRows } from './rows.ts';

/** One lobby screen: its page, its pointer and its feed. */
export interface Screen {
  id: string;
  words: HeaderWords & ScreenWords;
  isOpen: boolean;
  pages: readonly Page[];
  boot: Boot;
  curtains: Curtains;
  /** The text of the feed; its name and the pointer carry its hash. */
  feed: { name: string; text: string };
}

/** The other words that do not change while a page runs, and the footer as it is printed. */
interface ScreenWords {
  /** What the moment of a row is: over its column, and in a row that has no column. */
  moment: string;
  momentShort: string;
  titles: string;
  /** Stands in for a list without rows. */
  empty: string;
  note: string;
  stamps: string;
}

const OPEN = {
  moment: '截止时间',
  momentShort: '截止',
  titles: '项目',
  empty: '目前没有可参与的项目，新项目发布后会列在这里。',
};

const NEWEST = {
  moment: '发布时间',
  momentShort: '发布',
  titles: '公告',
  empty: '最近没有发布公告，新公告发布后会列在这里。',
};

/** Every screen of `content/displays/`. `code` stands for all code the page is made of: see `Head.shell`. */
export function screens(code: string): readonly Screen[] {
  const { corpus, settings } = loadContent();
  const { centreName, isSample } = siteFrame();
  return corpus.displays.map((display) => {
    const { layout, words } = layoutFor(display, centreName);
    const kind = display.show === 'open' ? OPEN : NEWEST;
    const factor = display.dwellFactor ?? 1;
    const note = isSample ? '演示数据，均为虚构' : '';
    const feed = feedOf(display, layout, allRows(), settings.now, HAPPENING_TAG);
    const text = JSON.stringify(feed);
    const sha256 = hash(text);
    const head: Head = {
      schema: SCHEMA,
      seq: seqOf(settings.now),
      generated: settings.now,
      screen: display.id,
      feed: {
        path: feedPath(display.id, sha256),
        bytes: Buffer.byteLength(text),
        sha256,
        items: feed.items.length,
      },
      shell: hash(JSON.stringify([code, layout, words, kind, factor, note])).slice(0, 12),
    };
    return {
      id: display.id,
      words: {
        ...words,
        ...kind,
        note: [leftOutNote(feed.leftOut), note].filter(Boolean).join(' · '),
        stamps: stampsOf({ generated: head.generated, sha256 }),
      },
      isOpen: display.show === 'open',
      pages: cutPages(feed.items, { layout, factor, generated: settings.now }),
      boot: { layout, factor, note, head, feed },
      curtains: curtainsOf(undefined),
      feed: { name: feedName(display.id, sha256), text },
    };
  });
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
