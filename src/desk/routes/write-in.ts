import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Publication } from '../../core/desk/api.ts';
import { loadSite } from '../../core/corpus/load.ts';
import { answerOf, ID_LABEL } from '../../core/drafting/draft.ts';
import { readSettings } from '../../settings.ts';
import { announcementPath, basePath, origin } from '../../site/address.ts';
import type { Desk } from '../desk.ts';
import { filesOf } from '../drafts/attachments.ts';
import type { DraftRecord } from '../drafts/record.ts';
import { Refused } from '../refused.ts';
import type { Call, Route } from '../router.ts';
import { writeIn } from '../write-in.ts';

/** 写入: a draft that nothing stands against becomes a file of the content folder, for the next build. */
export const writeInRoutes = (desk: Desk): readonly Route[] => [
  { method: 'POST', path: '/api/publish/:key', takes: 'json', answer: (call) => publish(desk, call) },
];

async function publish(desk: Desk, { params, actor, window }: Call): Promise<Publication> {
  const draft = await named(desk, desk.shelf.read(params['key']!));
  if (!desk.leases.take(draft.key, window))
    throw new Refused(409, { message: '另一个窗口正在写这份草稿。', help: '到那个窗口里写入。' });
  if (draft.phase === 'published')
    throw new Refused(409, { message: '已经写入。', help: '要改，请写更正。' });
  const folder = filesOf(desk.shelf.folderOf(draft.key));
  await desk.archive.ask('refresh');
  const { canBeSubmitted, findings } = await desk.archive.ask('check', draft, folder, desk.now());
  const error = findings.find(({ severity }) => severity === 'error');
  if (!canBeSubmitted) throw new Refused(422, { message: `${error?.message ?? ''}。`, help: error?.help });
  const written = await desk.archive.ask('written', draft, desk.now());
  if (!written) throw new Refused(422, { message: '现在没有这种公告。', help: '选一种现在有的类型。' });
  writeIn(desk.contentDir, written, new Map(draft.files.map(({ name }) => [name, join(folder, name)])));
  desk.shelf.amend(draft.key, { phase: 'published' });
  const site = loadSite(desk.contentDir);
  const settings = readSettings();
  return {
    id: written.id,
    address: `${origin(settings, site)}${basePath(settings, site)}${announcementPath(written.id)}`,
    steps: [
      { name: '已检查', state: 'done' },
      { name: '已写入', state: 'done' },
      { name: '网站已更新', state: 'waiting', words: '下一次生成网站时公布' },
    ],
    digest: createHash('sha256').update(written.text).digest('hex'),
    author: actor,
    reviewers: [],
  };
}

/** The address is for ever: where the clerk has named none, it is the one that was proposed. */
async function named(desk: Desk, record: DraftRecord): Promise<DraftRecord> {
  if (answerOf(record.answers, ID_LABEL) !== undefined) return record;
  const proposed = (await desk.archive.ask('proposals', record.answers, desk.now()))[ID_LABEL]?.answer;
  if (typeof proposed !== 'string')
    throw new Refused(422, { message: '还没有标识。', help: '写上标识，它就是网址。', about: ID_LABEL });
  return desk.shelf.save(record.key, record.rev, { answers: { ...record.answers, [ID_LABEL]: proposed } });
}
