import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../core/desk/api.ts';
import { answerOf } from '../../core/drafting/draft.ts';
import { GitFault } from '../../office/git-process.ts';
import { knownTip, type Submission } from '../../office/review/branches.ts';
import type { Round } from '../../office/review/round.ts';
import { commitRound, dropFromOutbox, keepInOutbox, sendBranch } from '../../office/review/send.ts';
import { treeWith } from '../../office/review/tree.ts';
import type { ContentRepository } from '../../office/repository.ts';
import { removed } from '../../patience.ts';
import type { Written } from '../check/written.ts';
import type { Desk } from '../desk.ts';
import { filesOf } from '../drafts/attachments.ts';
import type { DraftRecord } from '../drafts/record.ts';
import { Refused } from '../refused.ts';
import { setAside } from '../existing/set-aside.ts';
import { ready, refuseTooLate } from './ready.ts';
import { refusedThere } from './trouble.ts';
import { carriedFiles } from './versions.ts';

/**
 * 送审: puts a draft that nothing stands against where all desks of the centre see it. Without a network it waits on this
 * machine and is sent later.
 * @throws {Refused}
 */
export async function submit(desk: Desk, record: DraftRecord, actor: Actor): Promise<DraftRecord> {
  const by = await desk.colleagues.identify(actor);
  const { submissions } = desk;
  return submissions.changeOffline(async (repository, isOnline) => {
    if (!repository) throw noRepository();
    const { draft, written } = await ready(desk, record, filesOf(desk.shelf.folderOf(record.key)));
    await refuseTooLate(desk, draft, filesOf(desk.shelf.folderOf(record.key)));
    setAside(desk, draft);
    const before = submissions.all.find(({ key }) => key === draft.key);
    const round: Round = { event: 'submitted', by, at: desk.now() };
    const commit = await commitVersion(desk, repository, { draft, written, before, round });
    await sendOrKeep(repository, draft.key, commit, { before, isOnline });
    return desk.shelf.amend(draft.key, {
      ...{ phase: 'submitted', approvals: 0 },
      ...{ reason: undefined, returnedFields: [] },
    });
  });
}

export const noRepository = (): Refused =>
  new Refused(503, {
    message: '内容还没有和发布的地方连起来，不能送审。',
    help: '写好的都在；请技术人员照《发布》设好。',
  });

interface NewVersion {
  readonly draft: DraftRecord;
  readonly written: Written;
  readonly before: Submission | undefined;
  readonly round: Round;
}

async function commitVersion(
  desk: Desk,
  repository: ContentRepository,
  { draft, written, before, round }: NewVersion,
): Promise<string> {
  const { top, prefix } = repository;
  const temporary = mkdtempSync(join(tmpdir(), 'zhangbang-submit-'));
  try {
    const base = await knownTip(repository);
    const put = carriedFiles(prefix, draft, desk.shelf.folderOf(draft.key), written);
    const tree = await treeWith(top, base, { put }, temporary);
    const title = answerOf(draft.answers, '标题') ?? written.id;
    return await commitRound(top, { key: draft.key, title, round, tree, after: before?.tip ?? base });
  } finally {
    removed(temporary);
  }
}

async function sendOrKeep(
  repository: ContentRepository,
  key: string,
  commit: string,
  { before, isOnline }: { readonly before: Submission | undefined; readonly isOnline: boolean },
): Promise<void> {
  // What waits there already is a part of this one.
  const sentBefore = before?.isUnsent ? undefined : before?.tip;
  try {
    if (!isOnline || before?.isUnsent) return await keepInOutbox(repository, key, commit);
    const sent = await sendBranch(repository, key, commit, sentBefore);
    if (sent.kind === 'refused') throw refusedThere(sent.words);
    if (sent.kind === 'changed') throw changedElsewhere();
    await dropFromOutbox(repository, key);
  } catch (fault) {
    // It may have arrived all the same; then the next look finds it there.
    if (!(fault instanceof GitFault) || !repository.remote) throw fault;
    await keepInOutbox(repository, key, commit);
  }
}

export const changedElsewhere = (): Refused =>
  new Refused(409, { message: '刚才有别人也在办这一份。', help: '刷新看看现在怎样，再决定。' });
