import { barriersOn } from './axe.ts';
import { expect, test } from './site.ts';

const failed = {
  ...{ format: 1, phase: 'failed', since: '2026-12-01T09:02:00+08:00', seen: '2026-12-01T09:02:00+08:00' },
  ...{ revision: 'b', served: { revision: '0123456789', at: '2026-11-30T16:00:00+08:00' }, version: '1.2.0' },
  reason: '内容里有 1 处错误，网站还是原来的。',
  findings: [
    { code: 'F104', severity: 'error', file: 'a.md', line: 3, message: '缺少标题', help: '写上标题' },
  ],
};

test('发布情况 says what the machine tells, without barriers on a telephone', async ({ page, siteUrl }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.route('**/status.json', (route) => route.fulfill({ json: failed }));
  await page.goto(`${siteUrl}publishing/`);
  await expect(page.getByText('没有更新成功，现在是2026-11-30 16:00 的网站。')).toBeVisible();
  await expect(page.getByText('F104 a.md 第 3 行：缺少标题（改法：写上标题）')).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('发布情况 says what was published last and where the machine tells the rest', async ({
    page,
    siteUrl,
  }) => {
    await page.goto(`${siteUrl}publishing/`);
    await expect(page.getByText('最近一份公告：')).toBeVisible();
    await expect(page.getByText('机器把自己的情况写在')).toBeVisible();
  });
});
