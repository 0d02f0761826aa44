import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../../src/cli/serve.ts';
import { instantAt } from '../../src/core/announcement/instant.ts';
import { webSource } from '../../src/mirror/fetch.ts';
import { bring } from '../../src/mirror/mirror.ts';
import { catalogue } from '../../src/mirror/pack.ts';
import { Place } from '../../src/mirror/place.ts';
import { folderSource, type Source } from '../../src/mirror/source.ts';
import type { HallServer } from './hall-server.ts';
import { expect, test as base } from './lobby.ts';

const PATIENCE = { silence: 1000, pauses: [] };

/** The mirror of a box, whose web server is that of the hall: what it says of itself after each run is served. */
class Mirror {
  readonly #box: HallServer;
  readonly #place = mkdtempSync(join(tmpdir(), 'zhangbang-mirror-'));
  readonly #site = join(this.#place, 'site');
  #source: RunningServer | undefined;
  #address = '';

  constructor(box: HallServer) {
    this.#box = box;
    mkdirSync(join(this.#site, 'display/lobby-b'), { recursive: true });
    for (const path of ['index.html', 'display/lobby-b/index.html'])
      writeFileSync(join(this.#site, path), 'a page');
    catalogue({ site: this.#site, seq: 20261122090000, generated: '2026-11-22T09:00:00+08:00' });
  }

  async startSource(): Promise<void> {
    const port = Number(new URL(this.#address || 'http://localhost:0').port);
    this.#source = await startServer({ dir: this.#site, base: '/', port });
    this.#address = this.#source.url;
  }

  async stopSource(): Promise<void> {
    await this.#source?.close();
    this.#source = undefined;
  }

  pull(): Promise<void> {
    return this.#run(webSource(this.#address, PATIENCE));
  }

  apply(): Promise<void> {
    return this.#run(folderSource(this.#site));
  }

  async #run(source: Source): Promise<void> {
    const to = join(this.#place, 'box');
    const now = instantAt(this.#box.time);
    await bring(source, { to, part: 'display', now }).catch(() => undefined);
    this.#box.write('mirror-status.json', readFileSync(new Place(to).status, 'utf8'));
  }

  async end(): Promise<void> {
    await this.stopSource();
    rmSync(this.#place, { recursive: true });
  }
}

const test = base.extend<{ mirror: Mirror }>({
  mirror: async ({ server }, use) => {
    const mirror = new Mirror(server);
    await mirror.startSource();
    await use(mirror);
    await mirror.end();
  },
});

test('behind a mirror whose source is dead a screen says so as beside a dead server: amber, red, curtain, and well again', async ({
  hall,
  mirror,
}) => {
  await mirror.pull();
  await hall.open('lobby-b');
  const page = hall.page.locator('html');
  await expect(page).toHaveClass(/^live$/u);
  await mirror.stopSource();
  await hall.jump(14);
  await mirror.pull();
  expect(await hall.footer()).not.toContain('没有连上服务器');
  await hall.jump(2);
  await mirror.pull();
  await expect(page).toHaveClass(/\blate\b/u);
  expect(await hall.footer()).toContain('已 16 分钟没有连上服务器，可能不是最新');
  await hall.jump(110);
  await mirror.pull();
  await expect(page).toHaveClass(/\bstale\b/u);
  expect(await hall.footer()).toMatch(/2 小时\s+没有连上服务器，请以网站为准/u);
  await hall.jump(70 * 60);
  await expect(page).toHaveClass(/\bsuspended\b/u);
  await expect(hall.page.locator('[data-curtain=suspended]')).toContainText('信息暂停更新');
  // The next question of a page that is loaded anew finds the same.
  await hall.page.reload();
  await hall.settle();
  await expect(page).toHaveClass(/\bsuspended\b/u);
  await mirror.startSource();
  await mirror.pull();
  await hall.pass(80);
  await expect(page).not.toHaveClass(/\bsuspended\b/u);
  expect(await hall.footer()).not.toContain('没有连上服务器');
});

test('a box that is fed by a stick is not judged by its contacts', async ({ hall, mirror }) => {
  await mirror.pull();
  await mirror.apply();
  await hall.open('lobby-b');
  await hall.jump(16);
  await hall.jump(110);
  await expect(hall.page.locator('html')).toHaveClass(/^live$/u);
  expect(await hall.footer()).not.toContain('没有连上服务器');
});
