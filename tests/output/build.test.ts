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
import { afterAll, expect, test } from 'vitest';
import { brokenLinks } from './links.ts';
import { pathOf } from './site.ts';

/**
 * Whole builds of the sample content, one after another: two at once in one project would share Astro's own folders.
 */
const room = mkdtempSync(join(tmpdir(), 'zhangbang-build-'));
/** The site of the sample that `npm test` has built just before. */
const first = pathOf('');
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

afterAll(() => rmSync(room, { recursive: true, force: true }));

test(
  'in a sub-folder of another site every address stays within the sub-folder, and none is broken',
  () => {
    const nested = build('nested', { BASE_PATH: '/gov/ggzy/' });
    expect(nested.code).toBe(0);
    expect(brokenLinks(nested.dir, '/gov/ggzy/')).toEqual([]);
    const rss = readFileSync(join(nested.dir, 'feeds/all.xml'), 'utf8');
    expect(rss).toContain('https://www.example.gov.cn/gov/ggzy/announcements/');
    // What readers know an entry by keeps its name wherever a build is put; it is no link.
    const guid = /<guid isPermaLink="false">([^<]*)<\/guid>/gu;
    expect([...rss.matchAll(guid)].map(([, name]) => name)).toContain(
      'https://www.example.gov.cn/announcements/gm-js-2026-033-tender/',
    );
    expect(rss.replaceAll(guid, '')).not.toContain('example.gov.cn/announcements/');
    const moved = readFileSync(join(nested.dir, 'redirects/nginx.map'), 'utf8');
    const target = '"https://www.example.gov.cn/gov/ggzy/announcements/gm-js-2018-003-tender/";';
    expect(moved).toContain(`"/jyxx/001001/20180308/3.html" ${target}`);
    expect(moved).toContain(`"/gov/ggzy/jyxx/001001/20180308/3.html" ${target}`);
  },
  BUILD_MS,
);

test(
  'an error in the content stops the build with the words of the check, and the present site stays as it was',
  () => {
    const content = contentCopy('broken');
    const dir = join(room, 'kept');
    cpSync(first, dir, { recursive: true });
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
  'a build that is killed in the middle leaves the present site whole; the next, on a machine in New York, makes the same bytes',
  async () => {
    const dir = join(room, 'killed');
    cpSync(first, dir, { recursive: true });
    const before = digests(dir);
    await killWhenPagesBegin(dir);
    expect(differing(before, digests(dir))).toEqual([]);
    const next = build('killed', { TZ: 'America/New_York', LANG: 'en_US.UTF-8' });
    expect(next.output).toContain('没有发现问题');
    expect(next.code).toBe(0);
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
  'one more announcement changes at most sixty files outside the search index',
  () => {
    const content = contentCopy('grown');
    const added = join(content, 'announcements/general/2026/gm-tz-2026-999.md');
    writeFileSync(
      added,
      '---\n标题: 关于新增一条示例通知的通知\n类别: 通知公告\n类型: 通知\n发布时间: 2026-11-21 10:00\n发布单位: 示例中心\n---\n\n各有关单位：\n\n示例通知。\n',
    );
    const grown = build('grown', { CONTENT_DIR: content });
    expect(grown.code).toBe(0);
    const changed = differing(digests(first), digests(grown.dir)).filter(
      (file) => !file.startsWith('search/'),
    );
    expect(changed.length).toBeGreaterThan(5);
    expect(changed.length, changed.join('\n')).toBeLessThanOrEqual(60);
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
    const site = readFileSync('content/site.yaml', 'utf8').replace(/^(?:示例站|OCDS前缀).*\n/gmu, '');
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
