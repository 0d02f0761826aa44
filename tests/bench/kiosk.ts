import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { startServer } from '../../src/cli/serve.ts';
import { shelfOf } from '../../src/core/kiosk/shelf.ts';
import { giveArchive, slowDown, timeTaps } from '../e2e/kiosk-archive.ts';
import { archiveRows, archiveYear, archiveYears, type ArchiveYear } from './archive-years.ts';
import { TODAY } from './generate.ts';
import { leastTaps, tapsByName } from './taps.ts';

/** Announcements that a kiosk must find among. */
const COUNT = 20_000;

/** How much slower the processor is made: a cheap box against a desktop. */
const SLOWER = 6;

/** The keys that are tapped, and how often: the browser slows a page by stopping it again and again. */
const KEYS = 'zbgg';
const ROUNDS = 9;

const MOST_TAPS = 6;
const ONE_IN = 20;

/** What it takes to find an announcement among twenty thousand at a kiosk. */
export interface KioskUse {
  /** Of all that it fetches for it, as gzip sends it. */
  bytes: number;
  /** From the touch of a key until what came of it is painted: the middle of the rounds, of the slowest key, in ms. */
  tapMs: number;
  /** Part of all announcements that is open after six taps at least, and in the middle after how many. */
  least: Reached;
  /** The same by somebody who taps the first letters of the name one after another. */
  byName: Reached;
}

interface Reached {
  share: number;
  middle: number;
}

/** Measures at a kiosk of a finished site, which is given an archive of twenty thousand. */
export async function measureKiosk(site: string): Promise<KioskUse> {
  const now = Date.parse(TODAY);
  // One year of all: the same order, and quicker to go through a hundred thousand times.
  const { catalogue, spelling } = archiveYear(TODAY.slice(0, 4), archiveRows(COUNT));
  const shelves = [shelfOf(catalogue, spelling)];
  const years = archiveYears(COUNT);
  return {
    bytes: years
      .flatMap((year) => [year.catalogue, year.spelling])
      .reduce((sum, file) => sum + gzipSync(JSON.stringify(file)).length, 0),
    tapMs: await slowestTap(site, years),
    least: reached([...leastTaps(shelves, now, MOST_TAPS).values()], COUNT),
    byName: reached([...tapsByName(shelves, now, 40, ONE_IN).values()], COUNT / ONE_IN),
  };
}

/** @param taps of the announcements that were reached, of `count` that there are */
function reached(taps: readonly number[], count: number): Reached {
  const sorted = taps.toSorted((a, b) => a - b);
  return {
    share: sorted.filter((number) => number <= MOST_TAPS).length / count,
    middle: sorted[Math.floor(count / 2)] ?? Infinity,
  };
}

async function slowestTap(site: string, years: readonly ArchiveYear[]): Promise<number> {
  const kiosk = readdirSync(join(site, 'kiosk')).find((name) => name !== 'data')!;
  const server = await startServer({ dir: site, base: '/', port: 0 });
  const browser = await chromium.launch({
    ...(process.env['CHROMIUM_PATH'] && { executablePath: process.env['CHROMIUM_PATH'] }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return await tapIn(browser, `${server.url}kiosk/${kiosk}/`, years);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function tapIn(browser: Browser, address: string, years: readonly ArchiveYear[]): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, hasTouch: true });
  await giveArchive(page, years);
  await page.goto(address);
  await page.locator('[data-all] [data-count]', { hasText: String(COUNT) }).waitFor();
  await slowDown(page, SLOWER);
  const rounds: (readonly number[])[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await timeTaps(page, KEYS));
    await page.locator('[data-clear]').tap();
  }
  const middles = [...KEYS].map(
    (_, key) =>
      reached(
        rounds.map((times) => times[key]!),
        ROUNDS,
      ).middle,
  );
  return Math.max(...middles);
}

/** The lines of the kiosk: what was promised of it, with what was measured. */
export const kioskGoals = ({ bytes, tapMs, least }: KioskUse) =>
  [
    ['kiosk: files of 20,000, as gzip sends them', bytes / 2 ** 20, 1.5, 'MiB'],
    [`kiosk: slowest key among 20,000, CPU ×${SLOWER}`, tapMs, 100, 'ms'],
    ['kiosk: announcements beyond six taps', 100 * (1 - least.share), 10, '%'],
    ['kiosk: taps to the middle announcement', least.middle, 6, 'taps'],
  ] as const;

/** `node tests/bench/kiosk.ts [--site dist]`: the kiosk of a built site alone; `npm run bench` measures that of its own. */
async function alone(): Promise<void> {
  const { values } = parseArgs({ options: { site: { type: 'string', default: 'dist' } } });
  const used = await measureKiosk(resolve(values.site));
  for (const [name, measured, target, unit] of kioskGoals(used))
    console.log(
      `${measured <= target ? 'ok  ' : 'MISS'} ${name}: ${measured.toFixed(2)} / ${target} ${unit}`,
    );
  const { share, middle } = used.byName;
  console.log(
    `by the first letters of its name: ${(100 * share).toFixed(0)} % within six taps, the middle ${middle}`,
  );
  process.exitCode = kioskGoals(used).every(([, measured, target]) => measured <= target) ? 0 : 1;
}

if (import.meta.main) await alone();
