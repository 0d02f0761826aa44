import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Draft, Publication, Refusal, Work } from '../../src/core/desk/api.ts';
import type { SiteStatus } from '../../src/core/publishing.ts';
import { approve, li, officeWith, submit, wang, written } from './reviewers.ts';

test('without a network a submission waits, says so, and is sent when the network is there again', async () => {
  const office = officeWith(1);
  const [author, reviewer] = [await wang(office), await li(office)];
  const draft = await written(author);
  renameSync(office.bare, `${office.bare}-away`);
  const submitted = await submit(author, draft);
  expect([submitted.status, submitted.body.phase]).toEqual([200, 'submitted']);
  expect(submitted.body.unsent?.help).not.toBe('');
  author.wait(20);
  const offline = (await author.ask<Work>('GET', '/api/work')).body;
  expect(offline.trouble?.message).toBe('找不到发布的地方。');
  expect(offline.waiting).toMatchObject([{ key: draft.key, unsent: { message: '找不到发布的地方。' } }]);
  renameSync(`${office.bare}-away`, office.bare);
  author.wait(20);
  const online = (await author.ask<Work>('GET', '/api/work')).body;
  expect([online.trouble, online.waiting[0]?.unsent]).toEqual([undefined, undefined]);
  expect((await reviewer.ask<Work>('GET', '/api/work')).body.toReview).toHaveLength(1);
  // A reviewer cannot decide alone.
  renameSync(office.bare, `${office.bare}-away`);
  expect(await approve<Refusal>(reviewer, draft.key)).toMatchObject({
    status: 503,
    body: { message: '找不到发布的地方。' },
  });
  renameSync(`${office.bare}-away`, office.bare);
  expect((await approve<{ draft: Draft }>(reviewer, draft.key)).body.draft.phase).toBe('published');
});

test('a remote that takes the question and never answers holds no list up, and nothing that is done meanwhile', async () => {
  const office = officeWith(1);
  const author = await wang(office);
  const draft = await written(author);
  author.clerk.git('config', 'protocol.ext.allow', 'always');
  author.clerk.git('remote', 'set-url', 'origin', 'ext::sleep 60');
  author.wait(20);
  expect((await author.ask<Work>('GET', '/api/work')).body.mine).toHaveLength(1);
  author.clerk.git('remote', 'set-url', 'origin', office.bare);
  expect((await submit(author, draft)).body).toMatchObject({ phase: 'submitted', key: draft.key });
  author.wait(20);
  const { waiting, trouble } = (await author.ask<Work>('GET', '/api/work')).body;
  expect([waiting.length, waiting[0]?.unsent, trouble]).toEqual([1, undefined, undefined]);
});

test('a desk that was ended right after it had sent knows at its next look that it did', async () => {
  const office = officeWith(1);
  const author = await wang(office);
  const draft = await written(author);
  await submit(author, draft);
  const file = join(author.contentDir, '.cache/desk', draft.key, 'draft.json');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('"phase": "submitted"', '"phase": "draft"'));
  author.wait(20);
  const { mine, waiting } = (await author.ask<Work>('GET', '/api/work')).body;
  expect([mine.length, waiting[0]?.phase]).toEqual([0, 'submitted']);
});

test('what the place of publication refuses, a missing name and a missing program are told, and nothing is lost', async () => {
  const office = officeWith(0);
  const author = await wang(office);
  const draft = await written(author);
  const publish = async () => {
    const { rev } = (await author.ask<Draft>('GET', `/api/drafts/${draft.key}`)).body;
    return author.ask<Refusal & Publication>('POST', `/api/publish/${draft.key}`, { rev });
  };
  office.hook('pre-receive', '#!/bin/sh\necho "今天不收公告" >&2\nexit 1\n');
  expect(await publish()).toMatchObject({
    status: 422,
    body: { message: '发布的地方没有收下，写好的都在。', help: '它说：今天不收公告' },
  });
  office.hook('pre-receive', '#!/bin/sh\n');
  author.clerk.git('config', 'user.name', '');
  expect(await publish()).toMatchObject({ status: 422, body: { message: '还不知道您是谁，不能送出。' } });
  author.clerk.git('config', 'user.name', '王芳');
  vi.stubEnv('PATH', '');
  expect(await publish()).toMatchObject({
    status: 503,
    body: { message: '这台电脑缺一个程序，送不出去。' },
  });
  vi.unstubAllEnvs();
  expect(author.clerk.git('status', '--porcelain')).toBe('');
  expect((await author.ask<Draft>('GET', `/api/drafts/${draft.key}`)).body.phase).toBe('draft');
  expect((await publish()).status).toBe(200);
});

test('the strip follows the site: updating, done with a later revision, failed with its reason, silent', async () => {
  const office = officeWith(0);
  let moment = '2026-03-02T08:00:00+08:00';
  let said: SiteStatus | undefined;
  const author = await wang(
    office,
    () => moment,
    () => Promise.resolve(said),
  );
  const draft = await written(author);
  await author.ask('POST', `/api/publish/${draft.key}`, { rev: draft.rev });
  const last = async () => {
    author.wait(20);
    return (await author.ask<Publication>('GET', `/api/publish/${draft.key}`)).body.steps.at(-1);
  };
  const status = { since: moment, seen: moment, findings: [], version: '1' } as const;
  const [revision, before] = office.log('%H');
  said = { ...status, phase: 'building', revision, served: { revision: before, at: moment } };
  expect(await last()).toMatchObject({ name: '网站已更新', state: 'running' });
  said = { ...status, phase: 'failed', revision, reason: '内容里有 1 处错误，网站还是原来的。' };
  expect(await last()).toMatchObject({ state: 'failed', words: '内容里有 1 处错误，网站还是原来的。' });
  said = undefined;
  author.wait(700);
  expect(await last()).toMatchObject({ state: 'failed', words: '网站的机器没有回应' });
  expect((await author.ask<Work>('GET', '/api/work')).body.site.state).toBe('silent');
  said = { ...status, phase: 'current', served: { revision, at: moment } };
  expect(await last()).toMatchObject({ state: 'done' });
  author.wait(20);
  expect((await author.ask<Work>('GET', '/api/work')).body.site.words).toBe('最近一次发布：今天 08:00');
  moment = '2026-03-04T08:00:00+08:00';
  expect((await author.ask<Work>('GET', '/api/work')).body.site.state).toBe('silent');
});
