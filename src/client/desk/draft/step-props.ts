import type { DeskFacts } from '../../../core/desk/api.ts';
import type { DeskServer } from '../server/desk-server.ts';
import type { DraftStore } from './draft-store.ts';

/** What each step of a draft is given. */
export interface StepProps {
  readonly store: DraftStore;
  readonly server: DeskServer;
  readonly facts: DeskFacts;
}
