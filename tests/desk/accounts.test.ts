import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import type { DeskFacts, Draft, Publication, Review, Work } from '../../src/core/desk/api.ts';
import { writeAccount } from '../../src/desk/accounts/accounts.ts';
import { AuditLog, verifyLog } from '../../src/desk/accounts/audit.ts';
import { faultOfPassword, seal } from '../../src/desk/accounts/password.ts';
import { openDesk } from '../../src/desk/open.ts';
import { auditFileOf } from '../../src/desk/place.ts';
import { contentFolder, run, temporaryFolder } from '../cli/command.ts';
import { NOW } from './open.ts';
import { ALL_TICKS, officeWith } from './reviewers.ts';

const ORIGIN = 'https://desk.example.invalid';
const PASSWORD = '高明的密码 2026 很长';

/** What a browser behind the encrypting server sends. */
const OWN = {
  Host: 'desk.example.invalid',
  'X-Forwarded-Proto': 'https',
  'X-Desk-Window': 'window-1',
  Origin: ORIGIN,
  'Sec-Fetch-Site': 'same-origin',
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => void server.close(done));
  return port;
}

/** A desk for several people, and how it is asked. */
async function sharedDesk(contentDir: string) {
  const accountsFile = join(temporaryFolder(), 'accounts.json');
  const password = await seal(PASSWORD);
  const people = [
    ['wang', '王芳', ['write']],
    ['li', '李强', ['write', 'review']],
    ['zhao', '赵敏', ['review', 'manage']],
  ] as const;
  for (const [id, name, duties] of people)
    writeAccount(accountsFile, {
      ...{ id, name, password },
      email: `${id}@example.invalid`,
      duties: [...duties],
    });
  let passed = 1;
  const port = await freePort();
  const page = temporaryFolder();
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>办事台</title>');
  const desk = await openDesk({
    ...{ contentDir, page, programs: '', version: '0.0.0' },
    now: () => NOW,
    milliseconds: () => passed,
    bundle: () => Promise.reject(new Error('Nothing renders pages in this test.')),
    askSite: () => Promise.resolve('none'),
    askClock: () => Promise.resolve(undefined),
    published: () => new Set(),
    report: () => {},
    shared: { host: '127.0.0.1', port, origin: ORIGIN, previewOrigin: `${ORIGIN}:8443`, accountsFile },
  });
  onTestFinished(() => desk.close());
  const ask = async <T = unknown>(method: string, path: string, body?: unknown, more: object = {}) => {
    const headers = { ...OWN, ...(body !== undefined && { 'Content-Type': 'application/json' }), ...more };
    return new Promise<{ status: number; body: T; cookie: string }>((done, fail) => {
      request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        const [cookie = ''] = answer.headers['set-cookie'] ?? [];
        void text(answer).then((said) =>
          done({
            status: answer.statusCode!,
            body: (said.startsWith('{') ? JSON.parse(said) : said) as T,
            cookie,
          }),
        );
      })
        .on('error', fail)
        .end(body === undefined ? undefined : JSON.stringify(body));
    });
  };
  const login = (account: string, given = PASSWORD, from = '10.0.0.1') =>
    ask<{ message: string; help: string }>(
      ...(['POST', '/api/login', { account, password: given }] as const),
      { 'X-Forwarded-For': from },
    );
  const as = async (account: string) => {
    const cookie = (await login(account)).cookie.split(';')[0]!;
    return <T = unknown>(method: string, path: string, body?: unknown, more: object = {}) =>
      ask<T>(method, path, body, { Cookie: cookie, ...more });
  };
  const wait = (minutes: number): void => void (passed += minutes * 60_000);
  return { ask, login, as, wait, accountsFile };
}

test('nobody gets in but over the encrypted address, from its own page, with a password', async () => {
  const { ask, login, as, wait, accountsFile } = await sharedDesk(contentFolder());
  expect(statSync(accountsFile).mode & 0o077).toBe(0);
  expect(readFileSync(accountsFile, 'utf8')).not.toContain(PASSWORD);
  const refused = async (more: object, method = 'GET', path = '/api/desk', body?: object) =>
    (await ask(method, path, body, more)).status;
  expect(await refused({ 'X-Forwarded-Proto': 'http' })).toBe(403);
  expect(await refused({ Host: '127.0.0.1' })).toBe(403);
  expect(await refused({})).toBe(401);
  expect(await refused({ Cookie: '__Host-zhangbang-desk=0' })).toBe(401);
  const { status, cookie } = await login('wang');
  expect(status).toBe(200);
  expect(cookie).toMatch(/^__Host-\S+; Path=\/; HttpOnly; Secure; SameSite=Strict$/u);
  const wang = await as('wang');
  expect((await wang<DeskFacts>('GET', '/api/desk')).body).toMatchObject({
    actor: { id: 'wang', name: '王芳' },
    may: { write: true, review: false, manage: false },
  });
  const draft = { category: 'general', type: '通知' };
  for (const more of [
    { Origin: 'https://elsewhere.invalid' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'X-Desk-Window': [] },
    { Origin: [] },
  ])
    expect((await wang('POST', '/api/drafts', draft, more)).status, JSON.stringify(more)).toBe(403);
  expect((await wang('POST', '/api/drafts', draft, { 'Content-Type': 'text/plain' })).status).toBe(415);
  expect((await wang('POST', '/api/leave', {})).status).toBe(403);
  expect((await wang('POST', '/api/logout', {})).status).toBe(204);
  expect((await wang('GET', '/api/desk')).status).toBe(401);
  const again = await as('wang');
  wait(241);
  expect((await again('GET', '/api/desk')).status).toBe(401);
});

test('who guesses waits longer and longer, and does not shut the account for its owner elsewhere', async () => {
  const { login, wait } = await sharedDesk(contentFolder());
  const wrong = await Promise.all(Array.from({ length: 5 }, () => login('wang', 'falsch')));
  expect(wrong.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  expect(await login('wang')).toMatchObject({
    status: 429,
    body: { help: expect.stringContaining('过 1 分钟') },
  });
  expect((await login('wang', PASSWORD, '10.0.0.2')).status).toBe(200);
  // What a browser writes itself stands before what the server in front has written.
  expect((await login('wang', PASSWORD, '10.0.0.2, 10.0.0.1')).status).toBe(429);
  expect((await login('li')).status).toBe(200);
  expect((await login('nobody', 'falsch')).body.message).toBe('账号或者密码不对。');
  wait(1.1);
  expect((await login('wang', 'falsch')).status).toBe(401);
  expect((await login('wang')).body.help).toContain('过 2 分钟');
  wait(16);
  expect((await login('wang')).status).toBe(200);
});

test('an account that is guessed at from everywhere is open to the machines that it came from before', async () => {
  const { login } = await sharedDesk(contentFolder());
  expect((await login('wang')).status).toBe(200);
  for (let machine = 0; machine < 50; machine += 1) await login('wang', 'falsch', `10.1.0.${machine}`);
  expect((await login('wang', PASSWORD, '10.2.0.1')).status).toBe(429);
  expect((await login('wang')).status).toBe(200);
});

test('at one desk each does what her duties are, with her own drafts, and the record says who published', async () => {
  const office = officeWith(1);
  const server = office.clerk('办事台', 'desk@example.invalid');
  const { as } = await sharedDesk(server.contentDir);
  const [wang, li, zhao] = [await as('wang'), await as('li'), await as('zhao')];
  expect((await zhao('POST', '/api/drafts', { category: 'general', type: '通知' })).status).toBe(403);
  const { body: begun } = await wang<Draft>('POST', '/api/drafts', { category: 'general', type: '通知' });
  const { key } = begun;
  const facts = { 标题: '关于示例的通知', 发布时间: '2026-03-02 08:00', 发布单位: '示例中心' };
  const edit = { rev: 1, answers: { ...begun.answers, ...facts }, body: '今天不办理业务。', files: [] };
  expect((await li('PUT', `/api/drafts/${key}`, edit)).status).toBe(403);
  expect((await li('GET', `/api/drafts/${key}`)).status).toBe(403);
  expect((await wang('PUT', `/api/drafts/${key}`, edit)).status).toBe(200);
  expect((await li('POST', `/api/drafts/${key}/submit`, { rev: 2 })).status).toBe(403);
  expect((await wang('POST', `/api/drafts/${key}/submit`, { rev: 2 })).status).toBe(200);
  expect((await li<Work>('GET', '/api/work')).body.toReview).toMatchObject([{ key, author: { id: 'wang' } }]);
  const { digest } = (await li<Review>('GET', `/api/reviews/${key}`)).body;
  const approval = { digest, ticks: ALL_TICKS };
  expect((await wang('POST', `/api/reviews/${key}/approve`, approval)).status).toBe(403);
  // A path in another spelling would be judged as one thing and answered as another.
  expect((await wang('POST', `/api/reviews/./${key}/approve`, approval)).status).toBe(404);
  expect((await wang('POST', `/api/x/../reviews/${key}/approve`, approval)).status).toBe(404);
  expect((await li('GET', `/api/drafts/%${key.charCodeAt(0).toString(16)}${key.slice(1)}`)).status).toBe(404);
  expect((await wang('POST', '/api/./leave', {})).status).toBe(404);
  expect((await li('POST', `/api/reviews/${key}/approve`, approval)).status).toBe(200);
  expect(office.log('%an/%cn %s')[0]).toBe('王芳/李强 发布：关于示例的通知');
  expect(office.log('%(trailers:key=Reviewed-by,valueonly)')[0]).toBe('李强 <li@example.invalid>');

  const file = auditFileOf(server.contentDir);
  const written = readFileSync(file, 'utf8');
  expect(written).toContain(`"who":"li","what":"POST /api/reviews/${key}/approve","status":200`);
  expect(written).toContain(`"who":"wang","what":"POST /api/reviews/${key}/approve","status":403`);
  const env = { CONTENT_DIR: server.contentDir };
  expect((await run(['desk', '--verify-log'], env)).status).toBe(0);
  writeFileSync(file, written.replace('"who":"li","what":"POST', '"who":"zhao","what":"POST'));
  const tampered = await run(['desk', '--verify-log'], env);
  expect([tampered.status, tampered.stderr]).toEqual([1, expect.stringContaining('有人改过或者删过')]);
  writeFileSync(file, written.split('\n').toSpliced(2, 1).join('\n'));
  expect(verifyLog(file).broken).toBe(3);
});

test('half a line that a power cut left in the record is dropped; a line that somebody changed keeps the desk shut', () => {
  const file = join(temporaryFolder(), 'record');
  const deed = { at: '2026-12-01T09:02:00+08:00', who: 'wang', what: 'POST /api/drafts', status: 200 };
  new AuditLog(file).write(deed);
  appendFileSync(file, '{"at":"2026-12-01T09:0');
  new AuditLog(file).write({ ...deed, who: 'li' });
  expect(verifyLog(file)).toMatchObject({ lines: 2 });
  expect(verifyLog(file).broken).toBeUndefined();
  writeFileSync(file, readFileSync(file, 'utf8').replace('wang', 'zhao'));
  expect(() => new AuditLog(file)).toThrow('第 1 行和前面的对不上');
});

test('where there is nowhere to send it to, review and publication stay in the repository of the machine', async () => {
  const server = officeWith(1).clerk('办事台', 'desk@example.invalid');
  server.git('remote', 'remove', 'origin');
  const { as } = await sharedDesk(server.contentDir);
  const [wang, li] = [await as('wang'), await as('li')];
  const { body: begun } = await wang<Draft>('POST', '/api/drafts', { category: 'general', type: '通知' });
  const { key } = begun;
  const facts = { 标题: '关于示例的通知', 发布时间: '2026-03-02 08:00', 发布单位: '示例中心' };
  const edit = { rev: 1, answers: { ...begun.answers, ...facts }, body: '今天不办理业务。', files: [] };
  await wang('PUT', `/api/drafts/${key}`, edit);
  expect((await wang('POST', `/api/drafts/${key}/submit`, { rev: 2 })).status).toBe(200);
  expect(server.git('branch', '--list', 'desk/*')).toContain(`desk/${key}`);
  const { digest } = (await li<Review>('GET', `/api/reviews/${key}`)).body;
  const judged = await li<{ publication: Publication }>('POST', `/api/reviews/${key}/approve`, {
    ...{ digest, ticks: ALL_TICKS },
  });
  expect(judged.body.publication).toMatchObject({ author: { id: 'wang' }, reviewers: [{ id: 'li' }] });
  expect(server.git('log', '-1', '--format=%an/%cn %s')).toBe('王芳/李强 发布：关于示例的通知');
  expect(server.git('branch', '--list', 'desk/*')).toBe('');
  expect(server.git('status', '--porcelain')).toBe('');
  expect(server.read('announcements/general/2026/gm-tz-2026-002.md')).toContain('今天不办理业务。');
});

test.each([
  ['123456789', '至少 10 个字'],
  ['1111111111', '太容易猜，多用几个不同的字'],
  [PASSWORD, undefined],
])('the password %s', (password, fault) => {
  expect(faultOfPassword(password)).toBe(fault);
});

test('a desk for several people needs an address, accounts and encryption, and says which is missing', async () => {
  const said = async (...more: readonly string[]) =>
    (await run(['desk', ...more], { CONTENT_DIR: contentFolder() })).stderr;
  expect(await said('--host', '127.0.0.1')).toContain('要同时写 --host、--accounts 和 --origin');
  const accounts = join(temporaryFolder(), 'accounts.json');
  const all = (origin: string) => ['--host', '127.0.0.1', '--accounts', accounts, '--origin', origin];
  expect(await said(...all(ORIGIN))).toContain('里还没有账号');
  const password = await seal(PASSWORD);
  writeAccount(accounts, { id: 'li', name: '李强', email: 'li@example.invalid', duties: [], password });
  expect(await said(...all('http://desk.example.invalid'))).toContain('密码不能不加密就在网上走');
  expect(await said('--accounts', accounts, '--add-account')).toContain('请在终端窗口里运行');
  expect(await said('--add-account')).toContain('要和 --accounts 文件 一起写');
});
