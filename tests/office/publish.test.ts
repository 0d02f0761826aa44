import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordsOfFault } from '../../src/office/fault-words.ts';
import type { GitFault } from '../../src/office/git-process.ts';
import type { Plan } from '../../src/office/publish.ts';
import { NOTICE, notice } from '../cli/command.ts';
import { git, Office } from './clerks.ts';

const other = 'announcements/general/2026/gm-tz-2026-002.md';
const half = 'announcements/general/2026/gm-tz-2026-003.md';
const holiday = (title: string): string => notice({ 标题: `标题: ${title}` });

test('what is named is published, and what somebody has not finished stays as it is', async () => {
  const office = new Office();
  const clerk = office.clerk();
  clerk.write(NOTICE, notice());
  clerk.write(half, '还没有写完');
  const plans: Plan[] = [];
  const published = await clerk.publish([NOTICE], { checked: (plan) => plans.push(plan) });
  expect(published).toEqual({
    kind: 'sent',
    revision: git(office.bare, 'rev-parse', 'main'),
    isBehind: false,
  });
  expect(plans.map(({ subjects }) => subjects)).toEqual([
    [
      {
        kind: 'new',
        id: 'gm-tz-2026-001',
        title: '关于清明节期间业务办理安排的通知',
        type: '通知',
        attachments: 0,
      },
    ],
  ]);
  expect(office.log()[0]).toBe('王芳 发布：关于清明节期间业务办理安排的通知');
  expect(office.show(half)).toBeUndefined();
  expect(clerk.git('status', '--porcelain')).toBe(`?? ${half}`);
  expect(await clerk.publish([NOTICE])).toEqual({ kind: 'nothing' });
});

test('what others have published meanwhile comes along, and both are there in the end', async () => {
  const office = new Office();
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  wang.write(NOTICE, notice());
  li.write(other, holiday('关于端午节期间业务办理安排的通知'));
  expect((await wang.publish([NOTICE])).kind).toBe('sent');
  expect(await li.publish([other])).toMatchObject({ kind: 'sent', isBehind: false });
  expect(office.log('%an').slice(0, 2)).toEqual(['李强', '王芳']);
  expect(li.read(NOTICE)).toBe(notice());
  expect(li.git('status', '--porcelain')).toBe('');
});

test('whoever is overtaken in the very moment of sending comes after the other', async () => {
  const office = new Office();
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  wang.write(NOTICE, notice());
  li.write(other, holiday('关于端午节期间业务办理安排的通知'));
  const steps: string[] = [];
  const published = await li.publish([other], {
    agree: async () => (await wang.publish([NOTICE])).kind === 'sent',
    told: (step) => steps.push(step),
  });
  expect(published.kind).toBe('sent');
  expect(steps.filter((step) => step === 'overtaken')).toHaveLength(1);
  expect(office.log('%an').slice(0, 2)).toEqual(['李强', '王芳']);
});

test('whoever is overtaken while the server takes it is not refused, but comes after the other', async () => {
  const office = new Office();
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  const branch = 'desk/aaaaaaaaaaaaaaaa';
  wang.git('push', '-q', 'origin', `HEAD:refs/heads/${branch}`);
  const at = wang.git('rev-parse', 'HEAD');
  li.git('commit', '-q', '--allow-empty', '-m', '李强先到');
  li.git('push', '-q', 'origin', 'HEAD:refs/heads/faster');
  // The branch moves after the server has named it, and before it brings it on.
  office.hook(
    'pre-receive',
    '#!/bin/sh\nunset GIT_QUARANTINE_PATH\ngit update-ref refs/heads/main refs/heads/faster\n',
  );
  wang.write(NOTICE, notice());
  const steps: string[] = [];
  const published = await wang.publish([NOTICE], {
    ends: { branch, at },
    told: (step) => {
      steps.push(step);
      // The hook moves it once.
      if (step === 'overtaken') office.hook('pre-receive', '#!/bin/sh\n');
    },
  });
  expect(published.kind).toBe('sent');
  expect(steps.filter((step) => step === 'overtaken')).toHaveLength(1);
  expect(office.log('%s').slice(0, 2)).toEqual([expect.stringMatching(/^发布：/u), '李强先到']);
  expect(wang.git('ls-remote', '--heads', 'origin', branch)).toBe('');
});

test('the second to take an id is told who has it, and keeps what was written', async () => {
  const office = new Office();
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  wang.write(NOTICE, notice());
  li.write(NOTICE, holiday('关于端午节期间业务办理安排的通知'));
  await wang.publish([NOTICE]);
  const before = li.git('rev-parse', 'HEAD');
  expect(await li.publish([NOTICE])).toEqual({
    kind: 'clash',
    clashes: [
      { path: NOTICE, isNewToBoth: true, theirs: { name: '王芳', at: expect.any(String) as string } },
    ],
  });
  expect(li.read(NOTICE)).toContain('端午节');
  expect(li.git('rev-parse', 'HEAD')).toBe(before);
  expect(office.show(NOTICE)).toContain('清明节');
});

test('one id in two folders is found when both are put together', async () => {
  const office = new Office();
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  wang.write(NOTICE, notice());
  li.write('announcements/general/2025/gm-tz-2026-001.md', holiday('关于端午节期间业务办理安排的通知'));
  await wang.publish([NOTICE]);
  const found: string[] = [];
  const published = await li.publish(['announcements/general/2025/gm-tz-2026-001.md'], {
    checked: ({ checked }) => found.push(...checked.findings.map(({ code }) => code)),
  });
  expect(published.kind).toBe('faulty');
  expect(found).toContain('F402');
});

test('a file that both write in is not mixed: the other version waits until that is solved', async () => {
  const office = new Office({ [other]: holiday('关于端午节期间业务办理安排的通知') });
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  const page = 'pages/about.md';
  wang.write(page, `${wang.read(page)}\n王芳加的一段。\n`);
  li.write(page, `${li.read(page)}\n李强写到一半。\n`);
  li.write(NOTICE, notice());
  await wang.publish([page]);
  expect(await li.publish([NOTICE])).toMatchObject({ kind: 'sent', isBehind: true });
  expect(li.read(page)).toContain('李强写到一半');
  expect(office.show(page)).toContain('王芳加的一段');
  expect(await li.publish([page])).toMatchObject({
    kind: 'clash',
    clashes: [{ path: page, isNewToBoth: false, theirs: { name: '王芳' } }],
  });
  expect(await li.publish([NOTICE])).toEqual({ kind: 'nothing' });
});

test('what has an error is not published, and nothing moves', async () => {
  const office = new Office();
  const clerk = office.clerk();
  clerk.write(NOTICE, notice({ 标题: '标题：少了半角冒号' }));
  const before = clerk.git('rev-parse', 'HEAD');
  expect(await clerk.publish([NOTICE])).toEqual({ kind: 'faulty' });
  expect(clerk.git('rev-parse', 'HEAD')).toBe(before);
  expect(clerk.git('status', '--porcelain')).toBe(`?? announcements/`);
  expect(office.show(NOTICE)).toBeUndefined();
});

test('what is published already is not changed or deleted without a word', async () => {
  const office = new Office({ [NOTICE]: notice() });
  const clerk = office.clerk();
  const codes: string[] = [];
  const checked = ({ checked }: Plan): void => void codes.push(...checked.findings.map(({ code }) => code));
  clerk.write(NOTICE, holiday('关于劳动节期间业务办理安排的通知'));
  expect(await clerk.publish([NOTICE], { checked })).toEqual({ kind: 'faulty' });
  rmSync(`${clerk.contentDir}/${NOTICE}`);
  expect(await clerk.publish([NOTICE], { checked })).toEqual({ kind: 'faulty' });
  expect(codes).toEqual(['K101', 'K102']);
});

test('what the server refuses is told in its own words, and is still there to be put right', async () => {
  const office = new Office();
  office.hook('pre-receive', '#!/bin/sh\necho "今天不收公告，请明天再发" >&2\nexit 1\n');
  const clerk = office.clerk();
  clerk.write(NOTICE, notice());
  const before = clerk.git('rev-parse', 'HEAD');
  expect(await clerk.publish([NOTICE])).toEqual({ kind: 'refused', words: ['今天不收公告，请明天再发'] });
  expect(clerk.git('rev-parse', 'HEAD')).toBe(before);
  expect(clerk.read(NOTICE)).toBe(notice());
});

test('a remote that is gone is told in a sentence, and a password in its address is not', async () => {
  const office = new Office();
  const clerk = office.clerk();
  clerk.write(NOTICE, notice());
  clerk.git('remote', 'set-url', 'origin', `${office.bare}-moved`);
  const fault = await clerk.publish([NOTICE]).catch((reason: unknown) => reason as GitFault);
  expect(wordsOfFault(fault as GitFault)).toContain('找不到发布的地方');
  clerk.git('remote', 'set-url', 'origin', 'https://wang:secret@127.0.0.1:1/office.git');
  const refused = await clerk.publish([NOTICE]).catch((reason: unknown) => reason as GitFault);
  expect(wordsOfFault(refused as GitFault)).toContain('连不上发布的地方');
  expect(wordsOfFault(refused as GitFault)).not.toContain('secret');
  expect(clerk.read(NOTICE)).toBe(notice());
});

test('who stops meanwhile loses nothing and may begin again', async () => {
  const office = new Office();
  const clerk = office.clerk();
  clerk.write(NOTICE, notice());
  const stop = new AbortController();
  const told = (step: string): void => {
    if (step === 'send') stop.abort();
  };
  await expect(clerk.publish([NOTICE], { told, signal: stop.signal })).rejects.toThrow('stopped');
  expect(clerk.git('status', '--porcelain')).toBe(`?? announcements/`);
  expect((await clerk.publish([NOTICE])).kind).toBe('sent');
});

test('what was sent by a run that was broken off afterwards is known to be published, and the folder follows', async () => {
  const office = new Office();
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  wang.write(NOTICE, notice());
  li.write(NOTICE, notice());
  await li.publish([NOTICE]);
  expect(await wang.publish([NOTICE])).toEqual({ kind: 'nothing' });
  expect([wang.git('status', '--porcelain'), wang.git('rev-parse', 'HEAD')]).toEqual([
    '',
    office.log('%H')[0],
  ]);
});

test('without a place to send it to it is remembered on this machine', async () => {
  const clerk = new Office().clerk();
  clerk.git('remote', 'remove', 'origin');
  clerk.write(NOTICE, notice());
  expect(await clerk.publish([NOTICE])).toEqual({ kind: 'kept', revision: clerk.git('rev-parse', 'HEAD') });
  expect(clerk.git('status', '--porcelain')).toBe('');
});

test('who reviewed stands below the message, and who wrote may be another than who publishes', async () => {
  const office = new Office();
  const clerk = office.clerk();
  clerk.write(NOTICE, notice());
  const author = { name: '李强', email: 'li@example.invalid' };
  await clerk.publish([NOTICE], { author, trailers: ['Written-by: 李强', 'Reviewed-by: 王芳'] });
  const format = '%an/%cn/%(trailers:key=Reviewed-by,valueonly,separator=%x2C)';
  expect(office.log(format)[0]).toBe('李强/王芳/王芳');
});
