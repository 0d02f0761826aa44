import { SettingsError } from '../settings.ts';
import { presentEdition } from './edition.ts';
import { emptyFolder } from './export/folder.ts';
import { dayIn, exportPlatform, mappingIn } from './export/platform.ts';
import { exportSearch, stateIn } from './export/search.ts';
import type { Edition } from '../core/edition.ts';
import { formatOf, readOptions } from './options.ts';

const usage = `用法：npm run export -- search --out 文件夹 [--engine opensearch] [--since 文件]
      npm run export -- platform --since 日期 --out 文件夹 [--mapping 文件]

  search：把全部公告写成检索引擎（OpenSearch、Elasticsearch）可以直接导入的文件，给已经有检索平台的单位用：
  mapping.json   建索引用：一个公告有哪些栏，各是什么类型
  bulk-1.ndjson …  交给 _bulk 导入，一个文件不超过 10 MB
  state.json     这一次导出了什么，下一次交给 --since
  文字已经切成相邻两个字一组，引擎里不用装分词。导入的命令见 docs/search-server.md。
  --out     写到哪个文件夹；它要么还没有，要么是空的
  --engine  哪一种引擎；现在只有 opensearch
  --since   上一次的 state.json：只写从那以后有变化的公告和要删除的公告

  platform：把一个日期以后发布或者改动过的公告，按对应表写成上级平台的数据文件，一个表一个 JSON，
  另有一份报告：能填、缺、无处可填。程序自带的对应表未经确认，见 docs/platform.md。
  --since   从哪一天起，例如 2026-03-01
  --mapping 另写的对应表`;

const options = {
  out: { type: 'string' },
  engine: { type: 'string', default: 'opensearch' },
  since: { type: 'string' },
  mapping: { type: 'string' },
} as const;

/** What can be exported: reads the options, then gives what writes and says what came of it. */
const EXPORTS: Readonly<Record<string, (given: Given) => (edition: Edition, out: string) => string>> = {
  search: ({ engine, since }) => {
    formatOf(engine, ['opensearch']);
    const before = since === undefined ? undefined : stateIn(since);
    return (edition, out) => exportSearch(edition, out, before);
  },
  platform: ({ since, mapping }) => {
    const [day, table] = [dayIn(since), mappingIn(mapping)];
    return (edition, out) => exportPlatform(edition, out, day, table);
  },
};

interface Given {
  engine: string;
  since?: string | undefined;
  mapping?: string | undefined;
}

/** `npm run export`: writes what another search engine or a platform above takes in. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, options);
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const begin = positionals.length === 1 ? EXPORTS[positionals[0]!] : undefined;
  if (!begin) throw new SettingsError(`请写明导出什么：search 或者 platform。${usage.split('\n')[0]!}`);
  const write = begin(values);
  const out = emptyFolder(values.out, usage);
  const edition = presentEdition();
  if (!edition) {
    console.error('内容有错误，没有导出。请先运行 npm run check 改好。');
    return 1;
  }
  console.log(write(edition, out));
  return 0;
}
