import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { contentFolder, main, NOTICE, notice, run, temporaryFolder } from './command.ts';

const TODAY = '2026-03-31T09:00+08:00';
const content = () => contentFolder({ [NOTICE]: notice() });

test('--no-open 写出图文、纯文字和二维码三个文件就结束', async () => {
  const out = join(temporaryFolder(), 'weixin');
  const { status, stdout } = await run(['digest', '--day', '2026-03-30', '--out', out, '--no-open'], {
    CONTENT_DIR: content(),
    TODAY,
  });
  expect(status).toBe(0);
  expect(stdout).toContain(`2026年3月30日（星期一）公告 1 份：${join(out, 'digest-2026-03-30.html')}`);
  expect(readdirSync(out).sort()).toEqual(
    ['html', 'png', 'txt'].map((ending) => `digest-2026-03-30.${ending}`),
  );
  expect(readFileSync(join(out, 'digest-2026-03-30.txt'), 'utf8')).toContain(
    '关于清明节期间业务办理安排的通知',
  );
  expect(readFileSync(join(out, 'digest-2026-03-30.html'), 'utf8')).not.toMatch(/<script|<style|class=/u);
});

test('没有公告的日子不写文件，说明没有', async () => {
  const out = join(temporaryFolder(), 'weixin');
  const { status, stdout } = await run(['digest', '--out', out], { CONTENT_DIR: content(), TODAY });
  expect([status, stdout]).toEqual([0, '2026-03-31 没有可以编的公告，没有写文件。\n']);
  expect(existsSync(out)).toBe(false);
});

test('内容有错误时不编；看不懂的日子用一句话拒绝', async () => {
  const broken = contentFolder({ [NOTICE]: '没有栏目' });
  expect(await run(['digest', '--no-open'], { CONTENT_DIR: broken, TODAY })).toMatchObject({
    status: 1,
    stdout: '',
  });
  const { status, stderr } = await run(['digest', '--day', '昨天'], { CONTENT_DIR: broken, TODAY });
  expect([status, stderr.trim()]).toEqual([2, '看不懂 --day 的“昨天”：请写一天，例如 2026-03-02。']);
});

test('打开的一页只有本机能看，别的域名看不到；Ctrl+C 以后就关闭', async () => {
  const child = spawn(process.execPath, [main, 'digest', '--day', '2026-03-30', '--out', temporaryFolder()], {
    cwd: root,
    env: { ...process.env, CONTENT_DIR: content(), TODAY, SITE_URL: '', BASE_PATH: '' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  const address = await new Promise<string>((done) => {
    child.stdout.on('data', (text) => {
      printed += String(text);
      const [found] = /http:\/\/\S+(?=\n)/u.exec(printed) ?? [];
      if (found !== undefined) done(found);
    });
  });
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
  const answer = await fetch(address);
  expect([answer.status, await answer.text()]).toEqual([
    200,
    expect.stringContaining('关于清明节期间业务办理安排的通知'),
  ]);
  expect((await fetch(`${address}other`)).status).toBe(404);
  expect((await fetch(address, { method: 'POST' })).status).toBe(404);
  expect(await statusAs('rebound.example.cn', address)).toBe(403);
  const ended = new Promise<number | null>((done) => void child.on('close', done));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
});

/** The status of an answer to a browser that came by another name. */
const statusAs = (host: string, address: string): Promise<number | undefined> =>
  new Promise((done, fail) => {
    request(address, { headers: { host } }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', fail)
      .end();
  });
