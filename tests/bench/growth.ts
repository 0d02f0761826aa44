import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { regions } from './archive/draft.ts';
import { generate, TODAY } from './generate.ts';

/**
 * Most files that one more announcement may change outside search, however large the archive. The page of a kiosk is
 * search too: it holds the addresses of the catalogues as the search page does.
 */
const MOST = 40;

/**
 * `node tests/bench/growth.ts [--counts 500,5000]`: builds archives of several sizes, adds one call for bids to each,
 * builds again and prints which files changed. Exit code 1 when those differ between the sizes or are too many.
 */
function main(): number {
  const { values } = parseArgs({ options: { counts: { type: 'string', default: '500,5000' } } });
  const counts = values.counts.split(',').map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-growth-'));
  try {
    const found = counts.map((count) => changedBy(join(folder, String(count)), count));
    for (const [index, changed] of found.entries())
      console.log(`${counts[index]!} announcements, one more: ${changed.size} / ${MOST} files changed`);
    const all = new Set(found.flatMap((changed) => [...changed]));
    for (const file of [...all].sort()) console.log(`${marks(found, file)} ${file}`);
    const isSame = found.every((changed) => changed.size === all.size);
    console.log(isSame ? 'The same files at every size.' : 'NOT the same files at every size.');
    return isSame && all.size <= MOST ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const marks = (found: readonly ReadonlySet<string>[], file: string): string =>
  found.map((changed) => (changed.has(file) ? '×' : '·')).join('');

/** The files outside search that differ, by their lasting names: a digest in a name changes with the file. */
function changedBy(folder: string, count: number): ReadonlySet<string> {
  const content = join(folder, 'content');
  generate(content, count, 'growth');
  const before = built(content, join(folder, 'before'));
  writeFileSync(join(content, `announcements/construction/${TODAY.slice(0, 4)}/${ID}.md`), CALL);
  const after = built(content, join(folder, 'after'));
  return new Set(
    [...new Set([...before.keys(), ...after.keys()])]
      .filter((file) => !/^(?:search|kiosk)\//u.test(file) && before.get(file) !== after.get(file))
      .map((file) => file.replace(/\.[0-9a-f]{8,64}(?=\.\w+$)/u, '')),
  );
}

/** The digest of each file of a built site. */
function built(content: string, out: string): ReadonlyMap<string, string> {
  console.log(`building ${content} …`);
  const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: out, TODAY, SITE_URL: '', BASE_PATH: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'build'], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
  const files = globSync('**/*', { cwd: out }).filter((file) => statSync(join(out, file)).isFile());
  return new Map(
    files.map((file) => [
      file.replaceAll('\\', '/'),
      createHash('sha256')
        .update(readFileSync(join(out, file)))
        .digest('hex'),
    ]),
  );
}

const ID = 'gm-js-2026-9999-tender';

const CALL = `---
标题: 示例道路改造工程招标公告
类别: 建设工程
类型: 招标公告
发布时间: 2026-10-30 09:00
地区: ${regions[0]!}
项目编号: GM-JS-2026-9999
项目名称: 示例道路改造工程
招标人: 新增示例建设中心
依法必须招标: 否
招标方式: 公开招标
资金来源: 财政资金
招标范围: 道路改造
预算金额: 286.4万元
工期: 120日历天
资格要求: 市政公用工程施工总承包三级及以上
接受联合体: 否
文件获取开始: 2026-10-30
文件获取结束: 2026-11-06
文件获取方式: 登录示例交易平台免费下载
异议截止: 2026-11-14 10:00
投标截止: 2026-11-24 10:00
开标时间: 2026-11-24 10:00
开标地点: 示例开标室
监督部门: 示例交通运输局
联系人: 梁工（示例）
联系电话: 0757-00000033
---

本公告为虚构。
`;

process.exitCode = main();
