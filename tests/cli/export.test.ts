import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder, NOTICE, notice, run, temporaryFolder } from './command.ts';

const TODAY = '2026-03-31T09:00+08:00';
const OTHER = 'announcements/general/2026/gm-tz-2026-002.md';

const content = (files: Readonly<Record<string, string>> = { [NOTICE]: notice() }) => contentFolder(files);

function exporting(CONTENT_DIR: string, out: string, ...more: readonly string[]) {
  return run(['export', 'search', '--engine', 'opensearch', '--out', out, ...more], { CONTENT_DIR, TODAY });
}

const linesIn = (file: string): readonly unknown[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

test('写出建索引用的说明、导入用的文件和这一次的记录', async () => {
  const out = join(temporaryFolder(), 'search');
  const { status, stdout } = await exporting(content(), out);
  expect([status, stdout]).toEqual([0, `${out}：1 份公告，写入 1 份，删除 0 份，文件 3 个。\n`]);
  expect(readdirSync(out).sort()).toEqual(['bulk-1.ndjson', 'mapping.json', 'state.json']);
  expect(linesIn(join(out, 'bulk-1.ndjson'))).toEqual([
    { index: { _id: 'gm-tz-2026-001', version: Date.parse(TODAY) / 1000, version_type: 'external' } },
    expect.objectContaining({
      id: 'gm-tz-2026-001',
      title: '关于清明节期间业务办理安排的通知',
      category: 'general',
      publishedAt: '2026-03-30T10:00:00+08:00',
      words: expect.stringContaining('清明 明节 节期'),
    }),
  ]);
  expect(readdirSync(join(out, '..'))).toEqual(['search']);
});

test('--since 只写有变化的和要删除的', async () => {
  const folder = temporaryFolder();
  const second = notice({ 标题: '标题: 关于端午节期间业务办理安排的通知' });
  await exporting(content({ [NOTICE]: notice(), [OTHER]: second }), join(folder, '1'));
  const since = join(folder, '1/state.json');
  const changed = content({ [NOTICE]: notice({ 标题: '标题: 关于重阳节期间业务办理安排的通知' }) });
  const { stdout } = await exporting(changed, join(folder, '2'), '--since', since);
  expect(stdout).toContain('1 份公告，写入 1 份，删除 1 份');
  const version = Date.parse(TODAY) / 1000 + 1;
  expect(linesIn(join(folder, '2/bulk-1.ndjson'))).toEqual([
    { index: { _id: 'gm-tz-2026-001', version, version_type: 'external' } },
    expect.objectContaining({ title: '关于重阳节期间业务办理安排的通知' }),
    { delete: { _id: 'gm-tz-2026-002', version, version_type: 'external' } },
  ]);
  const again = await exporting(changed, join(folder, '3'), '--since', join(folder, '2/state.json'));
  expect(again.stdout).toContain('写入 0 份，删除 0 份，文件 2 个');
  expect(readdirSync(join(folder, '3')).sort()).toEqual(['mapping.json', 'state.json']);
});

test('内容有错误时不导出', async () => {
  const out = join(temporaryFolder(), 'search');
  const { status, stderr } = await exporting(content({ [NOTICE]: '没有栏目' }), out);
  expect([status, stderr]).toEqual([1, '内容有错误，没有导出。请先运行 npm run check 改好。\n']);
  expect(existsSync(out)).toBe(false);
});

test('用不了的参数用一句话说明，什么也不写', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'search');
  mkdirSync(join(folder, 'full'));
  writeFileSync(join(folder, 'full/a.txt'), '甲');
  writeFileSync(join(folder, 'list.json'), '[]');
  writeFileSync(join(folder, 'text.json'), '甲');
  const CONTENT_DIR = content();
  const refused = async (...args: readonly string[]): Promise<string> => {
    const { status, stderr } = await run(['export', ...args], { CONTENT_DIR, TODAY });
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    return stderr;
  };
  expect(await refused('--out', out)).toContain('请写明导出什么：search 或者 platform');
  expect(await refused('search')).toContain('请用 --out 写明导出到哪个文件夹');
  expect(await refused('search', '--out', out, '--engine', 'solr')).toContain('没有“solr”这种格式');
  expect(await refused('search', '--out', join(folder, 'full'))).toContain('里已经有文件，没有导出');
  expect(await refused('search', '--out', join(folder, 'list.json/search'))).toContain('写不进');
  for (const [file, why] of [
    ['none.json', '读不到'],
    ['text.json', '不是 JSON'],
    ['list.json', '不是导出的记录'],
  ] as const)
    expect(await refused('search', '--out', out, '--since', join(folder, file))).toContain(why);
  expect(readdirSync(folder).sort()).toEqual(['full', 'list.json', 'text.json']);
});
