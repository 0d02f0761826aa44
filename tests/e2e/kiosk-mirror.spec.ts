import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../src/cli/serve.ts';
import { bring } from '../../src/mirror/mirror.ts';
import { catalogue } from '../../src/mirror/pack.ts';
import { folderSource } from '../../src/mirror/source.ts';
import { readSettings } from '../../src/settings.ts';
import { servedBase } from '../../src/cli/served-base.ts';
import { expect, test as base } from './site.ts';

const NOON = '2026-11-22T12:00:00+08:00';

/** A box in the hall: its mirror has brought what docs/deploy/kiosk has it pull for a kiosk, and nothing else of the site. */
const test = base.extend<{ box: string }>({
  box: async ({}, use) => {
    const place = mkdtempSync(join(tmpdir(), 'zhangbang-box-'));
    const [site, to] = [join(place, 'site'), join(place, 'box')];
    cpSync(readSettings().outDir, site, { recursive: true });
    catalogue({ site, seq: 20261122090000, generated: '2026-11-22T09:00:00+08:00' });
    await bring(folderSource(site), { to, part: 'kiosk', now: NOON });
    const clock = (): number => Date.parse(NOON);
    const server = await startServer({ dir: join(to, 'current'), base: servedBase(), port: 0, clock });
    await use(server.url);
    await server.close();
    rmSync(place, { recursive: true });
  },
});

test.use({ hasTouch: true, viewport: { width: 1920, height: 1080 } });

test('a kiosk whose box has only the kiosk part knows every announcement, finds 招标公告 by zbgg, and opens one whole', async ({
  page,
  box,
}) => {
  const failed: string[] = [];
  page.on('response', (answer) => answer.status() === 200 || failed.push(new URL(answer.url()).pathname));
  await page.clock.setFixedTime(NOON);
  await page.goto(`${box}kiosk/hall-1/`);
  await expect(page.locator('[data-all] [data-count]')).toHaveText(/^[1-9]\d+ 条$/u);
  for (const key of 'zbgg') await page.locator(`[data-key="${key}"]`).tap();
  const row = page.locator('.rows .row-title').first();
  const title = (await row.textContent())!;
  await row.tap();
  await expect(page.locator('.paper > h2')).toHaveText(title);
  await expect(page.locator('.paper')).toContainText('公告正文');
  await expect(page.locator('[data-qr]')).toBeVisible();
  // The web server of a box has the status of its mirror beside the release, this one has none.
  expect(failed.filter((path) => path !== '/mirror-status.json')).toEqual([]);
});
