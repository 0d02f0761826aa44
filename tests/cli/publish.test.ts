import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Office } from '../office/clerks.ts';
import { contentFolder, NOTICE, notice, run } from './command.ts';

const other = 'announcements/general/2026/gm-tz-2026-002.md';

/** A site that answers with what it is given for `status.json`, one after another, the last for ever. */
async function siteSaying(...answers: readonly (() => object | undefined)[]): Promise<string> {
  let asked = 0;
  const server = createServer((_, response) => {
    const answer = answers[Math.min(asked, answers.length - 1)]!();
    asked += 1;
    response.statusCode = answer ? 200 : 404;
    response.end(JSON.stringify(answer ?? {}));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const at = '2026-03-02T08:00:00+08:00';

test('a clerk names an announcement, reads what is published, and waits until the site has it', async () => {
  const office = new Office();
  const clerk = office.clerk();
  clerk.write(NOTICE, notice());
  const SITE_URL = await siteSaying(() => ({
    ...{ phase: 'current', since: at, seen: at, served: { revision: office.log('%H')[0], at } },
  }));
  const { status, stdout, stderr } = await run(['publish', 'gm-tz-2026-001'], {
    CONTENT_DIR: clerk.contentDir,
    SITE_URL,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.replace(/127\.0\.0\.1:\d+/gu, 'site')).toMatchInlineSnapshot(`
    "› 取来别人已经发布的
    › 检查
    要发布的有 1 项：
      发布  关于清明节期间业务办理安排的通知（通知，gm-tz-2026-001）
    1 份公告，没有发现问题。
    › 送出
    已经送出。
    › 等网站更新：http://site/（可以按 Ctrl-C 不等）
    网站已经更新：http://site/
    "
  `);
});

test('what the site could not publish is told with its place and its remedy', async () => {
  const office = new Office();
  const clerk = office.clerk();
  clerk.write(NOTICE, notice());
  const finding = {
    code: 'F104',
    severity: 'error',
    file: NOTICE,
    line: 2,
    message: '缺少标题',
    help: '写上标题',
  };
  const SITE_URL = await siteSaying(() => ({
    ...{ phase: 'failed', since: at, seen: at, revision: office.log('%H')[0], findings: [finding] },
    reason: '公告里有 1 处错误。',
  }));
  const { status, stdout } = await run(['publish', '--all'], { CONTENT_DIR: clerk.contentDir, SITE_URL });
  expect(status).toBe(1);
  expect(stdout).toContain('网站没有更新，还是原来的。\n公告里有 1 处错误。\nF104');
  expect(stdout).toContain('改法：写上标题');
});

test('of several changes one has to say which, since others may be writing in the same folder', async () => {
  const clerk = new Office().clerk();
  clerk.write(NOTICE, notice());
  clerk.write(other, notice({ 标题: '标题: 关于端午节期间业务办理安排的通知' }));
  const asked = await run(['publish', '--no-wait'], { CONTENT_DIR: clerk.contentDir });
  expect(asked).toMatchObject({ status: 2, stdout: '' });
  expect(asked.stderr).toBe(
    '有 2 项改动，请写明发布哪几项，或者用 --all 全部发布：\n  gm-tz-2026-001\n  gm-tz-2026-002\n',
  );
  const named = await run(['publish', 'gm-tz-2026-009', '--no-wait'], { CONTENT_DIR: clerk.contentDir });
  expect(named.status).toBe(2);
  expect(named.stderr).toContain('没有改动，或者名字写错了');
  const one = await run(['publish', 'gm-tz-2026-002', '--no-wait'], { CONTENT_DIR: clerk.contentDir });
  expect(one).toMatchObject({ status: 0, stderr: '' });
  expect(clerk.git('status', '--porcelain', '-uall')).toBe(`?? ${NOTICE}`);
});

test('whoever has not said who they are is asked once', async () => {
  const clerk = new Office().clerk();
  clerk.git('config', '--unset', 'user.name');
  clerk.write(NOTICE, notice());
  const env = { CONTENT_DIR: clerk.contentDir, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const { status, stderr } = await run(['publish', '--no-wait'], env);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: '还不知道是谁在发布。请说明一次：npm run publish -- --name 姓名 --email 邮箱\n',
  });
  expect((await run(['publish', '--no-wait', '--name', '王芳'], env)).status).toBe(0);
  expect(clerk.git('log', '-1', '--format=%an')).toBe('王芳');
});

test('an announcement with an error is shown as the check shows it, and nothing is published', async () => {
  const clerk = new Office().clerk();
  clerk.write(NOTICE, notice({ 标题: '标题：少了半角冒号' }));
  const { status, stdout, stderr } = await run(['publish', '--no-wait'], { CONTENT_DIR: clerk.contentDir });
  expect(status).toBe(1);
  expect(stderr).toContain('标题：少了半角冒号');
  expect(stderr).not.toContain('\\n');
  expect(stdout).toContain('没有发布，文件都在，什么也没有改动。\n请按上面写的改好，再运行一次。');
});

test('a folder that nothing can be published from, and a machine without git, are each a sentence', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const alone = await run(['publish'], { CONTENT_DIR, GIT_CEILING_DIRECTORIES: '/' });
  expect(alone).toMatchObject({ status: 2, stdout: '' });
  expect(alone.stderr).toContain('还没有和发布的地方连起来');
  const bare = await run(['publish'], { CONTENT_DIR, PATH: '/nonexistent' });
  expect(bare).toMatchObject({ status: 2, stdout: '' });
  expect(bare.stderr).toBe(
    '没有发布，写好的文件都在。这台电脑上没有装 git，不能发布。请技术人员装好再运行一次。\n',
  );
});

test('no sentence for clerks holds a word of technicians', async () => {
  const clerk = new Office().clerk();
  clerk.write(NOTICE, notice());
  const words = [
    (await run(['publish', '--help'])).stdout.replace(/退出码.*/u, ''),
    (await run(['publish', '--no-wait'], { CONTENT_DIR: clerk.contentDir })).stdout,
  ].join('\n');
  expect(words).not.toMatch(/commit|push|pull|rebase|git|分支|缓存|仓库|提交|YAML|退出码/u);
});
