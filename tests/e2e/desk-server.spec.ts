import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk, type OpenDesk } from '../../src/desk/open.ts';
import { expect, test as base } from './desk.ts';

/** The desk as a clerk starts it, over a copy of the sample's settings without its announcements. */
const test = base.extend<{ office: { start(): Promise<OpenDesk>; folder: string } }>({
  office: async ({ deskFolder }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'zhangbang-desk-'));
    cpSync('content', folder, {
      recursive: true,
      filter: (path) => !/\/(?:announcements|originals|disclosure)\//u.test(path.replaceAll('\\', '/')),
    });
    const opened: OpenDesk[] = [];
    const start = async (): Promise<OpenDesk> => {
      const desk = await openDesk({
        contentDir: folder,
        page: deskFolder,
        now: () => '2026-11-22T09:00:00+08:00',
        bundle: () => Promise.reject(new Error('Nothing renders pages here.')),
        milliseconds: () => performance.now(),
        askSite: () => Promise.resolve('none' as const),
        programs: '',
        published: () => new Set(),
        askClock: () => Promise.resolve(undefined),
        version: '2026.12',
        // What was still being checked when it was closed is told here, and is no fault.
        report: () => {},
      });
      opened.push(desk);
      return desk;
    };
    await use({ start, folder });
    await Promise.all(opened.map((desk) => desk.close()));
    rmSync(folder, { recursive: true });
  },
});

test('在真的办事台里写一份，存在磁盘上，关了再开还在', async ({ office, page }) => {
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  const first = await office.start();
  await page.goto(first.address);
  await page.getByRole('link', { name: '写公告' }).first().click();
  await page.getByRole('button', { name: '招标公告', exact: true }).click();
  const title = page.getByLabel('标题').first();
  await title.fill('沿江路市政道路改造工程施工招标公告');
  await expect(page.locator('.saving')).toHaveText(/^已保存/u);
  await expect(page.getByText(/还要填 \d+ 栏/u)).toBeVisible();
  const [kept] = globSync('.cache/**/draft.json', { cwd: office.folder });
  expect(readFileSync(join(office.folder, kept!), 'utf8')).toContain('沿江路市政道路');
  await page.reload();
  await expect(title).toHaveValue('沿江路市政道路改造工程施工招标公告');
  await expect(title).toBeEditable();
  expect(refused.filter((words) => /Content Security|Refused to/u.test(words))).toEqual([]);
  await first.close();
  await title.fill('沿江路市政道路改造工程');
  await expect(page.getByText('没有保存！')).toBeVisible();
  await office.start();
  await expect(page.locator('.saving')).toHaveText(/^已保存/u);
  await page.reload();
  await expect(title).toHaveValue('沿江路市政道路改造工程');
});
