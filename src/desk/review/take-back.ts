import type { Actor } from '../../core/desk/api.ts';
import { answerOf } from '../../core/drafting/draft.ts';
import type { Submission } from '../../office/review/branches.ts';
import { keyOfPerson, printPerson } from '../../office/review/person.ts';
import { DRAFT_TRAILER, standingOf, type Round } from '../../office/review/round.ts';
import { commitRound, dropFromOutbox, sendBranch } from '../../office/review/send.ts';
import { treeWith } from '../../office/review/tree.ts';
import { filesOfId } from '../../office/review/version.ts';
import { publishFiles } from '../../office/publish.ts';
import type { ContentRepository } from '../../office/repository.ts';
import type { Identity } from '../../office/identity.ts';
import type { Desk } from '../desk.ts';
import type { DraftRecord } from '../drafts/record.ts';
import { Refused } from '../refused.ts';
import { findRelease } from './release.ts';
import { changedElsewhere, noRepository } from './submit.ts';
import { refusedThere } from './trouble.ts';

/**
 * 撤回: what was submitted, or was approved and waits for its time, is a draft again.
 * @throws {Refused} 403 for anybody but its author, 409 where it is public already
 */
export async function takeBack(
  desk: Desk,
  record: DraftRecord,
  actor: Actor,
  reason: string,
): Promise<DraftRecord> {
  if (reason.trim() === '')
    throw new Refused(422, { message: '没有写撤回的原因。', help: '写一句，审核的人才知道为什么。' });
  const by = await desk.colleagues.identify(actor);
  const round: Round = { event: 'taken-back', by, at: desk.now(), reason: reason.trim() };
  const { submissions, shelf } = desk;
  return submissions.changeOffline(async (repository, isOnline) => {
    if (!repository) throw noRepository();
    const submission = submissions.all.find(({ key }) => key === record.key);
    if (submission?.isUnsent) await dropFromOutbox(repository, record.key);
    else if (!isOnline) throw new Refused(503, submissions.trouble ?? OFFLINE);
    else if (submission) await end(repository, submission, record, round);
    else await takeBackTimed(desk, repository, record, round);
    return shelf.amend(record.key, { phase: 'draft', approvals: 0, at: undefined });
  });
}

const OFFLINE = { message: '连不上发布的地方。', help: '看看网络，过一会儿再试。' };

async function end(
  repository: ContentRepository,
  { key, tip, rounds }: Submission,
  { answers }: DraftRecord,
  round: Round,
): Promise<void> {
  const { author, phase } = standingOf(rounds);
  refuseOthers(author, round.by);
  if (phase !== 'submitted') throw new Refused(409, { message: '这一份已经不在审核。', help: '刷新看看。' });
  const title = answerOf(answers, '标题') ?? key;
  const commit = await commitRound(repository.top, { key, title, round, after: tip });
  const sent = await sendBranch(repository, key, commit, tip);
  if (sent.kind === 'refused') throw refusedThere(sent.words);
  if (sent.kind === 'changed') throw changedElsewhere();
}

/** As long as it waits nobody has read it, so that it may go without a trace on the site; the record keeps who and why. */
async function takeBackTimed(
  desk: Desk,
  repository: ContentRepository,
  { key }: DraftRecord,
  { by, at, reason }: Round,
): Promise<void> {
  const release = await findRelease(repository, key);
  if (release?.waitsUntil === undefined || release.waitsUntil <= at)
    throw new Refused(409, { message: '已经公布，不能撤回。', help: '要改的，请写更正。' });
  refuseOthers(release.author, by);
  const { id } = release;
  const published = await publishFiles({
    repository,
    ...{ files: [], author: by, by: { by, at } },
    trailers: [
      `${DRAFT_TRAILER}: ${key}`,
      `Taken-back-by: ${printPerson(by)}`,
      `Desk-Reason: ${JSON.stringify(reason)}`,
    ],
    made: async (onto, temporary) => {
      const remove = (await filesOfId(repository, onto, id)).map((file) => `${repository.prefix}${file}`);
      return treeWith(repository.top, onto, { put: new Map(), remove }, temporary);
    },
    // It is gone on purpose, and was never public.
    isAgainst: ({ code }) => code !== 'K102',
  });
  if (published.kind === 'refused') throw refusedThere(published.words);
  if (published.kind !== 'sent' && published.kind !== 'kept')
    throw new Refused(409, { message: '没有撤回成。', help: '别的公告接着它写，先改那一份。' });
  await desk.archive.ask('refresh');
}

function refuseOthers(author: Identity | undefined, by: Identity): void {
  if (author && keyOfPerson(author) !== keyOfPerson(by))
    throw new Refused(403, { message: '这一份不是您送审的。', help: '请写的人撤回，或者您退回给他。' });
}
