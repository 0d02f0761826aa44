import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext, Page } from '@playwright/test';
import { printStatus, STATUS_NAME, type SiteStatus } from '../../src/core/publishing.ts';
import { test as base } from './desk.ts';
import { listening } from './desk-stub.ts';

export { expect } from './desk.ts';

/** The `test` of several clerks, each at the real desk on a clone of her own, with one repository between them. */
export const test = base.extend<{ office: DeskOffice }>({
  // The page is made once for all, so that no desk has to.
  office: async ({ deskFolder: _, context }, use) => {
    const office = new DeskOffice(context);
    await use(office);
    await office.close();
  },
});

/** A clerk at her desk, with a window of it open. */
export interface Seat {
  readonly page: Page;
  readonly contentDir: string;
  readonly git: (...args: readonly string[]) => string;
  /** Stops the desk; the same clerk may come in again. */
  readonly stop: () => Promise<void>;
}

/** Takes neither the settings nor the credentials of whoever runs the tests. */
const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

export class DeskOffice {
  /** The moment that all desks and the site take for the present; a test sets it. */
  now = '2026-11-22T09:00:00+08:00';
  /** What the site tells of itself; by itself that it shows all that was published. */
  status: () => Partial<SiteStatus> = () => ({});
  readonly #folder = mkdtempSync(join(tmpdir(), 'zhangbang-office-'));
  /** What the site shows, also while the repository cannot be reached. */
  #served: string | undefined;
  readonly #stops: (() => Promise<void>)[] = [];
  readonly #context: BrowserContext;
  readonly #site = createServer((request, response) => {
    if (request.url !== `/${STATUS_NAME}`) return void response.writeHead(404).end();
    response.end(printStatus(this.#status()));
  });
  readonly #siteUrl = listening(this.#site);
  readonly bare = join(this.#folder, 'office.git');

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  /** Lays the repository: the settings of the sample, of a centre that asks for so many approvals, no announcement. */
  begin(levels: number): void {
    const seed = join(this.#folder, 'seed');
    cpSync('content', seed, {
      recursive: true,
      filter: (path) =>
        !/\/(?:announcements|originals|disclosure|\.cache)(?:\/|$)/u.test(path.replaceAll('\\', '/')),
    });
    const site = join(seed, 'site.yaml');
    const real = readFileSync(site, 'utf8').replace(/^(?:示例|OCDS前缀).*\n/gmu, '');
    writeFileSync(site, `${real}审核级数: ${levels}\n`);
    writeFileSync(join(seed, '.gitignore'), '.cache/\n');
    git(this.#folder, 'init', '-q', '--bare', '-b', 'main', this.bare);
    git(seed, 'init', '-q', '-b', 'main');
    const by = ['-c', 'user.name=设置的人', '-c', 'user.email=setup@example.invalid'];
    git(seed, 'add', '.');
    git(seed, ...by, 'commit', '-q', '-m', '开始');
    git(seed, 'push', '-q', this.bare, 'main');
  }

  /** A clerk comes in and opens the desk. */
  async seat(name: string, id: string): Promise<Seat> {
    const contentDir = join(this.#folder, id);
    if (!existsSync(contentDir)) git(this.#folder, 'clone', '-q', this.bare, contentDir);
    git(contentDir, 'config', 'user.name', name);
    git(contentDir, 'config', 'user.email', `${id}@example.invalid`);
    const desk = await this.#start(contentDir);
    const page = await this.#context.newPage();
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(desk.address);
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
    return { page, contentDir, stop: desk.stop, git: (...args) => git(contentDir, ...args) };
  }

  /** The desk as a clerk starts it, in a process of its own. */
  async #start(contentDir: string): Promise<{ address: string; stop: () => Promise<void> }> {
    const child = spawn(process.execPath, ['src/cli/main.ts', 'desk', '--no-open'], {
      env: {
        ...{ ...process.env, NODE_ENV: '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
        ...{
          CONTENT_DIR: contentDir,
          TODAY: this.now,
          SITE_URL: await this.#siteUrl,
          BASE_PATH: '',
          OUT_DIR: '',
        },
      },
      // What was still being asked when it was closed is told there.
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const stop = async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    };
    this.#stops.push(stop);
    for await (const line of createInterface(child.stdout)) {
      const address = /办事台：(http\S+)/u.exec(line)?.[1];
      if (address !== undefined) return { address, stop };
    }
    throw new Error('The desk did not open.');
  }

  #status(): SiteStatus {
    if (existsSync(this.bare)) this.#served = this.git('rev-parse', 'main');
    const revision = this.#served;
    return {
      ...{ phase: 'current', since: this.now, seen: this.now, findings: [], version: '2026.12', revision },
      served: { revision, at: this.now },
      ...this.status(),
    };
  }

  /** In the repository that all meet in. */
  git = (...args: readonly string[]): string => git(this.bare, ...args);

  /** The announcements that are published, with their attachments. */
  files = (): readonly string[] =>
    this.git('ls-tree', '-r', '-z', '--name-only', 'main', 'announcements').split('\0').filter(Boolean);

  async close(): Promise<void> {
    for (const page of this.#context.pages().slice(1)) await page.close();
    await Promise.all(this.#stops.map((stop) => stop()));
    this.#site.close();
    rmSync(this.#folder, { recursive: true, maxRetries: 5 });
  }
}

/** Puts a notice on a clerk's desk that nothing stands against, and opens its last step. */
export async function layNotice(
  { page }: Seat,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answers = {
    ...{ 标题: '关于示例的通知', 标识: 'gm-tz-2026-801', 发布时间: '2026-11-22 09:00', 发布单位: '示例中心' },
    ...more,
  };
  const key = await page.evaluate(async (wanted) => {
    const ask = async (
      method: string,
      path: string,
      body: object,
    ): Promise<{ key: string; answers: object }> => {
      const token = sessionStorage.getItem('desk-token')!;
      const window = sessionStorage.getItem('desk-window')!;
      const headers = { 'X-Desk-Token': token, 'X-Desk-Window': window, 'Content-Type': 'application/json' };
      return (await fetch(path, { method, headers, body: JSON.stringify(body) })).json() as never;
    };
    const draft = await ask('POST', '/api/drafts', { category: 'general', type: '通知' });
    const edit = { rev: 1, answers: { ...draft.answers, ...wanted }, body: '今天不办理业务。\n', files: [] };
    await ask('PUT', `/api/drafts/${draft.key}`, edit);
    return draft.key;
  }, answers);
  await page.goto(`${new URL(page.url()).origin}/#/draft/${key}/publish`);
  await page.getByRole('heading', { level: 1, name: answers['标题'] }).waitFor();
  return key;
}

/** Opens what waits for a clerk's review, once her desk knows of it. */
export async function openReview({ page }: Seat, title: string): Promise<void> {
  await page.getByRole('link', { name: '工作台', exact: true }).click();
  const waiting = page.getByRole('region', { name: '待我审核' }).getByRole('link', { name: title });
  // The desk looks each quarter of a minute.
  await waiting.click({ timeout: 40_000 });
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

export async function tickAll({ page }: Seat): Promise<void> {
  for (const box of await page.getByRole('checkbox').all()) await box.check();
}
