import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { startServer } from '../../src/cli/serve.ts';
import { shelfOf } from '../../src/core/kiosk/shelf.ts';
import { openBrowser } from '../browser.ts';
import { giveArchive, slowDown, timeTaps } from '../e2e/kiosk-archive.ts';
import { archiveRows, archiveYear, archiveYears, type ArchiveYear } from './archive-years.ts';
import type { Figures } from './figures.ts';
import { TODAY } from './generate.ts';
import { leastTaps, tapsByName } from './taps.ts';
import type { Workshop } from './workshop.ts';

/** Announcements that a kiosk must find among. */
const COUNT = 20_000;

/** How much slower the processor is made: a cheap box against a desktop. */
const SLOWER = 6;

/** The keys that are tapped, and how often: the browser slows a page by stopping it again and again. */
const KEYS = 'zbgg';
const ROUNDS = 9;

const MOST_TAPS = 6;
const ONE_IN = 20;

interface Reached {
  /** Part of all announcements that is open after six taps at most. */
  readonly share: number;
  /** Taps after which half of all are open. */
  readonly middle: number;
}

/** What it takes to find an announcement among twenty thousand, which the kiosk of a finished site is given. */
export async function run(figures: Figures, shop: Workshop): Promise<void> {
  const years = await figures.stage('make up 20,000 announcements for the kiosk', () => archiveYears(COUNT));
  if (!years) return;
  figures.goal('files of 20,000, as gzip sends them', bytesOf(years) / 2 ** 20, 1.5, 'MiB');
  await figures.stage('tap at the kiosk', async () => {
    const times = await tapTimes(shop, years);
    figures.goal(`slowest key among 20,000, processor ${SLOWER} times slower`, Math.max(...times), 100, 'ms');
  });
  await figures.stage('count the taps to every announcement', () => countTaps(figures));
}

const bytesOf = (years: readonly ArchiveYear[]): number =>
  years
    .flatMap((year) => [year.catalogue, year.spelling])
    .reduce((sum, file) => sum + gzipSync(JSON.stringify(file)).length, 0);

function countTaps(figures: Figures): void {
  const now = Date.parse(TODAY);
  // One year of all: the same order, and quicker to go through a hundred thousand times.
  const { catalogue, spelling } = archiveYear(TODAY.slice(0, 4), archiveRows(COUNT));
  const shelves = [shelfOf(catalogue, spelling)];
  const taps = [...leastTaps(shelves, now, MOST_TAPS).values()];
  const least = reached(taps, COUNT);
  figures.goal('announcements beyond six taps', 100 * (1 - least.share), 10, '%');
  figures.goal('taps to the middle announcement', least.middle, 6, '');
  for (let number = 1; number <= MOST_TAPS; number += 1)
    figures.known(`open after ${number}, of 20,000`, taps.filter((one) => one === number).length, '');
  figures.known('open after more, of 20,000', COUNT - taps.filter((one) => one <= MOST_TAPS).length, '');
  const byName = reached([...tapsByName(shelves, now, 40, ONE_IN).values()], COUNT / ONE_IN);
  figures.known('by the first letters of the name: open within six taps', 100 * byName.share, '%');
  figures.known('by the first letters of the name: taps to the middle one', byName.middle, '');
}

/** @param taps of the announcements that were reached, of `count` that there are */
function reached(taps: readonly number[], count: number): Reached {
  const sorted = taps.toSorted((a, b) => a - b);
  return {
    share: sorted.filter((number) => number <= MOST_TAPS).length / count,
    middle: sorted[Math.floor(count / 2)] ?? Infinity,
  };
}

/** Of each key the time from its touch until what came of it is painted, the middle of the rounds, in ms. */
async function tapTimes(shop: Workshop, years: readonly ArchiveYear[]): Promise<readonly number[]> {
  // First: one that is missing is missed before a site is built for it.
  const browser = await openBrowser();
  try {
    const { folder } = await shop.site();
    const kiosk = readdirSync(join(folder, 'kiosk')).find((name) => name !== 'data')!;
    const server = await startServer({ dir: folder, base: '/', port: 0 });
    const times = await tapIn(browser, `${server.url}kiosk/${kiosk}/`, years);
    await server.close();
    return times;
  } finally {
    await browser.close();
  }
}

async function tapIn(
  browser: Browser,
  address: string,
  years: readonly ArchiveYear[],
): Promise<readonly number[]> {
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
  return [...KEYS].map((_, key) => middleOf(rounds.map((times) => times[key]!)));
}

const middleOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
