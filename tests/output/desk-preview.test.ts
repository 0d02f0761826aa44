import { cpSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Bundle } from '../../src/build/bundle.ts';
import type { Draft, Preview, Refusal, Saved } from '../../src/core/desk/api.ts';
import { temporaryFolder } from '../cli/command.ts';
import { deskFor } from '../desk/open.ts';

const NOW = '2026-11-22T09:00:00+08:00';

/** The program that the build of the sample has left; it is found in a process of its own, as the desk does. */
async function bundle(): Promise<Bundle> {
  const { NODE_ENV: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/build/bundle-alone.ts'], { env });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Bundle;
}

test('a draft is seen as the page and the screens that it will be, and again after each change', async () => {
  const contentDir = join(temporaryFolder(), 'content');
  cpSync('content', contentDir, { recursive: true, filter: (path) => !path.includes('/.cache') });
  const desk = await deskFor(contentDir, () => NOW, bundle);
  const { body: draft } = await desk.ask<Draft>('POST', '/api/drafts', { category: 'general', type: '通知' });
  const path = `/api/drafts/${draft.key}`;
  const unfinished = await desk.ask<Refusal>('GET', `${path}/preview`);
  expect([unfinished.status, unfinished.body.message]).toEqual([422, '还不能看样：必填的栏没有填完。']);
  const answers = {
    ...draft.answers,
    发布时间: '2026-11-22 08:00',
    发布单位: '示例中心',
    标识: 'gm-tz-2026-990',
  };
  let { rev } = draft;
  for (const title of ['关于第一稿的通知', '关于第二稿的通知']) {
    const edit = { rev, answers: { ...answers, 标题: title }, body: `${title}的正文。`, files: [] };
    ({ rev } = (await desk.ask<Saved>('PUT', path, edit)).body);
    const { status, body: preview } = await desk.ask<Preview>('GET', `${path}/preview`);
    expect([status, preview.rev]).toEqual([200, rev]);
    expect(new URL(preview.page).origin).not.toBe(desk.origin);
    const page = await fetch(preview.page);
    const html = await page.text();
    expect(html).toContain(`${title}的正文。`);
    expect(page.headers.get('content-security-policy')).toContain('frame-ancestors http://127.0.0.1:*');
    const style = /href="([^"]+\.css)"/u.exec(html)![1]!;
    expect((await fetch(new URL(style, preview.page))).status).toBe(200);
    const head = await fetch(`${preview.screens[0]!.address}head.json`);
    expect(head.status).toBe(200);
    expect((await fetch(preview.kiosk!)).status).toBe(200);
    for (const hidden of ['/.pages/', '/%2e%2e/', '/..%2f'])
      expect((await fetch(new URL(hidden, preview.page))).status).toBe(404);
  }
  expect(desk.reported).toEqual([]);
  // Where the build of the sample was of another program, the program is made here.
}, 300_000);
