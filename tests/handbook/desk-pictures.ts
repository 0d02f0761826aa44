import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import type { Browser, Locator, Page } from '@playwright/test';
import { deskPage } from '../../src/desk/page.ts';
import { openDesk, type OpenDesk } from '../../src/desk/open.ts';
import type { Bundle } from '../../src/build/bundle.ts';
import type { Draft } from '../../src/core/desk/api.ts';
import type { SiteStatus } from '../../src/core/publishing.ts';
import { idOf } from '../../src/core/report.ts';
import { NOTICE, TENDER, type PicturedDraft } from './desk-draft.ts';

/** The moment of the pictures; the sample's tenders are open then. */
const NOW = '2026-11-23T09:00:00+08:00';

/** The sample is on the site, so that none of it is told to be waiting. */
const PUBLISHED: ReadonlySet<string> = new Set(
  globSync('announcements/**/*.md', { cwd: 'content' }).flatMap((file) => idOf(file) ?? []),
);

const STATUS: SiteStatus = {
  ...{ phase: 'current', since: NOW, seen: NOW, findings: [], version: '' },
  served: { at: '2026-11-23T08:30:00+08:00' },
};

const EARLIER = '2026-11-23T08:40:00+08:00';

/** An office in a temporary folder: the sample in a repository of its own, in which another has to approve. */
class PicturedOffice {
  readonly #folder = mkdtempSync(join(tmpdir(), 'zhangbang-pictured-'));
  readonly #desks: OpenDesk[] = [];
  /** The moment at its desks. */
  now = NOW;

  constructor() {
    const seed = join(this.#folder, 'seed');
    cpSync('content', seed, { recursive: true });
    const site = readFileSync(join(seed, 'site.yaml'), 'utf8').replace(/^(?:示例|OCDS前缀).*\n/gmu, '');
    writeFileSync(join(seed, 'site.yaml'), `${site}审核级数: 1\n`);
    this.#git(this.#folder, 'init', '-q', '--bare', '-b', 'main', 'office.git');
    this.#git(seed, 'init', '-q', '-b', 'main');
    this.#git(seed, 'add', '.');
    this.#git(
      seed,
      '-c',
      'user.name=技术人员',
      '-c',
      'user.email=it@example.invalid',
      'commit',
      '-qm',
      '开始',
    );
    this.#git(seed, 'push', '-q', '../office.git', 'main');
  }

  /** A desk of somebody's own. */
  async desk(name: string, email: string): Promise<OpenDesk> {
    const contentDir = join(this.#folder, name);
    this.#git(this.#folder, 'clone', '-q', 'office.git', contentDir);
    this.#git(contentDir, 'config', 'user.name', name);
    this.#git(contentDir, 'config', 'user.email', email);
    const desk = await openDesk({
      contentDir,
      page: await deskPage(process.cwd()),
      now: () => this.now,
      milliseconds: () => performance.now(),
      bundle: bundleAlone,
      askSite: () => Promise.resolve(STATUS),
      askClock: () => Promise.resolve(undefined),
      published: () => PUBLISHED,
      ...{ programs: '', version: '', report: (error) => console.error(error) },
    });
    this.#desks.push(desk);
    return desk;
  }

  async close(): Promise<void> {
    for (const desk of this.#desks) await desk.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #git(cwd: string, ...args: readonly string[]): void {
    execFileSync('git', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

const bundleAlone = (): Promise<Bundle> => {
  const script = 'src/cli/build/bundle-alone.ts';
  const out = execFileSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 2 ** 24 });
  return Promise.resolve(JSON.parse(out.trimEnd().split('\n').at(-1)!) as Bundle);
};

/** What a page of the desk asks, with the token that its address brings; without a window, so that it holds no draft. */
async function ask<T>(desk: OpenDesk, method: string, path: string, body?: unknown): Promise<T> {
  const { origin, hash } = new URL(desk.address);
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: {
      'X-Desk-Token': hash.replace('#token=', ''),
      ...{ 'Sec-Fetch-Site': 'same-origin', Origin: origin, 'Content-Type': 'application/json' },
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Makes the pictures of the desk: each screen as a clerk and a colleague who approves see it, over the sample. */
export async function pictureDesk(browser: Browser, folder: string): Promise<void> {
  const office = new PicturedOffice();
  try {
    const wang = await office.desk('王芳', 'wang@example.invalid');
    const submitted = await pictureWriting(await pagesOf(browser, wang, folder), wang, office);
    const li = await office.desk('李强', 'li@example.invalid');
    await pictureReview(await pagesOf(browser, li, folder), submitted);
  } finally {
    await office.close();
  }
}

/** From the first screen to 送审; gives the draft that was sent there. */
async function pictureWriting(pages: Pages, desk: OpenDesk, office: PicturedOffice): Promise<Draft> {
  // Of one moment, either could stand first in the list.
  office.now = EARLIER;
  const tender = await layDraft(desk, TENDER);
  office.now = NOW;
  const notice = await layDraft(desk, NOTICE);
  const at = ({ key }: Draft, step: string): string => `#/draft/${key}/${step}`;
  await pages.shoot('work', '#/', (page) => page.getByRole('heading', { name: '我的草稿' }));
  await pages.shoot('choose', '#/new', (page) => page.getByRole('button', { name: '招标公告' }));
  await pages.shoot('form', at(tender, 'form'), (page) => page.getByText('少于法定 20 日').first());
  await pages.shoot('body', at(tender, 'body'), (page) => page.getByText('从 Word 文件导入'));
  await pages.shoot('preview', at(notice, 'preview'), (page) =>
    page.frameLocator('iframe').first().getByRole('heading', { name: NOTICE.answers['标题'] }),
  );
  await pages.shoot('publish', at(notice, 'publish'), (page) =>
    page.getByRole('button', { name: '送审', disabled: false }),
  );
  await pages.press('送审', '撤回来再改');
  return notice;
}

/** What a colleague sees who has to approve. */
async function pictureReview(pages: Pages, { key }: Draft): Promise<void> {
  // Her desk has to fetch it first, and her list shows it then.
  await pages.sees('#/', (page) => page.locator(`a[href="#/review/${key}"]`));
  await pages.shoot('review', `#/review/${key}`, (page) =>
    page.frameLocator('iframe').first().getByRole('heading', { name: NOTICE.answers['标题'] }),
  );
}

/** The page of one desk, of which pictures are taken. */
interface Pages {
  /** @param awaited what is there when the screen is whole */
  readonly sees: (place: string, awaited: (page: Page) => Locator) => Promise<void>;
  readonly shoot: (name: string, place: string, awaited: (page: Page) => Locator) => Promise<void>;
  /** Presses a button, and waits for what comes of it. */
  readonly press: (name: string, then: string) => Promise<void>;
}

async function pagesOf(browser: Browser, desk: OpenDesk, folder: string): Promise<Pages> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 720 }, locale: 'zh-CN' });
  await page.goto(desk.address);
  const sees: Pages['sees'] = async (place, awaited) => {
    await page.goto(new URL(place, desk.address).href);
    await awaited(page).first().waitFor({ timeout: LONGEST });
  };
  return {
    sees,
    async shoot(name, place, awaited) {
      await sees(place, awaited);
      await page.screenshot({ path: join(folder, `desk-${name}.png`) });
    },
    async press(name, then) {
      await page.getByRole('button', { name }).click();
      await page.getByText(then).waitFor({ timeout: LONGEST });
    },
  };
}

/** Longest that a screen may take, in milliseconds: the first preview has the program made that renders pages. */
const LONGEST = 120_000;

async function layDraft(desk: OpenDesk, { category, type, answers, body }: PicturedDraft): Promise<Draft> {
  const draft = await ask<Draft>(desk, 'POST', '/api/drafts', { category, type });
  const edit = { rev: 1, answers: { ...draft.answers, ...answers }, body, files: [] };
  await ask(desk, 'PUT', `/api/drafts/${draft.key}`, edit);
  return draft;
}
