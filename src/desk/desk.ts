import type { Actor, DeskFinding, Proposal } from '../core/desk/api.ts';
import type { DraftRecord } from './drafts/record.ts';
import type { Leases } from './drafts/lease.ts';
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
  /** What is proposed for a draft, by label. */
  readonly proposalsFor: (record: DraftRecord) => Promise<Readonly<Record<string, Proposal>>>;
  /** What is found in a file that is to be attached under a name. */
  readonly lookInto: (path: string, name: string) => Promise<readonly DeskFinding[]>;
  /** Stops the desk once the answer has been given. */
  readonly leave: () => void;
}
