import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from './desk.ts';

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
}

interface Office {
  readonly start: () => Promise<Running>;
  readonly folder: string;
}

/** The desk in a process of its own that can be killed, over a copy of the sample's settings. */
const test = base.extend<{ office: Office }>({
  // The page is made before a process of the desk has to make it.
  office: async ({ deskFolder: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'zhangbang-desk-'));
    cpSync('content', folder, {
      recursive: true,
      filter: (path) => !/\/(?:announcements|originals|disclosure)\//u.test(path.replaceAll('\\', '/')),
    });
    const started: ChildProcess[] = [];
    const start = async (): Promise<Running> => {
      const child = spawn(process.execPath, ['src/cli/main.ts', 'desk', '--no-open'], {
        env: { ...process.env, CONTENT_DIR: folder, TODAY: '2026-11-22T09:00+08:00' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      started.push(child);
      return { child, address: await addressFrom(child) };
    };
    await use({ start, folder });
    await Promise.all(started.map(kill));
    rmSync(folder, { recursive: true });
  },
});

/** What it prints later is read too: a pipe that nobody reads ends a program. */
function addressFrom(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((done, fail) => {
    child.stdout!.on('data', (piece: Buffer) => {
      printed += String(piece);
      const [, address] = /办事台：(http\S+)/u.exec(printed) ?? [];
      if (address !== undefined) done(address);
    });
    child.once('exit', () => fail(new Error(printed)));
  });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** A new draft with a title that is saved. */
async function begin(page: Page, address: string, title: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: '写公告' }).first().click();
  await page.getByRole('button', { name: '招标公告', exact: true }).click();
  await page.getByLabel('标题').first().fill(title);
  await expect(page.locator('.saving')).toHaveText(/^已保存/u);
}

const savedIn = ({ folder }: Office): string =>
  readFileSync(join(folder, globSync('.cache/**/draft.json', { cwd: folder })[0]!), 'utf8');

test('办事台被杀掉再打开，开着的窗口接着存，一个字不丢', async ({ office, page }) => {
  const first = await office.start();
  await begin(page, first.address, '沿江路');
  await kill(first.child);
  const title = page.getByLabel('标题').first();
  await title.fill('沿江路市政道路改造');
  await expect(page.getByText('没有保存！')).toBeVisible();
  await expect(page.getByText('没有存的字留在这个浏览器里')).toBeVisible();
  const second = await office.start();
  expect(second.address).toBe(first.address);
  await expect(page.getByText('没有保存！')).toBeHidden();
  await expect(page.locator('.saving')).toHaveText(/^已保存/u);
  expect(savedIn(office)).toContain('沿江路市政道路改造');
  await title.fill('沿江路市政道路改造工程');
  await expect.poll(() => savedIn(office)).toContain('沿江路市政道路改造工程');
  await expect(page.getByText('有人同时改了')).toBeHidden();
});

test('文件夹里手写的公告，在工作台打开，改一个字，只有那一行不同', async ({ office, page }) => {
  const file = join(office.folder, 'announcements/construction/2026/gm-js-2026-009-tender.md');
  mkdirSync(dirname(file), { recursive: true });
  const text = readFileSync('content/announcements/construction/2026/gm-js-2026-009-tender.md', 'utf8');
  writeFileSync(file, text);
  const { address } = await office.start();
  await page.goto(address);
  await page.getByRole('button', { name: /^接着写：/u }).click();
  const title = page.getByLabel('标题').first();
  const before = await title.inputValue();
  await title.fill(`${before}（改）`);
  await expect(page.locator('.saving')).toHaveText(/^已保存/u);
  await page.getByRole('link', { name: '发布' }).click();
  await page.locator('.button-large').click();
  await expect(page.getByText('已经发布。要改，请写更正。')).toBeVisible();
  expect(readFileSync(file, 'utf8')).toBe(text.replace(before, `${before}（改）`));
});

test('没存上就关了窗口：下次打开先问，用了就存上', async ({ office, page }) => {
  const first = await office.start();
  await begin(page, first.address, '沿江路');
  const { hash } = new URL(page.url());
  await kill(first.child);
  await page.getByLabel('标题').first().fill('没有存上的标题');
  await expect(page.getByText('没有存的字留在这个浏览器里')).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('about:blank');
  const second = await office.start();
  await page.goto(second.address);
  await page.goto(new URL(hash, second.address).href);
  await expect(page.getByRole('heading', { name: '上次有字没有存上' })).toBeVisible();
  await expect(page.getByRole('cell', { name: '没有存上的标题' })).toBeVisible();
  await page.getByRole('button', { name: '用没有存上的' }).click();
  await expect(page.getByLabel('标题').first()).toHaveValue('没有存上的标题');
  await expect.poll(() => savedIn(office)).toContain('没有存上的标题');
  await page.reload();
  await expect(page.getByLabel('标题').first()).toHaveValue('没有存上的标题');
});
