import { join } from 'node:path';
import { z } from 'zod';
import type { Publication } from '../../core/desk/api.ts';
import { loadSite } from '../../core/corpus/load.ts';
import { answerOf, ID_LABEL } from '../../core/drafting/draft.ts';
import type { ContentRepository } from '../../office/repository.ts';
import type { Desk } from '../desk.ts';
import { setAside } from '../existing/set-aside.ts';
import { filesOf } from '../drafts/attachments.ts';
import type { DraftRecord } from '../drafts/record.ts';
import { parsed } from '../parsed.ts';
import { Refused } from '../refused.ts';
import { publicationOf, unpublished, writtenIn } from '../review/publication.ts';
import { publishDraft } from '../review/publish-draft.ts';
import { ready } from '../review/ready.ts';
import { waitsUntil } from '../review/release.ts';
import { levelsOf } from '../review/review.ts';
import type { Call, Route } from '../router.ts';
import { writeIn } from '../write-in.ts';

/** 发布 where nobody reviews, how far it has come, and how the site stands. */
export const publishRoutes = (desk: Desk): readonly Route[] => [
  { method: 'POST', path: '/api/publish/:key', takes: 'json', answer: (call) => publish(desk, call) },
  { method: 'GET', path: '/api/publish/:key', takes: 'nothing', answer: (call) => howFar(desk, call) },
  { method: 'GET', path: '/api/status', takes: 'nothing', answer: () => desk.site.state(desk.now()) },
];

export const submissionSchema = z.object({ rev: z.int() });

async function publish(desk: Desk, call: Call): Promise<Publication> {
  const { rev } = parsed(submissionSchema, call.json);
  if (levelsOf(desk.contentDir) > 0)
    throw new Refused(403, { message: '中心要求审核以后才发布。', help: '请点“送审”。' });
  const draft = ownVersion(desk, call, rev);
  if (draft.phase === 'published' || draft.phase === 'approved')
    throw new Refused(409, { message: '已经发布过了。', help: '要改，请写更正。' });
  if (loadSite(desk.contentDir)?.isSample) return write(desk, draft, call, '示例站只写入，不送出');
  return desk.submissions.change((repository) =>
    repository
      ? send(desk, repository, draft, call)
      : write(desk, draft, call, '内容没有和发布的地方连起来，只写在这台电脑上'),
  );
}

/**
 * The version that the clerk has before her.
 * @throws {Refused} 409 where another window writes it, or has written another version
 */
export function ownVersion(desk: Desk, { params, window }: Call, rev: number): DraftRecord {
  const draft = desk.shelf.read(params['key']!);
  if (!desk.leases.take(draft.key, window))
    throw new Refused(409, { message: '另一个窗口正在写这份草稿。', help: '到那个窗口里操作。' });
  if (draft.rev !== rev)
    throw new Refused(409, { message: '这份草稿在别处改过了。', help: '刷新网页，看过再来。' });
  return draft;
}

async function send(
  desk: Desk,
  repository: ContentRepository,
  record: DraftRecord,
  { actor }: Call,
): Promise<Publication> {
  const by = await desk.colleagues.identify(actor);
  const files = filesOf(desk.shelf.folderOf(record.key));
  const { draft } = await ready(desk, record, files, repository);
  setAside(desk, draft);
  const at = waitsUntil(draft, desk.now());
  await publishDraft(desk, repository, {
    ...{ draft, files, author: by, by, approvals: [], rounds: [], branchTip: undefined },
  });
  desk.shelf.amend(draft.key, at === undefined ? { phase: 'published' } : { phase: 'approved', at });
  await desk.archive.ask('refresh');
  return publicationOf(desk, repository, draft.key, answerOf(draft.answers, ID_LABEL));
}

/** For the next build, where there is nowhere to send it to. */
async function write(desk: Desk, record: DraftRecord, { actor }: Call, words: string): Promise<Publication> {
  const folder = filesOf(desk.shelf.folderOf(record.key));
  const { draft, written } = await ready(desk, record, folder);
  writeIn(desk.contentDir, written, new Map(draft.files.map(({ name }) => [name, join(folder, name)])));
  const publication = writtenIn(desk, written, actor, words);
  const { id, digest } = publication;
  desk.shelf.amend(draft.key, { phase: 'published', published: { id, digest, at: desk.now() } });
  return publication;
}

async function howFar(desk: Desk, { params }: Call): Promise<Publication> {
  const key = params['key']!;
  await desk.submissions.lookSoon();
  const { repository } = desk.submissions;
  const kept = desk.shelf.has(key) ? desk.shelf.read(key) : undefined;
  const { published } = kept ?? {};
  if (kept && published) {
    const { id, digest, at } = published;
    return { ...writtenIn(desk, { id, text: '' }, kept.author, '写在这台电脑上'), digest, at };
  }
  if (!repository) throw unpublished();
  return publicationOf(desk, repository, key, kept && answerOf(kept.answers, ID_LABEL));
}
