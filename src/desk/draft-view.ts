import type { Draft, DraftSummary } from '../core/desk/api.ts';
import { answerOf } from '../core/drafting/draft.ts';
import type { DraftRecord } from './drafts/record.ts';

/** A draft as a list shows it. */
export const summaryOf = (record: DraftRecord): DraftSummary => ({
  key: record.key,
  title: answerOf(record.answers, '标题') ?? '',
  category: record.category,
  type: record.type,
  phase: record.phase,
  author: record.author,
  changedAt: record.changedAt,
  approvals: record.approvals,
  reason: record.reason,
  at: record.at,
});

/** A draft as the page fills it. */
export const draftOf = (
  record: DraftRecord,
  { proposals, isReadOnly }: Pick<Draft, 'proposals' | 'isReadOnly'>,
): Draft => ({
  ...summaryOf(record),
  rev: record.rev,
  answers: record.answers,
  body: record.body,
  files: record.files,
  related: record.related,
  existing: record.existing?.file,
  proposals,
  sources: record.sources,
  hasOriginal: record.original !== undefined,
  returnedFields: record.returnedFields,
  isReadOnly,
});
