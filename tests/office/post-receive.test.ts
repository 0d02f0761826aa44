import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { parseStatus } from '../../src/core/publishing.ts';
import { NOTICE, notice, temporaryFolder } from '../cli/command.ts';
import { Office, git, type Clerk } from './clerks.ts';

const second = 'announcements/general/2026/gm-tz-2026-002.md';
const third = 'announcements/general/2026/gm-tz-2026-003.md';
const titled = (title: string): string => notice({ 标题: `标题: ${title}` });

/** The recipe of docs/office/ in a real bare repository, with this program. */
function recipe(...hooks: readonly string[]) {
  const office = new Office();
  const OUT_DIR = join(temporaryFolder(), 'dist');
  for (const name of hooks) office.hook(name, readFileSync(join(root, 'docs/office', name), 'utf8'));
  onTestFinished(() => {
    for (const copy of globSync(join(root, '.cache/release/*')))
      if (existsSync(copy) && git(copy, 'config', 'remote.origin.url') === office.bare)
        rmSync(copy, { recursive: true, force: true });
  });
  const env = { OUT_DIR, ZHANGBANG: root, TODAY: '2026-03-30T12:00+08:00', SITE_URL: '', BASE_PATH: '' };
  /** Commits by hand and pushes, so that it is the recipe that is tried and not `npm run publish`. */
  const push = async (clerk: Clerk, file: string, words: string) => {
    clerk.write(file, words);
    clerk.git('add', '.');
    clerk.git('commit', '-q', '-m', file);
    return finished(clerk, env);
  };
  const page = (id: string): string | undefined => {
    const file = join(OUT_DIR, 'announcements', id, 'index.html');
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const status = () => parseStatus(readFileSync(join(OUT_DIR, 'status.json'), 'utf8'));
  return { office, push, page, status, env, OUT_DIR };
}

async function finished({ contentDir }: Clerk, env: Readonly<Record<string, string>>) {
  const child = spawn('git', ['push'], { cwd: contentDir, env: { ...process.env, ...env } });
  const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  return { code: code as number, words: words.replace(/^remote: ?/gmu, '').replaceAll('\u001b[K', '') };
}

test('what is pushed is published; what has errors is told to whoever pushed, and the old site stays', async () => {
  const { office, push, page, status } = recipe('post-receive');
  const wang = office.clerk('王芳');
  const first = await push(wang, NOTICE, notice());
  expect(first.words).toContain('网站已经更新。');
  expect(first.code).toBe(0);
  expect(page('gm-tz-2026-001')).toContain('关于清明节期间业务办理安排的通知');
  expect(status()).toMatchObject({ phase: 'current', served: { revision: office.log('%H')[0] } });

  const red = await push(wang, second, notice({ 标题: '标题：少了半角冒号' }));
  expect(red.words).toContain('标题：少了半角冒号');
  expect(red.words).toContain('网站没有更新，还是原来的。请改好上面的错误，再发布一次。');
  expect(page('gm-tz-2026-001')).toBeDefined();
  expect(page('gm-tz-2026-002')).toBeUndefined();
  expect(status()).toMatchObject({
    ...{ phase: 'failed', revision: office.log('%H')[0], served: { revision: office.log('%H')[1] } },
    reason: expect.stringMatching(/^内容里有 \d+ 处错误/u) as string,
  });

  const mended = await push(wang, second, titled('关于端午节期间业务办理安排的通知'));
  expect(mended.words).toContain('网站已经更新。');
  expect(page('gm-tz-2026-002')).toContain('端午节');
}, 240_000);

test('two clerks who publish in the same moment are both on the site in the end', async () => {
  const { office, page, status, env } = recipe('post-receive');
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  wang.write(second, titled('关于端午节期间业务办理安排的通知'));
  li.write(third, titled('关于劳动节期间业务办理安排的通知'));
  const before = process.env;
  process.env = { ...before, ...env };
  const published = await Promise.all([wang.publish([second]), li.publish([third])]).finally(() => {
    process.env = before;
  });
  expect(published.map(({ kind }) => kind)).toEqual(['sent', 'sent']);
  expect([page('gm-tz-2026-002'), page('gm-tz-2026-003')].map((html) => html !== undefined)).toEqual([
    true,
    true,
  ]);
  expect(status()).toMatchObject({ phase: 'current', served: { revision: office.log('%H')[0] } });
}, 240_000);

test('with the hook before it, what has errors is not even taken, and others go on', async () => {
  const { office, push } = recipe('pre-receive');
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  const red = await push(wang, NOTICE, notice({ 标题: '标题：少了半角冒号' }));
  expect(red.code).not.toBe(0);
  expect(red.words).toContain('没有收下。请改好上面的错误，再发布一次。');
  expect(office.show(NOTICE)).toBeUndefined();
  expect((await push(li, second, titled('关于端午节期间业务办理安排的通知'))).code).toBe(0);
  expect(office.show(second)).toContain('端午节');
}, 120_000);
