import type { Submission } from '../../office/review/branches.ts';
import { standingOf } from '../../office/review/round.ts';
import type { ContentRepository } from '../../office/repository.ts';
import type { DraftRecord } from '../drafts/record.ts';
import type { Shelf } from '../drafts/shelf.ts';
import { findRelease } from './release.ts';

/**
 * Brings the drafts of this desk to what was done with them elsewhere, or by a run that was broken off before it could
 * write it down.
 */
export async function settle(
  shelf: Shelf,
  repository: ContentRepository,
  all: readonly Submission[],
  now: string,
): Promise<void> {
  for (const draft of shelf.list().drafts) {
    const submission = all.find(({ key }) => key === draft.key);
    const change = submission ? standing(submission) : await ended(draft, repository, now);
    if (change && isOther(draft, change)) shelf.amend(draft.key, change);
  }
}

type Standing = Pick<DraftRecord, 'phase' | 'approvals' | 'reason' | 'returnedFields' | 'at'>;

function standing({ rounds }: Submission): Partial<Standing> {
  const { phase, approvals, last } = standingOf(rounds);
  return {
    phase,
    approvals: approvals.length,
    reason: phase === 'returned' ? last?.reason : undefined,
    returnedFields: phase === 'returned' ? [...(last?.fields ?? [])] : [],
  };
}

/** Of one whose branch is gone: it is published, or somebody took the branch away by hand. */
async function ended(
  draft: DraftRecord,
  repository: ContentRepository,
  now: string,
): Promise<Partial<Standing> | undefined> {
  if (draft.phase === 'approved' && draft.at !== undefined)
    return draft.at <= now ? { phase: 'published' } : undefined;
  if (draft.phase !== 'submitted') return undefined;
  const release = await findRelease(repository, draft.key);
  if (!release) return { phase: 'draft', approvals: 0 };
  const isWaiting = release.waitsUntil !== undefined && release.waitsUntil > now;
  return isWaiting ? { phase: 'approved', at: release.waitsUntil } : { phase: 'published' };
}

const isOther = (draft: DraftRecord, change: Partial<Standing>): boolean =>
  Object.entries(change).some(([name, value]) => JSON.stringify(draft[name]) !== JSON.stringify(value));
