import { expect, test } from 'vitest';
import type { Draft, Publication, Refusal, Review, Work } from '../../src/core/desk/api.ts';
import { git } from '../office/clerks.ts';
import { ALL_TICKS, approve, li, officeWith, submit, wang, written, zhao } from './reviewers.ts';

interface Judged {
  readonly draft: Draft;
  readonly publication?: Publication;
}

test('with two levels it is public once two others have approved, as one change that names them all', async () => {
  const office = officeWith(2);
  const [author, first, second] = [await wang(office), await li(office), await zhao(office)];
  const draft = await written(author, {}, { 'list.txt': '名单\n' });
  const submitted = await submit(author, draft);
  expect([submitted.status, submitted.body.phase]).toEqual([200, 'submitted']);
  expect(author.clerk.git('status', '--porcelain')).toBe('');
  expect((await author.ask<Work>('GET', '/api/work')).body.toReview).toEqual([]);

  first.wait(20);
  const work = (await first.ask<Work>('GET', '/api/work')).body;
  expect(work.toReview).toMatchObject([
    { key: draft.key, title: '关于示例的通知', author: { id: 'wang', name: '王芳' }, approvals: 0 },
  ]);
  const review = (await first.ask<Review>('GET', `/api/reviews/${draft.key}`)).body;
  expect(review).toMatchObject({
    ...{ level: 1, levels: 2, changes: [], publishes: { kind: 'now' } },
    draft: { body: '今天不办理业务。', files: [{ name: 'list.txt' }], isReadOnly: true },
    rounds: [{ event: 'submitted', actor: { name: '王芳' } }],
  });
  expect(review.whyNot).toBeUndefined();
  const none = await first.ask<Refusal>('GET', `/api/reviews/${draft.key}/original`);
  expect([none.status, none.body.message]).toEqual([404, '这份公告不是从文件来的。']);
  const own = (await author.ask<Review>('GET', `/api/reviews/${draft.key}`)).body;
  expect(own.whyNot).toContain('自己写的不能自己审核');

  expect((await approve<Judged>(first, draft.key)).body.draft).toMatchObject({
    phase: 'submitted',
    approvals: 1,
  });
  expect(office.log()).toHaveLength(1);
  // The same person is not two levels.
  expect((await approve<Refusal>(first, draft.key)).status).toBe(403);
  expect((await approve<Refusal>(author, draft.key)).status).toBe(403);

  const last = await approve<Judged>(second, draft.key);
  expect(last.body.publication).toMatchObject({
    id: 'gm-tz-2026-002',
    author: { name: '王芳' },
    reviewers: [{ name: '李强' }, { name: '赵敏' }],
    steps: [
      { name: '已检查', state: 'done' },
      { name: '已提交', state: 'done' },
      { name: '网站已更新', state: 'waiting' },
    ],
  });
  expect(office.log('%an/%cn %s')[0]).toBe('王芳/赵敏 发布：关于示例的通知');
  const trailers = office.log('%(trailers:only)').join('\n');
  expect(trailers).toContain('Written-by: 王芳 <wang@example.invalid>');
  expect(trailers).toContain(
    'Reviewed-by: 李强 <li@example.invalid>\nReviewed-by: 赵敏 <zhao@example.invalid>',
  );
  expect(trailers).toContain('Level: 2');
  expect(git(office.bare, 'show', '--name-only', '--format=', 'main').split('\n')).toEqual([
    'announcements/general/2026/gm-tz-2026-002/index.md',
    'announcements/general/2026/gm-tz-2026-002/list.txt',
  ]);
  expect(git(office.bare, 'branch', '--list', 'desk/*')).toBe('');
  author.wait(20);
  const after = (await author.ask<Publication>('GET', `/api/publish/${draft.key}`)).body;
  expect(after.id).toBe('gm-tz-2026-002');
  expect((await author.ask<Draft>('GET', `/api/drafts/${draft.key}`)).body.phase).toBe('published');
  expect([author, first, second].flatMap(({ reported }) => reported)).toEqual([]);
});

test('what comes back says why and of which field, is put right, and shows what has changed since', async () => {
  const office = officeWith(1);
  const [author, reviewer] = [await wang(office), await li(office)];
  const draft = await written(author);
  await submit(author, draft);
  expect((await reviewer.ask('POST', `/api/reviews/${draft.key}/return`, { reason: ' ' })).status).toBe(422);
  const looked = (await reviewer.ask<Review>('GET', `/api/reviews/${draft.key}`)).body;
  const fields = [{ label: '发布单位', reason: '写全称' }];
  await reviewer.ask('POST', `/api/reviews/${draft.key}/return`, { reason: '单位不对\n请核对', fields });

  author.wait(20);
  const { returned } = (await author.ask<Work>('GET', '/api/work')).body;
  expect(returned).toMatchObject([{ key: draft.key, phase: 'returned', reason: '单位不对\n请核对' }]);
  const back = (await author.ask<Draft>('GET', `/api/drafts/${draft.key}`)).body;
  expect(back.returnedFields).toEqual(fields);
  const answers = { ...back.answers, 发布单位: '示例中心办公室' };
  const edit = { rev: back.rev, answers, body: '今天不办理业务。\n\n明天照常。', files: [] };
  await author.ask('PUT', `/api/drafts/${draft.key}`, edit);
  await submit(author, { key: draft.key, rev: back.rev + 1 });

  // Who looked at yesterday's version is told.
  const old = { digest: looked.digest, ticks: ALL_TICKS };
  const stale = await reviewer.ask<Refusal>('POST', `/api/reviews/${draft.key}/approve`, old);
  expect([stale.status, stale.body.message]).toEqual([409, '您看的不是现在这一版。']);
  const review = (await reviewer.ask<Review>('GET', `/api/reviews/${draft.key}`)).body;
  expect(review.changes).toEqual([
    { label: '发布单位', before: '示例中心', after: '示例中心办公室' },
    { label: '正文', after: '明天照常。' },
  ]);
  expect(review.rounds.map(({ event }) => event)).toEqual(['submitted', 'returned', 'submitted']);
  const some = { digest: review.digest, ticks: ['title'] };
  expect((await reviewer.ask('POST', `/api/reviews/${draft.key}/approve`, some)).status).toBe(422);
  expect((await approve<Judged>(reviewer, draft.key)).body.draft.phase).toBe('published');
  expect([author, reviewer].flatMap(({ reported }) => reported)).toEqual([]);
});

test('the author may take it back with a reason, and the reviewer who still had it before her is told', async () => {
  const office = officeWith(1);
  const [author, reviewer] = [await wang(office), await li(office)];
  const draft = await written(author);
  await submit(author, draft);
  const { digest } = (await reviewer.ask<Review>('GET', `/api/reviews/${draft.key}`)).body;
  expect((await author.ask('POST', `/api/drafts/${draft.key}/take-back`, { reason: '' })).status).toBe(422);
  const back = await author.ask<Draft>('POST', `/api/drafts/${draft.key}/take-back`, { reason: '还要改' });
  expect([back.status, back.body.phase]).toEqual([200, 'draft']);
  const late = await reviewer.ask('POST', `/api/reviews/${draft.key}/approve`, { digest, ticks: ALL_TICKS });
  expect(late.status).toBe(409);
  reviewer.wait(20);
  expect((await reviewer.ask<Work>('GET', '/api/work')).body.toReview).toEqual([]);
  expect((await submit(author, back.body)).body.phase).toBe('submitted');
  expect((await approve<Judged>(reviewer, draft.key)).body.draft.phase).toBe('published');
});

test('where review is asked for nothing is published without, and where it is not nothing is submitted', async () => {
  const asked = await wang(officeWith(1));
  const draft = await written(asked);
  const refused = await asked.ask<Refusal>('POST', `/api/publish/${draft.key}`, { rev: draft.rev });
  expect([refused.status, refused.body.message]).toEqual([403, '中心要求审核以后才发布。']);
  const office = officeWith(0);
  const free = await wang(office);
  const own = await written(free);
  expect((await submit(free, own)).status).toBe(422);
  const done = await free.ask<Publication>('POST', `/api/publish/${own.key}`, { rev: own.rev });
  expect(done.body.steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
    '已检查 done',
    '已提交 done',
    '网站已更新 waiting',
  ]);
  expect(office.log('%an %s')[0]).toBe('王芳 发布：关于示例的通知');
  expect(office.log('%(trailers:key=Written-by,valueonly)')[0]).toBe('王芳 <wang@example.invalid>');
  expect(free.clerk.read('announcements/general/2026/gm-tz-2026-002.md')).toContain('今天不办理业务。');
  expect(free.clerk.git('status', '--porcelain')).toBe('');
});

test('of two that were submitted under one id the second gets the next number, and is told', async () => {
  const office = officeWith(1);
  const [author, other, reviewer] = [await wang(office), await zhao(office), await li(office)];
  const [one, two] = [await written(author), await written(other, { 标题: '关于另一件事的通知' })];
  await Promise.all([submit(author, one), submit(other, two)]);
  expect((await approve<Judged>(reviewer, one.key)).body.publication?.id).toBe('gm-tz-2026-002');
  const second = (await approve<Judged>(reviewer, two.key)).body.publication;
  expect(second).toMatchObject({
    id: 'gm-tz-2026-003',
    steps: [{ words: expect.stringContaining('gm-tz-2026-003') }, {}, {}],
  });
  expect(office.show('announcements/general/2026/gm-tz-2026-002.md')).toContain('关于示例的通知');
  expect(office.show('announcements/general/2026/gm-tz-2026-003.md')).toContain('关于另一件事的通知');
});
