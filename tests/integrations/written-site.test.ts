import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AstroPrerenderer, RouteData } from 'astro';
import { expect, onTestFinished, test } from 'vitest';
import { failureInHand } from '../../src/core/failure.ts';
import { writingTo } from '../../src/integrations/written-site.ts';
import { base } from '../core/fixtures.ts';
import { contentFrom } from '../site/edition.ts';

const notice = 'announcements/general/2026/notice.md';
const content = () =>
  contentFrom({
    ...base,
    [notice]: `---
标题: 关于报名的通知
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 佛山市公共资源交易中心高明分中心
---

报名从四月一日开始。
`,
  });

const answer = (body: string, type = 'text/html'): Response =>
  new Response(body, { headers: { 'Content-Type': type } });

/** Renders a path of the site, as Astro asks for it, into an empty folder. */
async function rendered(path: string, response: () => Response) {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-written-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const astro = { render: () => Promise.resolve().then(response) } as unknown as AstroPrerenderer;
  const writer = writingTo(folder, astro, content());
  const request = new Request(`http://localhost/${path}`);
  const render = async (): Promise<Response> =>
    (await writer.render(request, { routeData: {} as RouteData })) as Response;
  return { folder, writer, render };
}

test('a page is written into its folder, and Astro is given nothing to write', async () => {
  const { folder, render } = await rendered('announcements/notice/', () => answer('<p>报名</p>'));
  expect((await render()).body).toBeNull();
  expect(readFileSync(join(folder, 'announcements/notice/index.html'), 'utf8')).toBe('<p>报名</p>');
});

test('the start page is written at the root', async () => {
  const { folder, render } = await rendered('', () => answer('<p>首页</p>'));
  await render();
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('<p>首页</p>');
});

test('what HTML cannot hold is replaced in a page', async () => {
  const { folder, render } = await rendered('open/', () => answer('报\u0001名'));
  await render();
  expect(readFileSync(join(folder, 'open/index.html'), 'utf8')).toBe('报\ufffd名');
});

test.for([
  ['404/', 'text/html'],
  ['feeds/all.xml', 'application/rss+xml'],
])('%s is left to Astro', async ([path, type]) => {
  const { folder, render } = await rendered(path!, () => answer('x', type));
  expect(await (await render()).text()).toBe('x');
  expect(existsSync(join(folder, path!))).toBe(false);
});

test('a page in the place of another file is refused', async () => {
  const { folder, render } = await rendered('open/', () => answer('x'));
  mkdirSync(join(folder, 'open'));
  writeFileSync(join(folder, 'open/index.html'), 'from public/');
  await expect(render()).rejects.toThrow('EEXIST');
  expect(readFileSync(join(folder, 'open/index.html'), 'utf8')).toBe('from public/');
});

test.for([
  ['announcements/notice/', `公告 ${notice} `, true],
  ['statistics/2026/', '网页 /statistics/2026/ ', false],
] as const)('a failure at %s says what was in hand', async ([path, hand, isContent]) => {
  const { render } = await rendered(path, () => {
    throw new Error('broken on purpose');
  });
  const failure = await render().catch((error: unknown) => failureInHand(error));
  expect(failure).toMatchObject({ hand, isContent, message: 'broken on purpose' });
});

test('the data of every announcement is written before the first page', async () => {
  const { folder, writer } = await rendered('', () => answer(''));
  await writer.setup?.();
  expect(JSON.parse(readFileSync(join(folder, 'announcements/notice.json'), 'utf8'))).toMatchObject({
    id: 'notice',
  });
});
