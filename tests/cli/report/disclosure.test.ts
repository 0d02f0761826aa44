import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attached, item } from '../../core/disclosure/items.ts';
import { docx, pdf } from '../../core/made-files.ts';
import { contentFolder, notice, run } from '../command.ts';

/** The classes of the office's catalogue of 2018 with how many items each had. */
const OF_2018: readonly (readonly [folder: string, name: string, count: number])[] = [
  ['organisation', '机构职能', 6],
  ['regulations', '法规公文', 52],
  ['plans', '规划计划', 35],
  ['operations', '业务工作', 11],
  ['funds', '资金', 2],
  ['other', '其他', 26],
];

/** So many invented items, every fifth of them a file alone, by turns a Word file and a PDF. */
function catalogueOf2018(): string {
  const folder = contentFolder({
    'announcements/general/2018/gm-tz-2018-001.md': notice({ 发布时间: '发布时间: 2018-03-30 10:00' }),
  });
  let number = 0;
  for (const [path, name, count] of OF_2018)
    for (let at = 0; at < count; at += 1) {
      number += 1;
      const day = `2018-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`;
      const values = {
        标题: `第 ${number} 件信息（虚构）`,
        分类: name,
        索引号: `SL-2018-${String(number).padStart(5, '0')}`,
        成文日期: day,
        发布日期: day,
        文件种类: path === 'regulations' ? '其他文件' : undefined,
      };
      const file = number % 5 > 0 ? undefined : number % 2 > 0 ? '全文.docx' : '全文.pdf';
      const home = join(folder, 'disclosure', path, `item-${number}`);
      if (file === undefined) put(`${home}.md`, item(values));
      else {
        put(join(home, 'index.md'), item({ ...values, 附件: attached(file) }, ''));
        put(join(home, file), file.endsWith('docx') ? docx('全文') : pdf('A'));
      }
    }
  return folder;
}

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

describe('the sentence of a year', () => {
  test('132 items of 2018 give the office its sentence, byte for byte', async () => {
    const CONTENT_DIR = catalogueOf2018();
    const { status, stdout } = await run(['report', '2018', '--disclosure'], { CONTENT_DIR });
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe(
      '2018年1-12月，中心主动公开政府信息132条，其中机构职能6条，法规公文52条，规划计划35条，业务工作11条，资金2条，其他26条，全文电子化率100%。',
    );
  });

  test('one scan among them takes the rate down, and one file that cannot be read takes it away', async () => {
    const CONTENT_DIR = catalogueOf2018();
    const file = join(CONTENT_DIR, 'disclosure/regulations/item-10/全文.pdf');
    const rateOf = async (): Promise<string> =>
      /全文电子化率(.*)。/u.exec(
        (await run(['report', '2018', '--disclosure'], { CONTENT_DIR })).stdout,
      )![1]!;
    put(file, pdf(''));
    expect(await rateOf()).toBe('99.2%');
    put(file.replace('item-10/全文.pdf', 'item-15/全文.docx'), docx(''));
    expect(await rateOf()).toBe('98.4%');
    put(file, Buffer.from('%PDF-1.7\n%%EOF\n'));
    const { stdout, stderr } = await run(['report', '2018', '--disclosure'], { CONTENT_DIR });
    // The check does not open what the report opens: it says in its place that it cannot be told.
    expect(`${stdout}${stderr}`).toContain('全文电子化率〔待填〕');
    expect(stdout).toContain('附件没有能看完的  1 条，所以算不出全文电子化率');
  });

  test('a year without items has no rate', async () => {
    const CONTENT_DIR = contentFolder({
      'announcements/general/2018/gm-tz-2018-001.md': notice({ 发布时间: '发布时间: 2018-03-30 10:00' }),
      'disclosure/regulations/a.md': item(),
    });
    const { stdout } = await run(['report', '2018', '--disclosure'], { CONTENT_DIR });
    expect(stdout.split('\n')[0]).toBe('2018年1-12月，目录里没有中心主动公开的政府信息。');
  });
});

describe('the draft of the annual report', () => {
  const centre = '佛山市公共资源交易中心高明分中心';
  const normative = { 文件种类: '行政规范性文件', 发布机构: centre };
  const folder = (): string =>
    contentFolder({
      'announcements/general/2025/gm-tz-2025-001.md': notice({ 发布时间: '发布时间: 2025-03-28 10:00' }),
      'disclosure/regulations/new.md': item({ ...normative, 成文日期: '2025-05-06', 发布日期: '2025-05-07' }),
      'disclosure/regulations/old.md': item({
        ...normative,
        索引号: 'SL-2020-00001',
        成文日期: '2020-05-06',
        发布日期: '2020-05-07',
        有效性: '废止',
        失效日期: '2025-05-06',
      }),
      'disclosure/regulations/state.md': item({ 索引号: 'SL-2020-00002', 发布机构: '示例部（虚构）' }),
    });

  test('what is known is filled in, the rest is a blank, and nothing is nought by itself', async () => {
    const CONTENT_DIR = folder();
    const out = join(CONTENT_DIR, 'disclosure/other/annual-report-2025.md');
    mkdirSync(dirname(out), { recursive: true });
    const { status, stdout } = await run(['report', '2025', '--disclosure', '--out', out], { CONTENT_DIR });
    expect([status, stdout.includes(`草稿写在 ${out}`)]).toEqual([0, true]);
    expect(stdout).toContain('· 规章的件数：目录里没有本中心的规章；确实没有的写 0');
    const draft = readFileSync(out, 'utf8');
    expect(draft).toContain('| 行政规范性文件 | 1 | 1 | 1 |');
    expect(draft).toContain('| 规章 | 〔待填〕 | 〔待填〕 | 〔待填〕 |');
    expect(draft).toContain('2025年1-12月，中心累计发布各类招标信息1条。');
    expect(draft).toContain('2025年1-12月，中心主动公开政府信息1条，全文电子化率100%。');
    expect(draft).not.toMatch(/\| 0 \|/);
    expect(draft).toContain(`发布机构: ${centre}`);
  });

  test('the check refuses it while a blank is left, and takes it when all are filled', async () => {
    const CONTENT_DIR = folder();
    const out = join(CONTENT_DIR, 'disclosure/other/annual-report-2025.md');
    mkdirSync(dirname(out), { recursive: true });
    await run(['report', '2025', '--disclosure', '--out', out], { CONTENT_DIR });
    const draft = readFileSync(out, 'utf8');
    const unfilled = await run(['check', out], { CONTENT_DIR });
    expect(unfilled.status).toBe(1);
    expect(unfilled.stdout).toMatch(/F323[^]*C115/);
    writeFileSync(
      out,
      draft
        .replace('分类: 〔待填〕', '分类: 其他')
        .replace(/日期: 〔待填〕/g, '日期: 2026-01-20')
        .replace(/^〔待填〕$/gm, '示例内容。')
        .replaceAll('〔待填〕', '0'),
    );
    const filled = await run(['check', out], { CONTENT_DIR });
    expect([filled.status, filled.stdout]).toEqual([0, expect.stringContaining('没有发现问题')]);
  });

  test('a file that is there is not written over', async () => {
    const CONTENT_DIR = folder();
    const out = join(CONTENT_DIR, 'disclosure/regulations/new.md');
    expect(await run(['report', '2025', '--disclosure', '--out', out], { CONTENT_DIR })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('已经有这个文件，没有覆盖'),
    });
  });

  test('documents of no stated kind leave the counts open, with the reason', async () => {
    const CONTENT_DIR = contentFolder({
      'announcements/general/2025/gm-tz-2025-001.md': notice({ 发布时间: '发布时间: 2025-03-28 10:00' }),
      'disclosure/regulations/a.md': item({ 发布机构: centre }),
      'disclosure/regulations/b.md': item({ ...normative, 索引号: 'SL-2026-00002' }),
    });
    const { stdout } = await run(['report', '2025', '--disclosure', '--format', 'json'], { CONTENT_DIR });
    expect(JSON.parse(stdout)).toMatchObject({
      year: 2025,
      fullText: { total: 0 },
      documents: [
        { name: '规章', unknown: '法规公文里有 1 件没有写“文件种类”' },
        { name: '行政规范性文件', unknown: '法规公文里有 1 件没有写“文件种类”' },
      ],
      announcements: { counts: { general: 1 } },
    });
  });

  test.each([
    [['labels', '--disclosure'], '不和 labels 一起写'],
    [['2025', '--out', 'a.md'], '--out 只和 --disclosure 一起写'],
  ])('%j is refused with a sentence', async (args, words) => {
    expect(await run(['report', ...args], { CONTENT_DIR: folder() })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(words),
    });
  });
});
