import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { later, tenderAnd, tenderFile, withdrawn } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import type { Edition } from '../../src/core/edition.ts';
import { failureInHand } from '../../src/core/failure.ts';
import type { SiteFile } from '../../src/site/unit.ts';
import { filesOfProject, hasProjectZip } from '../../src/site/project-files.ts';
import { editionFrom } from './edition.ts';

const CODE = 'GM-JS-2026-001';
const folder = 'announcements/construction/2026';

/** An announcement as a clerk writes it, in a folder with attachments: their names with their words. */
function attached(tree: Tree, files: Readonly<Record<string, string>>): Tree {
  const [[file, text]] = Object.entries(tree) as [[string, string]];
  const own = file.replace(/\.md$/u, '');
  const list = Object.keys(files).map((name) => `  - 文件: ${name}\n    名称: ${name}`);
  return {
    [`${own}/index.md`]: text.replace('\n---\n', `\n附件:\n${list.join('\n')}\n---\n`),
    ...Object.fromEntries(Object.entries(files).map(([name, words]) => [`${own}/${name}`, words])),
  };
}

const without = (tree: Tree, file: string): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => path !== file));

const clarified = later('clarification', '澄清公告', '2026-03-06 09:00', '影响投标文件编制: 否');

const editionWith = (...trees: readonly Tree[]): Edition =>
  editionFrom({
    ...without(tenderAnd(), `${folder}/tender.md`),
    ...attached(tenderFile(), { '招标文件.txt': '第一章' }),
    ...Object.assign({}, ...trees),
  });

const filesOf = (edition: Edition): ReadonlyMap<string, SiteFile> =>
  new Map([...filesOfProject(edition, CODE)].map((file) => [file.path.split('/').at(-1)!, file]));

const bytesOf = (file: SiteFile | undefined): Uint8Array =>
  file && 'bytes' in file ? file.bytes : new Uint8Array();
const textOf = async (file: SiteFile | undefined): Promise<string> =>
  file && 'text' in file ? await file.text : '';
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

describe('一个项目的全部附件', () => {
  test('打成一个不压缩的包，每份公告一个文件夹，校验值在包里和包外都有', async () => {
    const files = filesOf(editionWith(attached(clarified, { '招标文件.txt': '第二章' })));
    const zip = bytesOf(files.get('attachments.zip'));
    const packed = unzipSync(zip);
    const sums = `${sha256('第一章')}  tender/招标文件.txt\n${sha256('第二章')}  clarification/招标文件.txt\n`;
    expect(
      Object.fromEntries(Object.entries(packed).map(([path, bytes]) => [path, strFromU8(bytes)])),
    ).toEqual({
      'tender/招标文件.txt': '第一章',
      'clarification/招标文件.txt': '第二章',
      SHA256SUMS: sums,
    });
    expect(strFromU8(zip, true)).toContain(strFromU8(new TextEncoder().encode('第一章'), true));
    expect(await textOf(files.get('SHA256SUMS'))).toBe(`${sha256(zip)}  attachments.zip\n${sums}`);
  });

  test('同样的附件打成同样的包，与打包的时间和机器的时区无关', () => {
    const at = (zone: string): string => {
      vi.stubEnv('TZ', zone);
      return sha256(bytesOf(filesOf(editionWith()).get('attachments.zip')));
    };
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(at('America/New_York')).toBe(at('Asia/Shanghai'));
  });

  test('合起来超过 50 MB 的不打包，只有清单和校验值', async () => {
    const edition = editionWith();
    const large = {
      ...edition,
      entry: (id: string) => {
        const entry = edition.entry(id);
        return {
          ...entry,
          attachments: entry.attachments.map((one) => ({ ...one, bytes: 50 * 1024 * 1024 + 1 })),
        };
      },
    };
    expect(hasProjectZip(large, CODE)).toBe(false);
    expect([...filesOf(large).keys()]).toEqual(['feed.xml', 'calendar.ics', 'SHA256SUMS']);
    expect(await textOf(filesOf(large).get('SHA256SUMS'))).toBe(`${sha256('第一章')}  tender/招标文件.txt\n`);
  });

  test('附件在打包时不见了，停下来说是哪一份公告的，不留半个包', () => {
    const edition = editionWith(attached(clarified, { '答复.txt': '一' }));
    rmSync(join(edition.contentDir, folder, 'clarification/答复.txt'));
    const made: string[] = [];
    let failure: unknown;
    try {
      for (const { path } of filesOfProject(edition, CODE)) made.push(path);
    } catch (cause) {
      failure = cause;
    }
    expect(failureInHand(failure)?.hand).toBe(`公告 ${folder}/clarification/index.md `);
    expect(made.filter((path) => path.endsWith('.zip'))).toEqual([]);
  });

  test('已经撤下的公告的附件不在里面', () => {
    const gone = withdrawn(attached(clarified, { '答复.txt': '一' }), '2026-03-07 09:00');
    const text = Object.fromEntries(
      Object.entries(gone).map(([path, words]) => [path, path.endsWith('.txt') ? '一' : words]),
    );
    const packed = unzipSync(bytesOf(filesOf(editionWith(text)).get('attachments.zip')));
    expect(Object.keys(packed)).toEqual(['tender/招标文件.txt', 'SHA256SUMS']);
  });

  test('没有附件的项目没有包', () => {
    const files = [...filesOfProject(editionFrom(tenderAnd()), CODE)].map(({ path }) => path);
    expect(files).toEqual(['projects/gm-js-2026-001/feed.xml', 'projects/gm-js-2026-001/calendar.ics']);
  });
});

describe('只看一个项目', () => {
  test('订阅里有它的全部公告，新的在前，网址是自己的', async () => {
    const feed = await textOf(filesOf(editionWith(clarified)).get('feed.xml'));
    expect([...feed.matchAll(/<link>([^<]+)<\/link>/gu)].map(([, url]) => url)).toEqual([
      'https://www.example.gov.cn/projects/gm-js-2026-001/',
      'https://www.example.gov.cn/announcements/clarification/',
      'https://www.example.gov.cn/announcements/tender/',
    ]);
    expect(feed).toContain('href="https://www.example.gov.cn/projects/gm-js-2026-001/feed.xml" rel="self"');
  });

  test('日历里有它的截止和开标', async () => {
    const calendar = await textOf(filesOf(editionWith()).get('calendar.ics'));
    expect(calendar.match(/BEGIN:VEVENT/gu)!.length).toBeGreaterThan(1);
    expect(calendar).toContain('20260325T013000Z');
  });
});
