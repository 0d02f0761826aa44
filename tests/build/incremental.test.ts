import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceOf } from '../bench/archive/chance.ts';
import { generate } from '../bench/generate.ts';
import { EDITS } from './site-edits.ts';
import { Twin } from './twin.ts';

/** A build takes seconds, on a busy machine many. */
const LONG = 600_000;

let room: string;
let twin: Twin;

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'zhangbang-incremental-'));
  mkdirSync(join(room, 'content'));
  generate(join(room, 'content'), 40, 'incremental');
  twin = new Twin(room, '2026-11-02T09:00+08:00');
  expect(twin.build().status).toBe(0);
}, LONG);
afterAll(() => {
  for (const file of twin.states()) rmSync(file, { force: true });
  rmSync(room, { recursive: true });
});

const editNamed = (name: string) => EDITS.find((edit) => edit.name === name)!;

/** How many files a build has exchanged; undefined where it was a whole one. */
const exchangedBy = (output: string): number | undefined => {
  if (output.includes('› 没有变化，')) return 0;
  const [, count] = /（(\d+) 个文件有变化/u.exec(output) ?? [];
  return count === undefined ? undefined : Number(count);
};

const shortForms = (): readonly string[] => globSync('**/*.{gz,br}', { cwd: twin.site });

/** Whether a `.gz` or `.br` holds the bytes of the file beside it. */
function isOfItsFile(path: string): boolean {
  const bytes = readFileSync(join(twin.site, path));
  const long = path.endsWith('.gz') ? gunzipSync(bytes) : brotliDecompressSync(bytes);
  return long.equals(readFileSync(join(twin.site, path.replace(/\.\w+$/u, ''))));
}

const notice = (publishedAt: string, more = ''): string => `---
标题: 关于服务安排的通知
类别: 通知公告
类型: 通知
发布时间: ${publishedAt}
地区: 荷城街道
发布单位: 示例中心
联系人: 梁工（示例）
联系电话: 0757-00000033
${more}---

本公告为虚构。
`;

/** Changes a file of the site as if it had been made so: what is remembered and the marker bear another release. */
function makeWrong(path: string): void {
  appendFileSync(join(twin.site, path), '<!-- wrong -->');
  const state = new DatabaseSync(twin.states()[0]!);
  const { sum } = state.prepare('select sum from release').get() as { sum: string };
  const other = sum.replace(/.$/u, (last) => (last === '0' ? '1' : '0'));
  state.prepare('update release set sum = ?').run(other);
  state.close();
  const marker = join(twin.site, '.zhangbang.json');
  writeFileSync(marker, readFileSync(marker, 'utf8').replace(sum, other));
}

/** When each file of the site was written. */
const writtenAt = (): ReadonlyMap<string, number> =>
  new Map(
    globSync('**/*', { cwd: twin.site }).map((path) => [path, statSync(join(twin.site, path)).mtimeMs]),
  );

describe('a site that is built on', () => {
  test(
    'is file by file what a whole build makes, after whatever was done to the content',
    { timeout: LONG },
    () => {
      const chance = chanceOf('incremental');
      const names = [
        '发布一份招标公告',
        '更正一份公告的截止时间',
        '迁来一份旧的成交公示，与一份出让公告同一个项目编号',
        '改单位的名称',
        '撤下一份公告',
        '换附件的字节',
        '过一天',
      ];
      for (const name of names) {
        const { status, output, unlike } = twin.edited(editNamed(name), chance);
        expect([status, unlike], `${name}\n${output}`).toEqual([0, []]);
        expect(exchangedBy(output), output).toBeDefined();
      }
    },
  );

  test('is not touched where nothing has changed', { timeout: LONG }, () => {
    const before = writtenAt();
    const { status, output } = twin.build();
    expect(status, output).toBe(0);
    expect(output).toMatch(/^› 没有变化，网站的 \d+ 个文件照旧$/mu);
    expect(writtenAt()).toEqual(before);
  });

  test('is held against a whole build of the same content at the same moment', { timeout: LONG }, () => {
    expect(twin.build(['--full']).output).toMatch(
      /^一致：全部重新生成的 \d+ 个文件和正在用的网站逐字节相同$/mu,
    );
    makeWrong('index.html');
    const wrong = twin.build(['--full']);
    expect(wrong.output).toContain('不一致：全部重新生成的和正在用的网站有 1 个文件不同：index.html。');
    expect(wrong.status).toBe(0);
    editNamed('改标题').apply(twin.content, chanceOf('same'), twin.now);
    expect(twin.build(['--full']).output).not.toContain('一致');
  });

  test('tells of all its announcements, also of those that were not looked at', { timeout: LONG }, () => {
    const paths = ['early', 'timed'].map((id) => join(twin.content, `announcements/general/2026/${id}.md`));
    mkdirSync(join(paths[0]!, '..'), { recursive: true });
    const [early, timed] = [notice('2026-11-05 09:00'), notice('2026-11-06 09:00', '定时: 是\n')];
    writeFileSync(paths[0]!, early);
    writeFileSync(paths[1]!, timed);
    const count = globSync('announcements/**/*.md', { cwd: twin.content }).length - 1;
    for (const args of [[], [], ['--full']]) {
      const { output } = twin.build(args);
      expect(output).toContain(`完成：${count} 份公告`);
      expect(output).toMatch(/1 份公告的发布时间还没到.*early（2026年11月5日/u);
      expect(output).toMatch(/定时：1 份公告还没有到发布时间.*timed（2026年11月6日/u);
    }
    for (const path of paths) rmSync(path);
    expect(twin.build().status).toBe(0);
  });

  test('has every file that nothing has changed left as it lay', { timeout: LONG }, () => {
    const before = writtenAt();
    writeFileSync(join(twin.site, 'manifest.json'), '{}');
    editNamed('发布一份招标公告').apply(twin.content, chanceOf('one more'), twin.now);
    const { output } = twin.build();
    const after = writtenAt();
    const rewritten = [...before].filter(([path, at]) => /\.\w+$/u.test(path) && after.get(path) !== at);
    expect(rewritten.length).toBeLessThanOrEqual(exchangedBy(output)!);
    expect(rewritten.length).toBeLessThan(before.size / 4);
    expect(existsSync(join(twin.site, 'manifest.json')), 'a list of what was there before').toBe(false);
  });

  test(
    'stays as it was where the content has errors, and goes on when they are mended',
    { timeout: LONG },
    () => {
      const before = writtenAt();
      const file = join(twin.content, 'announcements/general/2026/broken.md');
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, '---\n标题: 没有写完\n');
      expect(twin.build().status).toBe(1);
      expect(writtenAt()).toEqual(before);
      rmSync(file);
      const { status, output } = twin.build();
      expect([status, exchangedBy(output)]).toEqual([0, 0]);
    },
  );

  test('is built as a whole when somebody has changed a file in it, and says so', { timeout: LONG }, () => {
    // Most of them: a run looks at fifty files, other ones each time.
    for (const path of globSync('**/*.{html,xml,ics,csv}', { cwd: twin.site }))
      appendFileSync(join(twin.site, path), '<!-- by hand -->');
    editNamed('改标题').apply(twin.content, chanceOf('title'), twin.now);
    const { status, output } = twin.build();
    expect(status, output).toBe(0);
    expect(output).toMatch(/不是生成时的样子），这一次全部重新生成/u);
    expect(twin.unlikeWhole()).toEqual([]);
  });

  test('is built as a whole when what is remembered is cut short', { timeout: LONG }, () => {
    for (const file of twin.states()) truncateSync(file, statSync(file).size / 2);
    const { status, output } = twin.build();
    expect(status).toBe(0);
    expect(output).toContain('没有可沿用的记录（记录不完整），这一次全部重新生成。');
    expect(exchangedBy(twin.build().output)).toBe(0);
  });

  test('is built as a whole when the settings have changed', { timeout: LONG }, () => {
    editNamed('改网站的设置').apply(twin.content, chanceOf('settings'), twin.now);
    const { output } = twin.build();
    expect(output).toContain('没有可沿用的记录（设置改了），这一次全部重新生成。');
    expect(twin.unlikeWhole()).toEqual([]);
  });

  test('has short forms of the very files that lie there, or none', { timeout: LONG }, () => {
    const folder = join(twin.content, 'announcements/general/2026/with-table');
    const table = join(folder, 'table.csv');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'index.md'),
      notice('2026-11-01 09:00', '附件:\n  - 文件: table.csv\n    名称: 一览表\n'),
    );
    writeFileSync(table, '名称,金额\n'.repeat(200));
    expect(twin.build(['--compress']).status).toBe(0);
    writeFileSync(table, '名称,金额\n'.repeat(2));
    const { output } = twin.build(['--compress']);
    expect(exchangedBy(output), output).toBeGreaterThan(0);
    expect(shortForms().filter((path) => !isOfItsFile(path))).toEqual([]);
    expect(shortForms().length).toBeGreaterThan(100);
    writeFileSync(table, '名称,金额\n'.repeat(3));
    expect(twin.build().status).toBe(0);
    expect(shortForms()).toEqual([]);
    expect(twin.unlikeWhole()).toEqual([]);
  });

  test('takes up what has changed in an attachment of the catalogue alone', { timeout: LONG }, () => {
    const folder = 'disclosure/operations/deposit-window';
    cpSync(join('content', folder), join(twin.content, folder), { recursive: true });
    const pdf = globSync('*.pdf', { cwd: join(twin.content, folder) })[0]!;
    for (const end of ['%1\n', '%2\n']) {
      writeFileSync(
        join(twin.content, folder, pdf),
        Buffer.concat([readFileSync(join('content', folder, pdf)), Buffer.from(end)]),
      );
      expect(twin.build().status).toBe(0);
    }
    expect(twin.unlikeWhole()).toEqual([]);
  });

  test('is built as a whole when time begins to pass on it, or stands still', { timeout: LONG }, () => {
    const site = join(twin.content, 'site.yaml');
    appendFileSync(site, '示例时间: 2026-11-02 09:00\n');
    expect(twin.build().status).toBe(0);
    const moment = twin.now;
    twin.now = '';
    expect(twin.build().output).toContain('没有可沿用的记录（设置改了）');
    expect(twin.unlikeWhole()).toEqual([]);
    twin.now = moment;
  });

  test('is built as a whole when the list of what was published is gone', { timeout: LONG }, () => {
    const site = join(twin.content, 'site.yaml');
    writeFileSync(site, readFileSync(site, 'utf8').replace(/^(?:示例|OCDS前缀).*\n/gmu, ''));
    expect(twin.build().status).toBe(0);
    const list = `${twin.site}.published.ndjson`;
    const before = readFileSync(list, 'utf8');
    rmSync(list);
    expect(twin.build().output).toContain('旁边的发布清单不在了），这一次全部重新生成');
    expect(readFileSync(list, 'utf8')).toBe(before);
    appendFileSync(site, '示例站: 是\n');
    expect(twin.build().status).toBe(0);
  });

  test('is whole again by the next run, whenever a run was killed', { timeout: LONG }, async () => {
    const chance = chanceOf('killed');
    for (let run = 0; run < 6; run += 1) {
      editNamed(chance.pick(['发布一份招标公告', '改标题', '改正文'])).apply(twin.content, chance, twin.now);
      const child = spawn(process.execPath, ['src/cli/main.ts', 'build'], {
        env: twin.environment(),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      await reached(child.stdout, chance.pick(['检查内容', '生成网页', '核对', '切换']));
      child.kill('SIGKILL');
      await ended;
      expect(twin.build().status).toBe(0);
    }
    expect(twin.unlikeWhole()).toEqual([]);
  });
});

/** Waits until a program has said something, or has no more to say. */
async function reached(output: NodeJS.ReadableStream, words: string): Promise<void> {
  let said = '';
  for await (const piece of output) {
    said += String(piece);
    if (said.includes(words)) return;
  }
}
