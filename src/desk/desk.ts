import type { Actor } from '../core/desk/api.ts';
import type { ArchiveClient } from './archive/client.ts';
import type { Leases } from './drafts/lease.ts';
import type { Previews } from './preview/preview.ts';
import type { Shelf } from './drafts/shelf.ts';

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
  /** PATH, in which LibreOffice is looked for. */
  readonly programs: string;
  /** Stops the desk once the answer has been given. */
  readonly leave: () => void;
}
