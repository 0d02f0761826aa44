import type { Category } from '../announcement/category.ts';
import type { Instant } from '../announcement/instant.ts';
import {
  Implausible,
  isInstant,
  parseNotices,
  parseRecord,
  type Item,
  type Notice,
} from '../screen/browser/feed.ts';
import type { KioskManifest } from './manifest.ts';

/** What a kiosk's page brings along for its script. */
export interface Boot extends KioskManifest {
  kiosk: string;
  /** Address of the site's root, with a slash at the end. */
  base: string;
  /** When the data was made. */
  generated: Instant;
  /** The moment at which a sample site stands. */
  standsAt?: Instant;
  /** Without a touch for so long the kiosk warns, and after `warnSeconds` more it begins anew. */
  idleSeconds: number;
  warnSeconds: number;
  categories: readonly Category[];
  /** Openings of the day and of the days after it, with each hour or room that one was moved from; the earliest first. */
  openings: readonly Item[];
  /** Minutes that an opening is taken to last, where the centre has said so. */
  lasts?: number;
  /** What is said to the hall, the newest first; some of it perhaps later. */
  notices: readonly Notice[];
}

/** `head.json` of a kiosk: by it a page that runs for weeks learns that its server lives and has newer data, and what is said to the hall now. */
export interface KioskHead {
  schema: 1;
  kiosk: string;
  generated: Instant;
  notices: readonly Notice[];
}

/** Above the most and longest notices, in bytes. */
export const LARGEST_KIOSK_HEAD = 24 * 1024;

/**
 * Reads a pointer and doubts it: a page of a guest network answers 200 too.
 * @throws {Implausible}
 */
export function parseKioskHead(text: string, kiosk: string): KioskHead {
  const { schema, kiosk: own, generated, notices } = parseRecord(text);
  if (schema !== 1 || own !== kiosk || !isInstant(generated)) throw new Implausible('not of this kiosk');
  return { schema, kiosk, generated, notices: parseNotices(notices) };
}
