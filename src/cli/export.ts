import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  bulkFiles,
  changesSince,
  MAPPING,
  type ExportChanges,
  type ExportState,
} from '../core/search/open-search.ts';
import { SettingsError } from '../settings.ts';
import { searchDocuments } from '../site/search-documents.ts';
import { presentEdition } from './edition.ts';
import { formatOf, readOptions } from './options.ts';
import { remove, removeEmpty, rename } from '../patience.ts';

const usage = `用法：npm run export -- search --out 文件夹 [--engine opensearch] [--since 文件]

  把全部公告写成检索引擎（OpenSearch、Elasticsearch）可以直接导入的文件，给已经有检索平台的单位用：
  mapping.json   建索引用：一个公告有哪些栏，各是什么类型
  bulk-1.ndjson …  交给 _bulk 导入，一个文件不超过 10 MB
  state.json     这一次导出了什么，下一次交给 --since
  文字已经切成相邻两个字一组，引擎里不用装分词。导入的命令见 docs/search-server.md。
  --out     写到哪个文件夹；它要么还没有，要么是空的
  --engine  哪一种引擎；现在只有 opensearch
  --since   上一次的 state.json：只写从那以后有变化的公告和要删除的公告`;

const options = {
  out: { type: 'string' },
  engine: { type: 'string', default: 'opensearch' },
  since: { type: 'string' },
} as const;

/** `npm run export -- search`: writes what another search engine takes in. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, usage, options);
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (positionals.length !== 1 || positionals[0] !== 'search')
    throw new SettingsError(`请写明导出什么，现在只有 search。${usage.split('\n')[0]!}`);
  formatOf(values.engine, ['opensearch']);
  const out = emptyFolder(values.out);
  const before = values.since === undefined ? undefined : stateIn(values.since);
  const edition = presentEdition();
  if (!edition) {
    console.error('内容有错误，没有导出。请先运行 npm run check 改好。');
    return 1;
  }
  const documents = searchDocuments(edition);
  const changes = changesSince(documents, before, { now: Date.parse(edition.now), digestOf });
  const count = writeFolder(out, filesOf(changes));
  const { written, removed } = changes;
  console.log(
    `${out}：${documents.length} 份公告，写入 ${written.length} 份，删除 ${removed.length} 份，文件 ${count} 个。`,
  );
  return 0;
}

const digestOf = (document: unknown): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 16);

/** @throws {SettingsError} where nothing is named, or something lies there */
function emptyFolder(out: string | undefined): string {
  if (out === undefined) throw new SettingsError(`请用 --out 写明导出到哪个文件夹。${usage.split('\n')[0]!}`);
  const folder = resolve(out);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new SettingsError(`${folder} 里已经有文件，没有导出。请用 --out 写一个空的或者还没有的文件夹。`);
  return folder;
}

/** @throws {SettingsError} for what is no state of an export */
function stateIn(file: string): ExportState {
  const wrong = (why: string) =>
    new SettingsError(`--since 的文件 ${file} 不能使用（${why}）。请写上一次导出时写下的 state.json。`);
  let state: Partial<ExportState>;
  try {
    state = JSON.parse(readFileSync(file, 'utf8')) as Partial<ExportState>;
  } catch (cause) {
    throw wrong(cause instanceof SyntaxError ? '不是 JSON' : '读不到');
  }
  if (state?.format !== 1 || typeof state.version !== 'number' || typeof state.digests !== 'object')
    throw wrong('不是导出的记录');
  return state as ExportState;
}

/** One after another: all of them at once would take as much memory as the export is large. */
function* filesOf(changes: ExportChanges): Generator<readonly [name: string, text: string]> {
  yield ['mapping.json', `${JSON.stringify(MAPPING, undefined, 2)}\n`];
  let number = 0;
  for (const text of bulkFiles(changes)) yield [`bulk-${(number += 1)}.ndjson`, text];
  yield ['state.json', JSON.stringify(changes.state)];
}

/**
 * Writes files beside a folder, which has all of them or none. Gives how many there are.
 * @throws {SettingsError} where nothing can be written
 */
function writeFolder(folder: string, files: Iterable<readonly [string, string]>): number {
  try {
    return writeAll(folder, files);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsError(`写不进 ${folder}（${reason}）。请用 --out 写一个能写的文件夹。`, { cause });
  }
}

function writeAll(folder: string, files: Iterable<readonly [string, string]>): number {
  const part = `${folder}.part`;
  remove(part);
  mkdirSync(part, { recursive: true });
  let count = 0;
  for (const [name, text] of files) {
    writeFileSync(join(part, name), text);
    count += 1;
  }
  if (existsSync(folder)) removeEmpty(folder);
  rename(part, folder);
  return count;
}
