import type { Actor, DeskFacts } from '../core/desk/api.ts';
import type { ArchiveClient } from './archive/client.ts';
import type { Colleagues } from './colleagues.ts';
import type { Leases } from './drafts/lease.ts';
import type { Unpublished } from './existing/unpublished.ts';
import type { Previews } from './preview/preview.ts';
import type { Submissions } from './review/submissions.ts';
import type { Versions } from './review/versions.ts';
import type { ClockWatch } from './site/clock.ts';
import type { Shelf } from './drafts/shelf.ts';
import type { SiteWatch } from './site/watch.ts';

/** One desk as its routes have it: whose, of which content, and what it keeps. */
export interface Desk {
  /** Absolute path of the content folder. */
  readonly contentDir: string;
  /** The moment that is taken for the present, in Shanghai time. */
  readonly now: () => string;
  readonly shelf: Shelf;
  readonly leases: Leases;
  /** `2026.12 · 1a2b3c4` */
  readonly version: string;
  readonly actor: Actor;
  /** The announcements that are there, in a thread of its own. */
  readonly archive: ArchiveClient;
  readonly previews: Previews;
  /** What lies in the content folder and is not published, looked at now. */
  readonly unpublished: () => Promise<Unpublished>;
  /** Whether this machine's clock is right. */
  readonly clock: ClockWatch;
  /** PATH, in which LibreOffice is looked for. */
  readonly programs: string;
  /** What is submitted, here and at the desks of others. */
  readonly submissions: Submissions;
  /** The versions of it that were looked at. */
  readonly versions: Versions;
  readonly colleagues: Colleagues;
  readonly may: (actor: Actor) => DeskFacts['may'];
  /** What the public site tells of itself. */
  readonly site: SiteWatch;
  /** Stops the desk once the answer has been given. */
  readonly leave: () => void;
}
