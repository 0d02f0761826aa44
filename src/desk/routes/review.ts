import { z } from 'zod';
import type { Draft, Preview, Review } from '../../core/desk/api.ts';
import type { ContentRepository } from '../../office/repository.ts';
import type { Desk } from '../desk.ts';
import { draftOf } from '../draft-view.ts';
import type { DraftRecord } from '../drafts/record.ts';
import { parsed } from '../parsed.ts';
import { Refused } from '../refused.ts';
import { approve, sendBack } from '../review/judge.ts';
import { levelsOf, reviewOf, versionOf } from '../review/review.ts';
import { noRepository, submit } from '../review/submit.ts';
import { takeBack } from '../review/take-back.ts';
import { inRepository } from '../review/trouble.ts';
import type { Version } from '../review/versions.ts';
import type { Call, Route } from '../router.ts';
import { originalShown } from './original.ts';
import { ownVersion, submissionSchema } from './publish.ts';

/** 送审、撤回；审核：看、通过、退回. */
export const reviewRoutes = (desk: Desk): readonly Route[] => [
  { method: 'POST', path: '/api/drafts/:key/submit', takes: 'json', answer: (call) => send(desk, call) },
  { method: 'POST', path: '/api/drafts/:key/take-back', takes: 'json', answer: (call) => end(desk, call) },
  { method: 'GET', path: '/api/reviews/:key', takes: 'nothing', answer: (call) => look(desk, call) },
  { method: 'GET', path: '/api/reviews/:key/preview', takes: 'nothing', answer: (call) => show(desk, call) },
  {
    method: 'GET',
    path: '/api/reviews/:key/original',
    takes: 'nothing',
    answer: async ({ params }) => originalShown(desk, (await versionIn(desk, params['key']!)).original),
  },
  {
    method: 'POST',
    path: '/api/reviews/:key/approve',
    takes: 'json',
    answer: ({ params, actor, json }) => approve(desk, params['key']!, actor, parsed(approvalSchema, json)),
  },
  {
    method: 'POST',
    path: '/api/reviews/:key/return',
    takes: 'json',
    answer: ({ params, actor, json }) => sendBack(desk, params['key']!, actor, parsed(returnSchema, json)),
  },
];

const takingBackSchema = z.object({ reason: z.string() });

const approvalSchema = z.object({
  digest: z.string(),
  ticks: z.array(z.enum(['title', 'times', 'amounts', 'files'])),
});

const returnSchema = z.object({
  reason: z.string(),
  fields: z.array(z.object({ label: z.string(), reason: z.string() })).default([]),
});

async function send(desk: Desk, call: Call): Promise<Draft> {
  const { rev } = parsed(submissionSchema, call.json);
  if (levelsOf(desk.contentDir) === 0)
    throw new Refused(422, { message: '中心不要求审核。', help: '请直接点“发布”。' });
  const draft = ownVersion(desk, call, rev);
  if (draft.phase !== 'draft' && draft.phase !== 'returned')
    throw new Refused(409, { message: '已经送审过了。', help: '要改的先撤回。' });
  return shown(desk, await submit(desk, draft, call.actor));
}

async function end(desk: Desk, { params, actor, json }: Call): Promise<Draft> {
  const { reason } = parsed(takingBackSchema, json);
  const draft = desk.shelf.read(params['key']!);
  if (draft.phase !== 'submitted' && draft.phase !== 'approved')
    throw new Refused(409, { message: '这一份没有在审核，也没有在等发布。', help: '刷新网页看看。' });
  return shown(desk, await takeBack(desk, draft, actor, reason));
}

const shown = (desk: Desk, record: DraftRecord): Draft => ({
  ...draftOf(record, { proposals: {}, isReadOnly: false }),
  unsent: desk.submissions.whyUnsent(record.key),
});

async function look(desk: Desk, { params, actor }: Call): Promise<Review> {
  return inRepository(async () => {
    const repository = await known(desk);
    return reviewOf(desk, repository, desk.submissions.find(params['key']!), actor);
  });
}

async function show(desk: Desk, { params }: Call): Promise<Preview> {
  const { draft, files } = await versionIn(desk, params['key']!);
  return desk.previews.show(draft, files);
}

const versionIn = (desk: Desk, key: string): Promise<Version> =>
  inRepository(async () => versionOf(desk, await known(desk), desk.submissions.find(key)));

async function known(desk: Desk): Promise<ContentRepository> {
  await desk.submissions.lookSoon();
  const { repository } = desk.submissions;
  if (!repository) throw noRepository();
  return repository;
}
