import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Draft, Publication, Refusal, Review, Work } from '../../src/core/desk/api.ts';
import { answersIn } from '../../src/desk/history/answers-in.ts';
import { timingOf } from '../../src/desk/review/timing.ts';
import { ALL_TICKS, approve, li, officeWith, submit, wang, written } from './reviewers.ts';

const FILE = 'announcements/general/2026/gm-tz-2026-002.md';

interface Judged {
  readonly draft: Draft;
  readonly publication?: Publication;
}

test('a timed announcement waits after its approval; until it is due its author may take it back, and no longer', async () => {
  const office = officeWith(1);
  let moment = '2026-03-02T08:00:00+08:00';
  const [author, reviewer] = [await wang(office, () => moment), await li(office, () => moment)];
  const draft = await written(author, { 发布时间: '2026-03-03 09:00', 定时: '是' });
  await submit(author, draft);
  const judged = (await approve<Judged>(reviewer, draft.key)).body;
  expect(judged.draft).toMatchObject({ phase: 'approved', at: '2026-03-03T09:00:00+08:00' });
  expect(judged.publication?.steps.at(-1)).toMatchObject({ state: 'waiting' });
  expect(office.show(FILE)).toContain('定时');
  author.wait(20);
  expect((await author.ask<Work>('GET', '/api/work')).body.waiting).toMatchObject([
    { key: draft.key, phase: 'approved', at: '2026-03-03T09:00:00+08:00' },
  ]);
  const back = await author.ask<Draft>('POST', `/api/drafts/${draft.key}/take-back`, {
    reason: '时间要改',
  });
  expect([back.status, back.body.phase]).toEqual([200, 'draft']);
  expect(office.show(FILE)).toBeUndefined();
  expect(author.clerk.read(FILE)).toBeUndefined();
  expect(office.log('%(trailers:key=Taken-back-by,valueonly)')[0]).toBe('王芳 <wang@example.invalid>');

  await submit(author, back.body);
  expect((await approve<Judged>(reviewer, draft.key)).body.draft.phase).toBe('approved');
  moment = '2026-03-03T09:01:00+08:00';
  author.wait(20);
  const { waiting } = (await author.ask<Work>('GET', '/api/work')).body;
  expect(waiting).toEqual([]);
  const late = await author.ask<Refusal>('POST', `/api/drafts/${draft.key}/take-back`, { reason: '晚了' });
  expect(late.status).toBe(409);
  expect(office.show(FILE)).toContain('关于示例的通知');
});

test('a time that has passed while it lay there becomes the minute of the approval, and the reviewer is told before', async () => {
  const office = officeWith(1);
  let moment = '2026-03-02T08:00:00+08:00';
  const [author, reviewer] = [await wang(office, () => moment), await li(office, () => moment)];
  const draft = await written(author);
  await submit(author, draft);
  moment = '2026-03-02T14:25:40+08:00';
  const { publishes } = (await reviewer.ask<Review>('GET', `/api/reviews/${draft.key}`)).body;
  expect(publishes).toMatchObject({ kind: 'late', at: '2026-03-02T14:25:00+08:00' });
  await approve(reviewer, draft.key);
  expect(office.show(FILE)).toContain('发布时间: 2026-03-02 14:25');
});

test('where the periods of law are not kept any more by the minute of the approval, it is refused with words', async () => {
  const office = officeWith(1);
  let moment = '2026-03-02T08:30:00+08:00';
  const [author, reviewer] = [await wang(office, () => moment), await li(office, () => moment)];
  const sample = 'content/announcements/construction/2026/gm-js-2026-009-tender.md';
  const { answers, body } = answersIn(sample, readFileSync(sample, 'utf8'));
  const tender = { category: 'construction', type: '招标公告' };
  const { key } = (await author.ask<Draft>('POST', '/api/drafts', tender)).body;
  moment = `${(answers['发布时间'] as string).replace(' ', 'T')}:00+08:00`;
  await author.ask('PUT', `/api/drafts/${key}`, { rev: 1, answers, body, files: [] });
  const submitted = await submit(author, { key, rev: 2 });
  expect(submitted.body).toMatchObject({ phase: 'submitted' });
  // The day before bids are opened.
  const deadline = Temporal.PlainDateTime.from((answers['投标截止'] as string).replace(' ', 'T'));
  moment = `${deadline.subtract({ days: 1 }).toString({ smallestUnit: 'second' })}+08:00`;
  reviewer.wait(20);
  const review = (await reviewer.ask<Review>('GET', `/api/reviews/${key}`)).body;
  expect(review.publishes.kind).toBe('late');
  expect(review.whyNot).toContain('检查没有通过');
  const { digest } = review;
  const refused = await reviewer.ask<Refusal>('POST', `/api/reviews/${key}/approve`, {
    ...{ digest, ticks: ALL_TICKS },
  });
  expect([refused.status, refused.body.message]).toEqual([422, expect.stringMatching(/日/u)]);
  expect(office.log()).toHaveLength(1);
});

test('a draft that lay until its periods are too short is refused when it is submitted, not only by the reviewer', async () => {
  const office = officeWith(1);
  let moment = '2026-03-02T08:30:00+08:00';
  const author = await wang(office, () => moment);
  const sample = 'content/announcements/construction/2026/gm-js-2026-009-tender.md';
  const { answers, body } = answersIn(sample, readFileSync(sample, 'utf8'));
  const tender = { category: 'construction', type: '招标公告' };
  const { key } = (await author.ask<Draft>('POST', '/api/drafts', tender)).body;
  const deadline = Temporal.PlainDateTime.from((answers['投标截止'] as string).replace(' ', 'T'));
  moment = `${deadline.subtract({ days: 1 }).toString({ smallestUnit: 'second' })}+08:00`;
  await author.ask('PUT', `/api/drafts/${key}`, { rev: 1, answers, body, files: [] });
  const refused = await author.ask<Refusal>('POST', `/api/drafts/${key}/submit`, { rev: 2 });
  expect([refused.status, refused.body.message]).toEqual([
    422,
    expect.stringMatching(/^写的发布时间已经过了，照现在发布：.*日/u),
  ]);
  expect((await author.ask<Draft>('GET', `/api/drafts/${key}`)).body.phase).toBe('draft');
});

test.each([
  ['2026-03-02 08:00', '', '2026-03-02T08:09:00+08:00', 'now'],
  ['2026-03-02 08:00', '', '2026-03-02T08:11:00+08:00', 'late'],
  ['2026-03-02 09:00', '', '2026-03-02T08:00:00+08:00', 'now'],
  ['2026-03-02 09:00', '是', '2026-03-02T08:00:00+08:00', 'timed'],
  ['2026-03-02 09:00', '是', '2026-03-02T09:20:00+08:00', 'late'],
])('发布时间 %s 定时 %s, approved at %s: %s', (at, timed, now, kind) => {
  const answers = { 类别: '通知公告', 类型: '通知', 发布时间: at, ...(timed && { 定时: timed }) };
  expect(timingOf(answers, now).kind).toBe(kind);
});
