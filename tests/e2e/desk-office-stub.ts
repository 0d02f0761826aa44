import type {
  Actor,
  Approval,
  Draft,
  History,
  Original,
  Publication,
  Return,
  Review,
  TakingBack,
} from '../../src/core/desk/api.ts';
import { check, previewOf, type DeskStub, type Result } from './desk-stub.ts';

/** What a test makes the office behind the desk: what stands against an answer of the real one is put over it. */
export interface OfficeStub {
  review: Partial<Review>;
  publication: Partial<Publication>;
  history: History['entries'];
  original: Original | undefined;
}

export const officeStub = (): OfficeStub => ({
  review: {},
  publication: {},
  history: [],
  original: undefined,
});

interface Asked {
  readonly method: string;
  readonly subject: string;
  readonly key: string;
  readonly part: string | undefined;
  readonly body: unknown;
}

const ID = 'gm-js-2026-900-tender';
const colleague: Actor = { id: 'wang', name: '王审核' };

/** Review, publication and history; undefined for what is asked of the rest of the desk. */
export function officeReply(stub: DeskStub, asked: Asked): Result | undefined {
  const { method, subject, key, part } = asked;
  if (subject === 'history') return { body: historyOf(stub, key) };
  if (subject === 'publish' && method === 'GET') return { body: publicationOf(stub, key) };
  if (subject === 'publish') return publish(stub, key);
  if (subject === 'reviews') return reviewReply(stub, asked);
  if (part === 'original')
    return stub.office.original
      ? { body: stub.office.original }
      : { status: 404, body: { message: '没有原件。' } };
  if (part === 'submit') return { body: move(stub, key, { phase: 'submitted', approvals: 0 }) };
  if (part !== 'take-back') return undefined;
  const { reason } = asked.body as TakingBack;
  return { body: move(stub, key, { phase: 'draft', reason }) };
}

function reviewReply(stub: DeskStub, { key, part, body }: Asked): Result {
  const draft = stub.drafts.get(key);
  if (!draft) return { status: 404, body: { message: '没有这一份待审核的公告。', help: '回到工作台看看。' } };
  const review = reviewOf(stub, draft);
  if (part === 'preview') return { body: previewOf(stub, draft) };
  if (part === 'original') return { body: stub.office.original };
  if (part === 'return') {
    const { reason, fields } = body as Return;
    return { body: { draft: move(stub, key, { phase: 'returned', reason, returnedFields: fields }) } };
  }
  if (part !== 'approve') return { body: review };
  const { digest } = body as Approval;
  if (digest !== review.digest) return { status: 409, body: { message: '您看的时候改过了。' } };
  const isLast = review.level === review.levels;
  const moved = move(stub, key, { phase: isLast ? 'published' : 'submitted', approvals: review.level });
  return { body: { draft: moved, ...(isLast && { publication: publicationOf(stub, key) }) } };
}

function publish(stub: DeskStub, key: string): Result {
  move(stub, key, { phase: 'published' });
  return { body: publicationOf(stub, key) };
}

function move(stub: DeskStub, key: string, part: Partial<Draft>): Draft {
  const moved = { ...stub.drafts.get(key)!, ...part };
  stub.drafts.set(key, moved);
  return moved;
}

const reviewOf = (stub: DeskStub, draft: Draft): Review => ({
  draft,
  digest: `${draft.rev}`.padStart(64, '0'),
  level: draft.approvals + 1,
  levels: stub.facts.levels,
  rounds: [],
  checked: check(stub, draft, 0),
  changes: [],
  publishes: { kind: 'now', at: stub.facts.now, words: '发布时间 2026年11月22日 09:00。' },
  ...stub.office.review,
});

const publicationOf = (stub: DeskStub, key: string): Publication => ({
  id: ID,
  address: `${stub.facts.siteUrl}announcements/${ID}/`,
  steps: [
    { name: '已检查', state: 'done' },
    { name: '已提交', state: 'done' },
    { name: '网站已更新', state: 'running', words: '网站正在更新。' },
    { name: '大屏已收到', state: 'waiting' },
  ],
  at: '2026-11-22T09:00:00+08:00',
  digest: 'ab'.repeat(32),
  author: stub.drafts.get(key)?.author ?? stub.facts.actor,
  reviewers: stub.facts.levels > 0 ? [colleague] : [],
  ...stub.office.publication,
});

const historyOf = (stub: DeskStub, id: string): History => ({
  id,
  title: stub.drafts.get(id)?.title ?? '沿江路改造',
  entries: stub.office.history,
});
