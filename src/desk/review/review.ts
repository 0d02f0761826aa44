import type { Actor, Checked, Review } from '../../core/desk/api.ts';
import { loadSite } from '../../core/corpus/load.ts';
import { ID_LABEL, answerOf } from '../../core/drafting/draft.ts';
import type { Submission } from '../../office/review/branches.ts';
import { standingOf, type Round } from '../../office/review/round.ts';
import { filesOfId } from '../../office/review/version.ts';
import { knownTip } from '../../office/review/branches.ts';
import type { ContentRepository } from '../../office/repository.ts';
import type { Desk } from '../desk.ts';
import { draftOf } from '../draft-view.ts';
import { Refused } from '../refused.ts';
import { changesBetween } from './changes.ts';
import { freeId } from './free-id.ts';
import { whyNotReview } from './people.ts';
import { writtenOf } from './ready.ts';
import { answersAt, timingOf } from './timing.ts';
import type { Version } from './versions.ts';

/** 审核级数 as it is now. */
export const levelsOf = (contentDir: string): number => loadSite(contentDir)?.reviewLevels ?? 0;

/** The version of a submission that is looked at. */
export function versionOf({ versions }: Desk, repository: ContentRepository, { rounds }: Submission) {
  const submitted = rounds.findLast(({ event }) => event === 'submitted');
  if (!submitted) throw new Refused(404, { message: '没有这份送审的公告。', help: '回到工作台看看。' });
  return versions.read(repository, submitted.commit);
}

/** What a reviewer looks at. */
export async function reviewOf(
  desk: Desk,
  repository: ContentRepository,
  submission: Submission,
  actor: Actor,
): Promise<Review> {
  const version = await versionOf(desk, repository, submission);
  const { approvals, phase } = standingOf(submission.rounds);
  const levels = levelsOf(desk.contentDir);
  const checked = await checkedOf(desk, repository, version);
  return {
    draft: {
      ...draftOf(version.draft, { proposals: {}, isReadOnly: true }),
      ...summaryOfSubmission(desk, submission, version),
    },
    digest: version.digest,
    level: approvals.length + 1,
    levels: Math.max(levels, approvals.length + 1),
    rounds: submission.rounds.map((round) => roundOf(desk, round)),
    checked,
    changes: await changesSince(desk, repository, submission, version),
    publishes: timingOf(version.draft.answers, desk.now()),
    whyNot: phase === 'submitted' ? await whyNot(desk, submission, version, actor, checked) : ENDED[phase],
  };
}

const ENDED = { returned: '已经退回，等作者改好再送审。', draft: '作者已经撤回。' } as const;

async function whyNot(
  desk: Desk,
  submission: Submission,
  version: Version,
  actor: Actor,
  checked: Checked,
): Promise<string | undefined> {
  const person = whyNotReview(submission, await desk.colleagues.identify(actor));
  if (person !== undefined) return person;
  if (!(await isAsWritten(desk, version))) return MIXED;
  const error = checked.findings.find(({ severity }) => severity === 'error');
  return error && `检查没有通过：${error.message}。`;
}

const MIXED = '这里读出来的和送审的不一样，不能审核；请技术人员把两台电脑升级到同一版。';

/** Shown is what would be published: the file says the same as the draft that is looked at. */
export const isAsWritten = async (desk: Desk, { draft, text }: Version): Promise<boolean> =>
  (await writtenOf(desk, draft)).text === text;

/** As it would be published now: at the time and under the id that it would have. */
async function checkedOf(
  desk: Desk,
  repository: ContentRepository,
  { draft, files }: Version,
): Promise<Checked> {
  const now = desk.now();
  const id = answerOf(draft.answers, ID_LABEL) ?? '';
  const isTaken = (await filesOfId(repository, await knownTip(repository), id)).length > 0;
  const answers = {
    ...answersAt(draft.answers, now),
    ...(isTaken && { [ID_LABEL]: freeId(id, (one) => one === id) }),
  };
  await desk.archive.ask('refresh');
  const found = await desk.archive.ask('check', { ...draft, answers }, files, now);
  return { ...found, seq: 0, rev: draft.rev };
}

/** Against the version before, where there was one. */
async function changesSince(
  desk: Desk,
  repository: ContentRepository,
  { rounds }: Submission,
  { draft }: Version,
): Promise<Review['changes']> {
  const before = rounds.filter(({ event }) => event === 'submitted').at(-2);
  if (!before) return [];
  return changesBetween((await desk.versions.read(repository, before.commit)).draft, draft);
}

/** A submission as a list shows it. */
export function summaryOfSubmission(desk: Desk, submission: Submission, { draft }: Version) {
  const { phase, approvals, author, last } = standingOf(submission.rounds);
  return {
    ...{ key: submission.key, phase, approvals: approvals.length },
    title: answerOf(draft.answers, '标题') ?? '',
    category: draft.category,
    type: draft.type,
    author: author ? desk.colleagues.actorOf(author) : draft.author,
    changedAt: last?.at ?? draft.changedAt,
    reason: phase === 'returned' ? last?.reason : undefined,
    at: timedAt(draft.answers, desk.now()),
    unsent: desk.submissions.whyUnsent(submission.key),
  };
}

function timedAt(answers: Version['draft']['answers'], now: string): string | undefined {
  const timing = timingOf(answers, now);
  return timing.kind === 'timed' ? timing.at : undefined;
}

const roundOf = (desk: Desk, { event, by, at, level, reason }: Round): Review['rounds'][number] => ({
  ...{ event, at, level, reason },
  actor: desk.colleagues.actorOf(by),
});
