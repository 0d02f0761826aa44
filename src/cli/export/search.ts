import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  bulkFiles,
  changesSince,
  MAPPING,
  type ExportChanges,
  type ExportState,
} from '../../core/search/open-search.ts';
import type { Edition } from '../../core/edition.ts';
import { SettingsError } from '../../settings.ts';
import { searchDocuments } from '../../site/search-documents.ts';
import { writeFolder } from './folder.ts';

/**
 * Writes what another search engine takes in. Says what came of it.
 * @param since the state of the last export, so that only what changed is written
 */
export function exportSearch(edition: Edition, out: string, since: ExportState | undefined): string {
  const documents = searchDocuments(edition);
  const changes = changesSince(documents, since, { now: Date.parse(edition.now), digestOf });
  const count = writeFolder(out, filesOf(changes));
  const { written, removed } = changes;
  return `${out}：${documents.length} 份公告，写入 ${written.length} 份，删除 ${removed.length} 份，文件 ${count} 个。`;
}

const digestOf = (document: unknown): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 16);

/** @throws {SettingsError} for what is no state of an export */
export function stateIn(file: string): ExportState {
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
