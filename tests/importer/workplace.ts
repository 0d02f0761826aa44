import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadCorpus } from '../../src/core/corpus/load.ts';
import type { Saved } from '../../src/importer/listing.ts';
import { runImport } from '../../src/importer/run.ts';
import { generate } from '../bench/generate.ts';
import { HOST, writeOldSite, writePage } from './old-site.ts';

/** Where an import is tried: an old site, a content folder with settings and nothing else, a folder for the report. */
export interface Workplace {
  readonly root: string;
  readonly site: string;
  readonly content: string;
  readonly report: string;
}

export function makeWorkplace(): Workplace {
  const root = mkdtempSync(join(tmpdir(), 'zhangbang-import-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [site, content, report] = ['site', 'content', 'report'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [site, content]) mkdirSync(folder);
  generate(join(root, 'made'), 40, '1');
  for (const name of ['site.yaml', 'calendar'])
    cpSync(join(root, 'made', name), join(content, name), { recursive: true });
  return { root, site, content, report };
}

/** Puts the forty announcements that were made up into the old site, three templates in three encodings. */
export const addForty = ({ root, site }: Workplace): ReadonlyMap<string, string> =>
  writeOldSite(site, loadCorpus(join(root, 'made')).entries);

/** A page of a hand-made site, with nothing but a title, a day and a body. */
export const simplePage = (title: string, day: string, body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><div>当前位置：首页 &gt; 通知公告</div>
<h1>${title}</h1><div>发布时间：${day}&emsp;来源：示例中心</div><div class="content">${body}</div></body></html>`;

/** A body that is no other page's, long enough to be one. */
export const words = (about: string): string =>
  `<p>关于${about}的事项通知如下，请各有关单位认真阅读并且按时办理，逾期不再受理。</p><p>${about}的具体安排以本通知为准，地点在示例市公共资源交易中心一楼大厅，时间为工作日上午九时至下午五时。</p><p>特此通知。</p>`;

/** Writes a page into the folder of the host. */
export const putPage = ({ site }: Workplace, path: string, html: string | Uint8Array): void =>
  writePage(join(site, HOST, path), html);

interface Given {
  only?: string;
  listing?: () => AsyncIterable<Saved>;
}

/** Runs the import in the process of the test. */
export function importAll(
  { site, content, report }: Workplace,
  given: Given = {},
): ReturnType<typeof runImport> {
  return runImport({
    folder: site,
    contentDir: content,
    reportDir: report,
    mapFile: join(report, 'import-map.yaml'),
    site: undefined,
    only: given.only,
    ...(given.listing && { listing: given.listing }),
    print: () => undefined,
    isTerminal: false,
    now: () => 0,
  });
}

/** Every file of a folder with the digest of its bytes. */
export function treeOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((name) => [
      name.replaceAll('\\', '/'),
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
