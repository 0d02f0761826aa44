import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { instantAt } from '../../src/core/announcement/instant.ts';
import { readSettings } from '../../src/settings.ts';
import { servedBase } from '../../src/cli/served-base.ts';
import { openBrowser } from '../browser.ts';
import { HallServer } from '../e2e/hall-server.ts';
import { GATES, growth, leak } from '../e2e/holdings.ts';
import { VirtualTime } from '../e2e/virtual-time.ts';
import { runScript, ScriptError } from '../script.ts';
import { Figures, type Told } from './figures.ts';
import type { Workshop } from './workshop.ts';

const usage = `usage: npm run bench -- screens
What one lobby screen costs in Chromium: bytes a day, first paint on a slow processor, processor at rest, and what it
holds more after a day; beside it a client that leaks.`;

/** Measures in a process of its own: which site the server of the hall serves is settled when a process starts. */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  await figures.stage('a lobby screen', async () => {
    const { env } = await shop.site();
    const child = fork(import.meta.filename, {
      env: { ...process.env, ...env },
      stdio: 'inherit',
      execArgv: [],
    });
    child.on('message', (told: Told) => figures.tell(told));
    // What a child has sent has come when it says good-bye.
    const [[code]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
    if (code !== 0) throw new Error(`the process that measures screens ended with ${code}`);
  });
}

/** The process itself. */
async function measureScreens(): Promise<number> {
  if (!process.send) throw new ScriptError('it is a part of the bench: npm run bench -- screens');
  const figures = new Figures((told) => process.send!(told));
  const browser = await figures.stage('open a browser', openBrowser);
  if (browser) {
    await measureScreen(figures, browser, screenOf(readSettings().outDir)).finally(() => browser.close());
  }
  process.disconnect?.();
  return 0;
}

/** A board, which draws the most of all screens. */
function screenOf(outDir: string): string {
  const screens = join(outDir, 'display');
  const isBoard = (name: string): boolean => {
    const page = join(screens, name, 'index.html');
    return existsSync(page) && readFileSync(page, 'utf8').includes('"layout":{');
  };
  const screen = readdirSync(screens).find(isBoard);
  if (screen === undefined) throw new Error(`${outDir} has no lobby screen`);
  return screen;
}

async function measureScreen(figures: Figures, browser: Browser, screen: string): Promise<void> {
  const day = await figures.stage('bytes of a day', () => bytesOfDay(browser, screen));
  if (day) {
    figures.goal('bytes a day, as they are', day.raw / MIB, 3, 'MiB');
    figures.goal('bytes a day, compressed', day.gzip / MIB, 3, 'MiB');
    figures.known('questions a day', day.questions, '');
  }
  for (const viewport of VIEWPORTS) {
    const size = `${viewport.width}×${viewport.height}`;
    const paint = await figures.stage(`first paint, ${size}`, () => firstPaint(browser, screen, viewport));
    if (!paint) continue;
    figures.goal(`first paint, ${size}`, paint.first, 1, 's');
    figures.goal(`largest paint, ${size}`, paint.largest, 1.5, 's');
  }
  const idle = await figures.stage('a minute at rest', () => atRest(browser, screen));
  if (idle !== undefined) figures.goal('processor at rest, of one core', idle * 100, 2, '%');
  const good = await figures.stage('heap of a day', () => heapOfDay(browser, screen, () => undefined));
  if (good !== undefined)
    figures.goal('heap after a day, more than after an hour', good / MIB, GATES.heap / MIB, 'MiB');
  const bad = await figures.stage('heap of a day of a client that leaks', () =>
    heapOfDay(browser, screen, leak),
  );
  if (bad !== undefined) figures.known('the same of a client that leaks', bad / MIB, 'MiB');
  figures.remark(`Chromium ${browser.version()}`);
}

const VIEWPORTS = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
] as const;

const MIB = 2 ** 20;

/** Seconds. */
const HOUR = 3600;
const WORKING_HOURS = 9;

/** How much slower the processor is made: a small player against a desktop. */
const SLOWER = 6;

/** The middle of so many loads. */
const LOADS = 9;

/** One day with something published four times an hour in working hours: heads and bodies of questions and answers. */
async function bytesOfDay(
  browser: Browser,
  screen: string,
): Promise<{ raw: number; gzip: number; questions: number }> {
  return withServer(screen, async (server) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 180 } });
    const sent = { raw: 0, gzip: 0, questions: 0 };
    const counted: Promise<void>[] = [];
    page.on('requestfinished', (request) => {
      const count = async (): Promise<void> => {
        const { requestHeadersSize, responseHeadersSize, responseBodySize } = await request.sizes();
        const path = new URL(request.url()).pathname
          .slice(servedBase().length)
          .replace(/\/$/u, '/index.html');
        const heads = requestHeadersSize + responseHeadersSize;
        sent.raw += heads + responseBodySize;
        const isThere = (await request.response())?.ok() ?? false;
        sent.gzip += heads + (isThere ? gzipSync(server.read(path)).length : responseBodySize);
        if (request.url().includes('/head.json')) sent.questions += 1;
      };
      counted.push(count());
    });
    const time = await VirtualTime.open(page, server, screen);
    for (let quarter = 0; quarter < 24 * 4; quarter++) {
      if (quarter < WORKING_HOURS * 4) {
        server.publish(screen, (feed) => ({ ...feed, notices: feed.notices.slice(quarter % 2) }), {
          generated: instantAt(server.time),
        });
      }
      await time.pass(HOUR / 4);
    }
    await Promise.all(counted);
    await page.close();
    return sent;
  });
}

/** Seconds until something, and until the largest thing, was painted; from an empty cache, in real time. */
async function firstPaint(
  browser: Browser,
  screen: string,
  viewport: { width: number; height: number },
): Promise<{ first: number; largest: number }> {
  return withServer(screen, async (server) => {
    const paints: { first: number; largest: number }[] = [];
    for (let load = 0; load < LOADS; load++) {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      await page.goto(server.addressOf(screen), { waitUntil: 'networkidle' });
      paints.push(await page.evaluate(readPaints));
      await context.close();
    }
    const middle = (values: readonly number[]): number =>
      values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]! / 1000;
    return {
      first: middle(paints.map(({ first }) => first)),
      largest: middle(paints.map(({ largest }) => largest)),
    };
  });
}

/** Runs in the browser. */
function readPaints(): Promise<{ first: number; largest: number }> {
  const first = performance.getEntriesByName('first-contentful-paint')[0]!.startTime;
  return new Promise((done) => {
    new PerformanceObserver((list) => {
      done({ first, largest: list.getEntries().at(-1)!.startTime });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/** Share of one core that all processes of the browser take while a screen runs for a minute, in real time. */
async function atRest(browser: Browser, screen: string): Promise<number> {
  return withServer(screen, async (server) => {
    server.time = Date.now();
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(server.addressOf(screen), { waitUntil: 'networkidle' });
    const session = await browser.newBrowserCDPSession();
    const cpu = async (): Promise<number> => {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    };
    const [before, started] = [await cpu(), performance.now()];
    await new Promise((done) => setTimeout(done, 60_000));
    const share = ((await cpu()) - before) / ((performance.now() - started) / 1000);
    await page.close();
    return share;
  });
}

/** Bytes that a screen's heap holds more after a day than after an hour. */
async function heapOfDay(browser: Browser, screen: string, more: () => void): Promise<number> {
  return withServer(screen, async (server) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 180 } });
    await page.addInitScript(more);
    const { heap } = await growth(page, server, screen, 24);
    await page.close();
    return heap;
  });
}

/** A screen that rests in quiet hours costs less: it has none here. */
async function withServer<T>(screen: string, work: (server: HallServer) => Promise<T>): Promise<T> {
  const server = new HallServer();
  const page = `display/${screen}/index.html`;
  server.write(page, server.read(page).replace(/"quiet":\{[^}]*\},/u, ''));
  await server.start();
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

if (import.meta.main) await runScript({ usage, options: {} }, measureScreens);
