import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import type { Browser, Page } from '@playwright/test';
import { startServer } from '../../src/cli/serve.ts';
import { renderBody } from '../../src/core/body/render.ts';
import { columnsOf } from '../../src/core/report.ts';
import { openBrowser } from '../browser.ts';
import { main, runAlone } from '../cli/command.ts';
import { runScript } from '../script.ts';
import { pictureDesk } from './desk-pictures.ts';
import { BODY_FORMS } from './forms.ts';
import { ExampleFolder, printed } from './examples.ts';
import { screenOf } from './screen.ts';

const usage = `usage: npm run docs:pictures
Makes the pictures of the clerk's handbook from the running system, in the browser of the tests: what is on the pages
and in the window is what the programs print now.`;

const FOLDER = 'docs/handbook';

/** The middle of the sample's year, so that some deadlines are open. */
const TODAY = '2026-11-23T09:00+08:00';

async function makePictures(): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await openBrowser();
  try {
    await pictureWindow(browser, 'finding', ['npm run check -- gm-js-2026-101-tender', '', finding()]);
    await pictureWindow(browser, 'new', ['npm run new', '', await firstQuestions()]);
    await pictureSite(browser);
    await pictureDesk(browser, FOLDER);
    return 0;
  } finally {
    await browser.close();
  }
}

/** The first finding that the handbook shows, with the line that sums up. */
function finding(): string {
  const folder = new ExampleFolder();
  try {
    const shown = printed.find(({ command }) => command === 'check')!;
    return folder.whileSpoilt(
      shown,
      () => runAlone(['check', shown.id], { CONTENT_DIR: folder.path }).stdout,
    );
  } finally {
    folder.remove();
  }
}

/** Chooses a category and stops at the list of types. */
function firstQuestions(): Promise<string> {
  return new Promise((done, fail) => {
    const pty = spawn(process.execPath, [main, 'new'], {
      cols: 100,
      rows: 40,
      name: 'xterm-256color',
      env: { ...process.env, LANG: 'C.UTF-8', TODAY },
    });
    let written = '';
    let asked = 0;
    let screen = '';
    pty.onData((data) => {
      written += data;
      screen = screenOf(written);
      if (asked === 0 && screen.includes('哪一类公告？')) {
        asked = 1;
        pty.write('\r');
      }
      if (asked === 1 && /◆\s+哪一种公告？[^]*└/u.test(screen)) {
        asked = 2;
        done(screen);
        pty.kill();
      }
    });
    pty.onExit(() => fail(new Error(`the wizard ended early:\n${screen}`)));
  });
}

async function pictureWindow(browser: Browser, name: string, lines: readonly string[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
  await page.setContent(windowHtml(`C:\\zhangbang>${lines.join('\n')}`.trimEnd()));
  await page.locator('main').screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.close();
}

/** A window of Windows: dark, in a font whose Chinese characters take two columns, which is made sure of. */
function windowHtml(text: string): string {
  const cells = [...text].map((char) => (columnsOf(char) === 2 ? `<b>${char}</b>` : escaped(char))).join('');
  return `<!doctype html><html lang="zh-CN"><style>
    body { margin: 0; background: #fff }
    main { display: inline-block; background: #0c0c0c; color: #ccc; padding: 0 }
    header { background: #e6e6e6; color: #000; font: 13px/30px "Noto Sans CJK SC", sans-serif; padding: 0 12px }
    pre { margin: 0; padding: 12px; width: 860px; white-space: pre-wrap; word-break: break-all;
      font: 14px/1.45 "Noto Sans Mono CJK SC", monospace }
    b { display: inline-block; width: 2ch; font-weight: normal; text-align: center }
  </style><main><header>命令提示符</header><pre>${cells}</pre></main></html>`;
}

const escaped = (char: string): string => ({ '<': '&lt;', '&': '&amp;' })[char] ?? char;

async function pictureSite(browser: Browser): Promise<void> {
  const outDir = mkdtempSync(join(tmpdir(), 'zhangbang-pictures-'));
  try {
    const built = runAlone(['build'], { OUT_DIR: join(outDir, 'site'), TODAY });
    if (built.status !== 0) throw new Error(`the site was not built:\n${built.stdout}${built.stderr}`);
    const server = await startServer({ dir: join(outDir, 'site'), base: '/', port: 0 });
    try {
      const page = await browser.newPage({ viewport: { width: 900, height: 640 }, locale: 'zh-CN' });
      await page.clock.setFixedTime(new Date(TODAY));
      // Pages hold the clock of the device against that of the server, which is the real one.
      await page.route('**/*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          headers: { ...response.headers(), date: new Date(TODAY).toUTCString() },
        });
      });
      await picturePage(page, server.url, 'home');
      await picturePage(page, `${server.url}announcements/gm-js-2026-031-tender/`, 'correction');
      await pictureTop(page, 'section[aria-labelledby="periods"]', 'periods');
      await page.goto(`${server.url}announcements/gm-tz-2025-004-queue/`);
      await pictureTop(page, '.words', 'body', 1180);
      await pictureForms(page);
    } finally {
      await server.close();
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function picturePage(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

/** Each form of a body as a phone shows it, in the place of the body of the page that is open. */
async function pictureForms(page: Page): Promise<void> {
  await page.setViewportSize({ width: 400, height: 700 });
  const words = page.locator('.words');
  const image = (await words.locator('img').first().getAttribute('src'))!;
  for (const { name, body } of BODY_FORMS) {
    const html = renderBody(body, () => image);
    await words.evaluate((element, inner) => (element.innerHTML = inner), html);
    await page.waitForLoadState('networkidle');
    await words.screenshot({ path: join(FOLDER, `body-${name}.png`) });
  }
}

/** A part of the page, no higher than a small screen or than is asked for. */
async function pictureTop(page: Page, selector: string, name: string, most = 520): Promise<void> {
  const box = (await page.locator(selector).boundingBox())!;
  const clip = { ...box, height: Math.min(box.height, most) };
  await page.screenshot({ path: join(FOLDER, `${name}.png`), clip, fullPage: true });
}

await runScript({ usage, options: {} }, makePictures);
