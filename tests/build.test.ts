import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check } from '../src/core/check.ts';
import { oldAddresses, OWN_FOLDERS } from '../src/core/old-addresses.ts';

/**
 * Whole builds of the sample content, one after another: two at once in one project would share Astro's own folders.
 */
const room = mkdtempSync(join(tmpdir(), 'zhangbang-build-'));
const sample = check('content');
const clean = {
  ...process.env,
  TODAY: '2026-11-22T09:00+08:00',
  CONTENT_DIR: 'content',
  SITE_URL: '',
  BASE_PATH: '',
  // The test runner names itself here, and tools built on Vite listen.
  NODE_ENV: 'production',
  VITEST: '',
};
const BUILD_MS = 300_000;

interface Built {
  code: number | null;
  output: string;
  dir: string;
}

function build(name: string, env: Record<string, string> = {}): Built {
  const dir = join(room, name);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'build'], {
    env: { ...clean, OUT_DIR: dir, ...env },
    encoding: 'utf8',
  });
  return { code: status, output: stdout + stderr, dir };
}

function contentCopy(name: string): string {
  const dir = join(room, `${name}-content`);
  cpSync('content', dir, { recursive: true });
  return dir;
}

const files = (dir: string): string[] =>
  globSync('**/*', { cwd: dir })
    .filter((file) => statSync(join(dir, file)).isFile())
    .sort();

const digests = (dir: string): Map<string, string> =>
  new Map(
    files(dir).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(dir, file)))
        .digest('hex'),
    ]),
  );

const differing = (a: Map<string, string>, b: Map<string, string>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file)).sort();

let first: Built;

beforeAll(() => {
  first = build('first');
}, BUILD_MS);

afterAll(() => rmSync(room, { recursive: true, force: true }));

test('the sample content is published whole: every announcement has its page and its data', () => {
  expect(first.output).toContain('没有发现问题');
  expect(first.code).toBe(0);
  for (const { id } of sample.corpus.entries) {
    expect(existsSync(join(first.dir, `announcements/${id}/index.html`)), id).toBe(true);
    expect(existsSync(join(first.dir, `announcements/${id}.json`)), id).toBe(true);
  }
});

test('every attachment is published byte for byte under a plain name', () => {
  const attached = sample.corpus.entries.filter(({ attachments }) => attachments.length > 0);
  expect(attached.length).toBeGreaterThan(5);
  for (const { id, attachments, file } of attached) {
    for (const [index, attachment] of attachments.entries()) {
      const ending = /\.(\w+)$/u.exec(attachment.file)![1]!.toLowerCase();
      const published = readFileSync(
        join(first.dir, `announcements/${id}/attachment-${index + 1}.${ending}`),
      );
      expect(
        published.equals(readFileSync(join('content', file, '..', attachment.file))),
        attachment.file,
      ).toBe(true);
    }
  }
});

test(
  'two builds are equal byte for byte, also on a machine in New York',
  () => {
    const second = build('second', { TZ: 'America/New_York', LANG: 'en_US.UTF-8' });
    expect(second.code).toBe(0);
    expect(differing(digests(first.dir), digests(second.dir))).toEqual([]);
  },
  BUILD_MS,
);

test('no link inside the site is broken', () => {
  expect(brokenLinks(first.dir, '/')).toEqual([]);
});

test(
  'in a sub-folder of another site every address stays within the sub-folder, and none is broken',
  () => {
    const nested = build('nested', { BASE_PATH: '/gov/ggzy/' });
    expect(nested.code).toBe(0);
    expect(brokenLinks(nested.dir, '/gov/ggzy/')).toEqual([]);
    const rss = readFileSync(join(nested.dir, 'feeds/all.xml'), 'utf8');
    expect(rss).toContain('https://www.example.gov.cn/gov/ggzy/announcements/');
    expect(rss).not.toContain('example.gov.cn/announcements/');
    const moved = readFileSync(join(nested.dir, 'redirects/nginx.map'), 'utf8');
    const target = '"https://www.example.gov.cn/gov/ggzy/announcements/gm-js-2018-003-tender/";';
    expect(moved).toContain(`"/jyxx/001001/20180308/3.html" ${target}`);
    expect(moved).toContain(`"/gov/ggzy/jyxx/001001/20180308/3.html" ${target}`);
  },
  BUILD_MS,
);

/** Links of all pages that lead to no file, to no place in it, or out of the site's folder. */
function brokenLinks(dir: string, base: string): string[] {
  const broken = new Set<string>();
  let links = 0;
  for (const page of files(dir).filter((file) => file.endsWith('.html'))) {
    const html = readFileSync(join(dir, page), 'utf8');
    for (const [, address] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/gu)) {
      if (/^(https?|mailto|tel|webcal):/u.test(address!)) continue;
      links += 1;
      const url = new URL(address!.replaceAll('&amp;', '&'), `http://x${base}${page}`);
      const target = url.pathname;
      const inside = target.startsWith(base) ? decodeURI(target.slice(base.length)) : undefined;
      const file =
        inside === undefined
          ? undefined
          : inside === '' || inside.endsWith('/')
            ? `${inside}index.html`
            : inside;
      const place = decodeURIComponent(url.hash.slice(1));
      if (file === undefined || !existsSync(join(dir, file)) || !hasPlace(join(dir, file), place))
        broken.add(`${page} → ${address!}`);
    }
  }
  expect(links).toBeGreaterThan(1000);
  return [...broken];
}

const places = new Map<string, ReadonlySet<string>>();

/** Whether a page has an element of that id; the top of a page is always there. */
function hasPlace(page: string, id: string): boolean {
  if (id === '') return true;
  let known = places.get(page);
  if (!known) {
    known = new Set([...readFileSync(page, 'utf8').matchAll(/\sid="([^"]*)"/gu)].map(([, own]) => own!));
    places.set(page, known);
  }
  return known.has(id);
}

test('every old address is known to web servers and to the page of errors, and answers by itself where a file can', () => {
  const old = oldAddresses(sample.corpus.entries);
  expect(old.some(({ old }) => old.includes('?'))).toBe(true);
  const read = (path: string) => readFileSync(join(first.dir, path), 'utf8');
  const known = JSON.parse(read('redirects/addresses.json')) as Record<string, string>;
  expect(Object.keys(known)).toEqual(old.map(({ old }) => old));
  expect(read('redirects/nginx.map').trim().split('\n')).toHaveLength(old.length);
  expect(read('redirects/caddy.txt').trim().split('\n')).toHaveLength(old.length + 1);
  for (const { old: address, id } of old) {
    const url = `https://www.example.gov.cn/announcements/${id}/`;
    expect(known[address]).toBe(`announcements/${id}/`);
    expect(read('redirects/nginx.map')).toContain(`"${address}" "${url}";\n`);
    expect(read('redirects/caddy.txt')).toContain(`"${address}" "${url}"\n`);
    expect(existsSync(join(first.dir, known[address]!, 'index.html'))).toBe(true);
    if (!address.includes('?'))
      expect(read(address)).toMatch(
        new RegExp(`url=/announcements/${id}/".*rel="canonical" href="${url}"`, 'su'),
      );
  }
});

test('no page stands outside the folders that old addresses may not use, and none in their place is indexed', () => {
  const places = new Set(oldAddresses(sample.corpus.entries).map(({ old }) => old.split('/')[1]!));
  const own = new Set([...OWN_FOLDERS, ...sample.corpus.pages.map(({ id }) => id)]);
  const folders = new Set(
    files(first.dir)
      .filter((file) => !/^sitemap-\w+\.xml$/u.test(file))
      .map((file) => file.split('/')[0]!),
  );
  expect([...folders].filter((folder) => !own.has(folder) && !places.has(folder))).toEqual([]);
  for (const map of files(first.dir).filter((file) => /^sitemap.*xml$/u.test(file)))
    expect(readFileSync(join(first.dir, map), 'utf8')).not.toContain('/jyxx/');
});

test('a feed reader finds every announcement that a feed promises, with its whole address', () => {
  for (const name of ['all', 'construction', 'procurement', 'land', 'property', 'general']) {
    const rss = parseRssFeed(readFileSync(join(first.dir, `feeds/${name}.xml`), 'utf8'));
    const json = parseJsonFeed(JSON.parse(readFileSync(join(first.dir, `feeds/${name}.json`), 'utf8')));
    const entries = sample.corpus.entries.filter(
      ({ announcement }) => name === 'all' || announcement.category === name,
    );
    expect(rss.items!.length, name).toBeGreaterThanOrEqual(Math.min(50, entries.length));
    expect(json.items!.map(({ url }) => url)).toEqual(rss.items!.map(({ link }) => link));
    expect(rss.items![0]!.link).toMatch(/^https:\/\/www\.example\.gov\.cn\/announcements\/[a-z0-9-]+\/$/u);
    const newest = entries
      .map(({ announcement }) => announcement.publishedAt)
      .sort()
      .at(-1)!;
    expect(new Date(rss.items![0]!.pubDate as string).getTime()).toBe(new Date(newest).getTime());
  }
});

test('every feed, list of subscriptions and calendar of the site is understood by an independent reader', () => {
  const named = (ending: string): string[] =>
    files(first.dir).filter(
      (file) => /^(feeds|calendar|announcements)\//u.test(file) && file.endsWith(ending),
    );
  const read = (file: string): string => readFileSync(join(first.dir, file), 'utf8');
  const feeds = named('.xml');
  expect(feeds.length).toBeGreaterThan(50);
  for (const file of feeds) {
    const rss = parseRssFeed(read(file));
    const json = parseJsonFeed(JSON.parse(read(file.replace('.xml', '.json'))));
    expect(rss.items?.length ?? 0, file).toBeGreaterThan(0);
    expect(json.items!.map(({ id }) => id)).toEqual(rss.items!.map(({ guid }) => guid!.value));
  }
  const listed = read('feeds/all.opml').match(/xmlUrl="[^"]+"/gu)!;
  expect(parseOpml(read('feeds/all.opml')).body!.outlines!.length).toBeGreaterThan(3);
  expect(listed.length).toBe(feeds.length);
  const calendars = named('.ics');
  expect(calendars.length).toBeGreaterThan(50);
  for (const file of calendars) {
    const events = new ICAL.Component(ICAL.parse(read(file)) as unknown[]).getAllSubcomponents('vevent');
    expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size, file).toBe(events.length);
    for (const line of read(file).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
});

test('a correction is an entry of its own in the feed and says what changed', () => {
  const json = parseJsonFeed(JSON.parse(readFileSync(join(first.dir, 'feeds/construction.json'), 'utf8')));
  const correction = json.items!.find(({ url }) => url!.includes('gm-js-2026-031-correction-2'))!;
  expect(correction.content_text).toContain(
    '投标截止由“2026年11月25日（星期三）09:30”改为“2026年12月8日（星期二）09:30”',
  );
});

test('the data of an announcement states money in yuan, instants with their offset, and what was corrected', () => {
  const data = JSON.parse(
    readFileSync(join(first.dir, 'announcements/gm-js-2026-031-tender.json'), 'utf8'),
  ) as {
    published: Record<string, unknown>;
    effective: Record<string, unknown>;
    changes: { field: string; by: string }[];
  };
  expect(data.published['budget']).toEqual({ amount: '11600000.00', currency: 'CNY' });
  expect(data.published['bidDeadline']).toBe('2026-11-18T09:30:00+08:00');
  expect(data.effective['bidDeadline']).toBe('2026-12-08T09:30:00+08:00');
  const moves = data.changes.filter(({ field }) => field === 'bidDeadline').map(({ by }) => by);
  expect(moves).toEqual(['gm-js-2026-031-correction-1', 'gm-js-2026-031-correction-2']);
});

test(
  'an error in the content stops the build with the words of the check, and the present site stays as it was',
  () => {
    const content = contentCopy('broken');
    const dir = join(room, 'kept');
    cpSync(first.dir, dir, { recursive: true });
    const before = digests(dir);
    const file = join(content, 'announcements/construction/2026/gm-js-2026-033-tender.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('投标截止: ', '投标截止：'));
    const { code, output } = build('kept', { CONTENT_DIR: content });
    const checked = spawnSync(process.execPath, ['src/cli/main.ts', 'check'], {
      env: { ...clean, CONTENT_DIR: content },
      encoding: 'utf8',
    });
    expect(code).toBe(1);
    expect(checked.status).toBe(1);
    expect(checked.stdout).toContain('错误 F104');
    expect(output).toContain(checked.stdout);
    expect(output).toContain('原来的网站没有改动');
    expect(differing(before, digests(dir))).toEqual([]);
  },
  BUILD_MS,
);

test(
  'a build that is killed in the middle leaves the present site whole, and the next build succeeds',
  async () => {
    const dir = join(room, 'killed');
    cpSync(first.dir, dir, { recursive: true });
    const before = digests(dir);
    await killWhenPagesBegin(dir);
    expect(differing(before, digests(dir))).toEqual([]);
    expect(build('killed').code).toBe(0);
    expect(differing(before, digests(dir))).toEqual([]);
    expect(existsSync(`${dir}.staging`)).toBe(false);
  },
  BUILD_MS,
);

/** Starts a build and kills it as soon as it has begun to write pages. */
function killWhenPagesBegin(dir: string): Promise<void> {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'build'], {
    env: { ...clean, OUT_DIR: dir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('生成网页')) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('exit', () => resolve()));
}

test(
  'one more announcement changes at most forty files outside the search index',
  () => {
    const content = contentCopy('grown');
    const added = join(content, 'announcements/general/2026/gm-tz-2026-999.md');
    writeFileSync(
      added,
      '---\n标题: 关于新增一条示例通知的通知\n类别: 通知公告\n类型: 通知\n发布时间: 2026-11-21 10:00\n发布单位: 示例中心\n---\n\n各有关单位：\n\n示例通知。\n',
    );
    const grown = build('grown', { CONTENT_DIR: content });
    expect(grown.code).toBe(0);
    const changed = differing(digests(first.dir), digests(grown.dir)).filter(
      (file) => !file.startsWith('search/'),
    );
    expect(changed.length).toBeGreaterThan(5);
    expect(changed.length, changed.join('\n')).toBeLessThanOrEqual(40);
    // Of the present year the months that are over are counted, and a closed year stays as it was.
    expect(changed.filter((file) => file.startsWith('statistics/'))).toEqual([]);
  },
  BUILD_MS,
);

test(
  'what was published is listed beside the site, and is neither changed nor removed by a later build without a word',
  () => {
    const content = join(room, 'held-content');
    const file = 'announcements/general/2026/gm-tz-2026-001.md';
    mkdirSync(join(content, file, '..'), { recursive: true });
    for (const name of ['calendar', 'pages'])
      cpSync(join('content', name), join(content, name), { recursive: true });
    const site = readFileSync('content/site.yaml', 'utf8').replace(/^示例站.*\n/mu, '');
    writeFileSync(join(content, 'site.yaml'), site);
    const notice = (title: string) =>
      `---\n标题: ${title}\n类别: 通知公告\n类型: 通知\n发布时间: 2026-03-30 10:00\n发布单位: 示例中心\n---\n\n现予通知。\n`;
    writeFileSync(join(content, file), notice('放假通知'));
    const builds = (...args: string[]) =>
      spawnSync(process.execPath, ['src/cli/main.ts', 'build', ...args], {
        env: { ...clean, CONTENT_DIR: content, OUT_DIR: join(room, 'held') },
        encoding: 'utf8',
      });
    const list = join(room, 'held.published.ndjson');

    expect(builds('--trial').status).toBe(0);
    expect(existsSync(list), 'a trial is not published').toBe(false);
    const published = builds();
    expect([published.status, published.stderr]).toEqual([0, '']);
    expect(published.stdout).not.toContain('K1');
    expect(files(join(room, 'held')).some((name) => name.includes('published'))).toBe(false);
    const [before, kept] = [digests(join(room, 'held')), readFileSync(list, 'utf8')];

    writeFileSync(join(content, file), notice('停电通知'));
    const changed = builds();
    expect(changed.status).toBe(1);
    expect(changed.stdout).toContain('错误 K101  已发布的公告被改动了：“标题”发布时写的是“放假通知”');
    rmSync(join(content, file));
    expect(builds().stdout).toContain('错误 K102');
    expect(differing(before, digests(join(room, 'held')))).toEqual([]);
    expect(readFileSync(list, 'utf8')).toBe(kept);
  },
  BUILD_MS,
);
