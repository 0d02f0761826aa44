import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { printInstant, type Instant } from '../core/announcement/instant.ts';
import { noticesOn, withBand } from '../core/screen/browser/band.ts';
import type { Boot } from '../core/screen/browser/boot.ts';
import { cycleOf, pagesAt } from '../core/screen/browser/pages.ts';
import { signTurns } from '../core/screen/browser/sign-turns.ts';
import { cutsAt } from '../core/screen/browser/strip.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { servedBase } from './served-base.ts';
import { readOptions } from './options.ts';
import { startServer } from './serve.ts';
import { ensureBrowser } from './setup/browser.mjs';
import { SetupError } from './setup/failure.mjs';

const usage = `用法：npm run screens -- preview [标识 …] [--out 文件夹] [--site 文件夹]

  给生成好的网站里的每块屏幕拍照：显示屏每页一张，条屏每句一张，门牌每场一张，触摸屏拍首页，大小就是屏幕的像素。
  标识    只拍这几块，例如 lobby-a；不写就全拍
  --out   图片放在哪个文件夹；默认 .cache/screens
  --site  生成好的网站；默认 OUT_DIR 或 dist`;

const ROOT = join(import.meta.dirname, '../..');

/** Longest that a page may take to come up, in milliseconds, and a round to come to one of its turns, in seconds. */
const PATIENCE = 30_000;
const LONGEST_WAIT = 400;

/** One screen or kiosk of a built site. */
interface Screen {
  folder: 'display' | 'kiosk';
  id: string;
  generated: Instant;
  page: string;
  /** The pixels of its panel. */
  size: { width: number; height: number };
}

/** What stands in a place of the page while a turn of the round is on the glass. */
interface Turn {
  place: string;
  text: string;
}

/** Where pictures are taken, and where they go. */
interface Studio {
  browser: Browser;
  url: string;
  out: string;
  /** The server's clock, in milliseconds since 1970. */
  clock: { now: number };
}

/** `npm run screens -- preview`: a picture of every page of every screen, as its panel shows it. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, {
    out: { type: 'string' },
    site: { type: 'string' },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const site = resolve(values.site ?? readSettings().outDir);
  const out = resolve(values.out ?? join(ROOT, '.cache/screens'));
  const screens = chosen(screensIn(site), positionals);
  const browser = await openBrowser();
  const clock = { now: Date.parse(screens[0]!.generated) };
  const server = await startServer({ dir: site, base: servedBase(), port: 0, clock: () => clock.now });
  let count = 0;
  try {
    mkdirSync(out, { recursive: true });
    for (const screen of screens) count += await photograph(screen, { browser, url: server.url, out, clock });
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(`\n${count} 张图片在 ${out}。`);
  console.log(
    `网站生成于 ${printInstant(screens[0]!.generated)}。这以后改过的设置要先 npm run build，再拍一次。`,
  );
  return 0;
}

/** @throws {SettingsError} where there is none */
function screensIn(site: string): readonly Screen[] {
  const screens = (['display', 'kiosk'] as const).flatMap((folder) => {
    const place = join(site, folder);
    const names = existsSync(place) ? readdirSync(place).sort() : [];
    return names
      .filter((id) => existsSync(join(place, id, 'head.json')))
      .map((id) => {
        const head = JSON.parse(readFileSync(join(place, id, 'head.json'), 'utf8')) as { generated: Instant };
        const page = readFileSync(join(place, id, 'index.html'), 'utf8');
        const size = folder === 'display' ? glassOf(bootOf(page)) : panelIn(join(place, id, 'panel.css'));
        return { folder, id, generated: head.generated, page, size };
      });
  });
  if (screens.length > 0) return screens;
  throw new SettingsError(
    `${site} 里没有显示屏，也没有触摸屏。请先运行 npm run build；网站在别处的，用 --site 写明。`,
  );
}

/** @throws {SettingsError} for an id that no screen has */
function chosen(screens: readonly Screen[], ids: readonly string[]): readonly Screen[] {
  const known = screens.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new SettingsError(
      `网站里没有“${unknown}”这块屏幕。有的是：${known.join('、')}。刚加的屏幕要先运行 npm run build。`,
    );
  return ids.length === 0 ? screens : screens.filter(({ id }) => ids.includes(id));
}

/** @throws {SettingsError} where this machine has no browser and none could be brought */
async function openBrowser(): Promise<Browser> {
  try {
    const executablePath = await ensureBrowser(process.execPath);
    const { chromium } = await import('@playwright/test');
    return await chromium.launch({ executablePath });
  } catch (cause) {
    const why = cause instanceof SetupError ? '' : `（${String(cause).split('\n')[0]}）`;
    throw new SettingsError(
      `拍照要用浏览器，本机没有能用的${why}。请安装 Chrome 或 Chromium；装在别处的，用环境变量 CHROMIUM_PATH 写明它的路径。`,
      { cause },
    );
  }
}

/** Takes the pictures of one screen in the place of those of an earlier time; returns how many. */
async function photograph(screen: Screen, { browser, url, out, clock }: Studio): Promise<number> {
  const { folder, id, generated } = screen;
  clock.now = Date.parse(generated);
  const page = await browser.newPage({ viewport: screen.size });
  await page.clock.install({ time: clock.now });
  const address = `${url}${folder}/${id}/`;
  // Announcements are to be seen, at whatever hour of the night the site was built.
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: awake(screen.page) }));
  await page.goto(address);
  if (folder === 'display') await page.locator('html.live').waitFor({ state: 'attached', timeout: PATIENCE });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const pictures: Buffer[] = [];
  const { turns, seconds } = folder === 'kiosk' ? KIOSK : roundOf(bootOf(screen.page));
  for (const turn of turns) {
    await comeTo(page, turn, clock);
    pictures.push(await page.screenshot());
  }
  await page.close();
  const nameOf = (index: number): string =>
    folder === 'kiosk' ? `${id}-kiosk.png` : `${id}-${String(index + 1).padStart(2, '0')}.png`;
  const own = folder === 'kiosk' ? /^-kiosk\.png$/u : /^-\d{2,}\.png$/u;
  for (const name of readdirSync(out))
    if (name.startsWith(id) && own.test(name.slice(id.length))) rmSync(join(out, name));
  const names = pictures.map((picture, index) => {
    writeFileSync(join(out, nameOf(index)), picture);
    return nameOf(index);
  });
  const title = /<title>([^<]*)<\/title>/u.exec(screen.page)?.[1] ?? '';
  const round = seconds === 0 ? '' : `，轮一遍 ${Math.round(seconds)} 秒`;
  const span = [...new Set([names[0], names[names.length - 1]])].join(' 至 ');
  console.log(`${id} ${title}：${names.length} 张${round}，${span}`);
  return names.length;
}

/** The start page, when it has counted the announcements. */
const KIOSK = { turns: [{ place: '[data-all] [data-count]', text: '条' }], seconds: 0 };

function glassOf({ layout, strip, sign }: Boot): Screen['size'] {
  if (strip) return { width: strip.width, height: strip.em };
  const { width, height } = (layout ?? sign)!;
  return { width, height };
}

function panelIn(sheet: string): Screen['size'] {
  const measures = /--width:(\d+);--height:(\d+)/u.exec(readFileSync(sheet, 'utf8'))!;
  return { width: Number(measures[1]), height: Number(measures[2]) };
}

const bootOf = (page: string): Boot =>
  JSON.parse(/<script[^>]* id="boot"[^>]*>(.*?)<\/script>/su.exec(page)![1]!) as Boot;

const awake = (page: string): string => page.replace(/,"quiet":\{[^}]*\}/u, '');

/** What comes on the glass in a round, and how long it takes. */
function roundOf({ layout, strip, sign, factor, feed, head: { generated } }: Boot): {
  turns: readonly Turn[];
  seconds: number;
} {
  if (strip) {
    const cuts = cutsAt(feed, generated, { strip, factor, generated });
    const turns = cuts.map(({ text }) => ({ place: '[data-line]', text }));
    return { turns: turns.length > 0 ? turns : [{ place: '[data-line]', text: '' }], seconds: cycleOf(cuts) };
  }
  const banded = layout && withBand(layout, noticesOn(feed.notices, generated));
  const pages = banded
    ? pagesAt(feed, generated, { layout: banded, factor, generated })
    : signTurns(feed, generated, { layout: sign!, factor });
  const turns = pages.map((_, index) => ({ place: '[data-count]', text: `${index + 1}/${pages.length}` }));
  return {
    turns: turns.length > 1 ? turns : [{ place: '[data-heading]', text: '' }],
    seconds: cycleOf(pages),
  };
}

/** Lets time pass on the glass until a turn of the round is there. */
async function comeTo(page: Page, { place, text }: Turn, clock: Studio['clock']): Promise<void> {
  const there = page.locator(place).first();
  for (let seconds = 0; seconds < LONGEST_WAIT; seconds++) {
    if ((await there.textContent())?.trim().includes(text)) return;
    await page.clock.runFor(1000);
    clock.now += 1000;
  }
  throw new Error(`${page.url()} 的“${text}”这一页没有等到，请再拍一次。`);
}
