import type { Actor, Approval, DraftSummary, Publication, Return } from '../../core/desk/api.ts';
import { answerOf } from '../../core/drafting/draft.ts';
import type { Submission } from '../../office/review/branches.ts';
import { standingOf, type Round } from '../../office/review/round.ts';
import { commitRound, sendBranch } from '../../office/review/send.ts';
import type { ContentRepository } from '../../office/repository.ts';
import type { Identity } from '../../office/identity.ts';
import type { Desk } from '../desk.ts';
import { Refused } from '../refused.ts';
import { whyNotReview } from './people.ts';
import { publicationOf } from './publication.ts';
import { publishDraft } from './publish-draft.ts';
import { isAsWritten, levelsOf, summaryOfSubmission, versionOf } from './review.ts';
import { changedElsewhere, noRepository } from './submit.ts';
import { refusedThere } from './trouble.ts';
import type { Version } from './versions.ts';

interface Judged {
  readonly draft: DraftSummary;
  readonly publication?: Publication | undefined;
}

/** A submission that somebody other than its author decides on. */
interface Case {
  readonly repository: ContentRepository;
  readonly submission: Submission;
  readonly version: Version;
  readonly by: Identity;
}

/**
 * 通过: one level more, or with the last one the publication.
 * @throws {Refused} 403 for whoever may not, 409 where it is not what was looked at, 422 where something stands against it
 */
export const approve = (
  desk: Desk,
  key: string,
  actor: Actor,
  { digest, ticks }: Approval,
): Promise<Judged> =>
  desk.submissions.change(async (repository) => {
    const one = await caseOf(desk, repository, key, actor);
    const { submission, version } = one;
    if (digest !== version.digest)
      throw new Refused(409, { message: '您看的不是现在这一版。', help: '刷新，看过新的一版再决定。' });
    if (new Set(ticks).size < TICKS)
      throw new Refused(422, { message: '四项还没有都看过。', help: '逐项看过、打上钩，再通过。' });
    if (!(await isAsWritten(desk, version)))
      throw new Refused(409, {
        message: '这里读出来的和送审的不一样，不能审核。',
        help: '请技术人员把两台电脑升级到同一版。',
      });
    const { approvals } = standingOf(submission.rounds);
    const level = approvals.length + 1;
    const round: Round = { event: 'approved', by: one.by, at: desk.now(), level, digest };
    if (level < levelsOf(desk.contentDir)) return addRound(desk, one, round);
    return publish(desk, one, [...approvals, round], round);
  });

/** The four things that a reviewer says she has looked at. */
const TICKS = 4;

/** 退回: why, and of which fields. */
export const sendBack = (
  desk: Desk,
  key: string,
  actor: Actor,
  { reason, fields }: Return,
): Promise<Judged> =>
  desk.submissions.change(async (repository) => {
    if (reason.trim() === '')
      throw new Refused(422, { message: '没有写退回的原因。', help: '写一句，作者才知道改什么。' });
    const one = await caseOf(desk, repository, key, actor, true);
    return addRound(desk, one, {
      event: 'returned',
      by: one.by,
      at: desk.now(),
      reason: reason.trim(),
      fields,
    });
  });

async function caseOf(
  desk: Desk,
  repository: ContentRepository | undefined,
  key: string,
  actor: Actor,
  isReturn = false,
): Promise<Case> {
  if (!repository) throw noRepository();
  const submission = desk.submissions.find(key);
  const { phase } = standingOf(submission.rounds);
  if (phase !== 'submitted')
    throw new Refused(409, { message: '这一份已经退回或者撤回了。', help: '等作者改好再送审。' });
  const by = await desk.colleagues.identify(actor);
  const why = whyNotReview(submission, by);
  // Who has approved one level may still find a fault.
  if (why !== undefined && !(isReturn && !why.startsWith('自己'))) throw new Refused(403, { message: why });
  return { repository, submission, version: await versionOf(desk, repository, submission), by };
}

async function addRound(
  desk: Desk,
  { repository, submission, version }: Case,
  round: Round,
): Promise<Judged> {
  const { key, tip, rounds } = submission;
  const title = answerOf(version.draft.answers, '标题') ?? key;
  const commit = await commitRound(repository.top, { key, title, round, after: tip });
  const sent = await sendBranch(repository, key, commit, tip);
  if (sent.kind === 'refused') throw refusedThere(sent.words);
  if (sent.kind === 'changed') throw changedElsewhere();
  const now = { ...submission, tip: commit, rounds: [...rounds, { ...round, commit }] };
  return { draft: summaryOfSubmission(desk, now, version) };
}

async function publish(
  desk: Desk,
  { repository, submission, version, by }: Case,
  approvals: readonly Round[],
  round: Round,
): Promise<Judged> {
  const { draft, files, digest } = version;
  const { author = by } = standingOf(submission.rounds);
  const wanted = answerOf(draft.answers, '标识');
  await publishDraft(desk, repository, {
    ...{ draft, files, author, by, approvals, digest },
    rounds: [...submission.rounds.map(withoutCommit), round],
    branchTip: submission.tip,
  });
  await desk.archive.ask('refresh');
  const publication = await publicationOf(desk, repository, submission.key, wanted);
  const summary = summaryOfSubmission(desk, submission, version);
  const phase = summary.at === undefined ? 'published' : 'approved';
  return { draft: { ...summary, phase, approvals: approvals.length }, publication };
}

const withoutCommit = ({ commit: _, ...round }: Submission['rounds'][number]): Round => round;
