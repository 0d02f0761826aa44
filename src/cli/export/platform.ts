import { readFileSync } from 'node:fs';
import type { PlainDate } from '../../core/announcement/instant.ts';
import { dateKind } from '../../core/announcement/instant-forms.ts';
import type { Edition } from '../../core/edition.ts';
import { exportFor } from '../../core/platform/export.ts';
import { parseMapping, type Mapping } from '../../core/platform/mapping.ts';
import { SettingsError } from '../../settings.ts';
import { reportedSince } from '../../site/reported.ts';
import { writeFolder } from './folder.ts';

/** The mapping that comes with the program. */
const MAPPING_FILE = new URL('../../core/platform/mapping.yaml', import.meta.url);

/** Writes what changed since a day for a platform above. Says what came of it. */
export function exportPlatform(edition: Edition, out: string, since: PlainDate, mapping: Mapping): string {
  const reported = reportedSince(edition, since);
  const { files, rows, gaps } = exportFor(mapping, since, reported);
  writeFolder(out, files);
  return [
    `${out}：${reported.length} 份公告，${mapping.表.length} 个表共 ${rows} 行，缺 ${gaps} 处，见 报告.txt。`,
    ...(mapping.状态 === '已确认' ? [] : [`对应表“${mapping.状态}”，文件只供核对，不要直接上报。`]),
  ].join('\n');
}

/** @throws {SettingsError} for what is no day */
export function dayIn(written: string | undefined): PlainDate {
  const parsed = written === undefined ? undefined : dateKind.parse(written);
  if (parsed === undefined || 'fault' in parsed)
    throw new SettingsError(
      `请用 --since 写明从哪一天起，例如 --since 2026-03-01${written === undefined ? '' : `（“${written}”不是日期）`}。`,
    );
  return parsed.value;
}

/** @throws {SettingsError} for a file that is not there or says something else */
export function mappingIn(file: string | undefined): Mapping {
  const path = file ?? MAPPING_FILE;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new SettingsError(`读不到对应表 ${String(path)}。请核对 --mapping 后面的文件名。`, { cause });
  }
  const parsed = parseMapping(text);
  if ('fault' in parsed)
    throw new SettingsError(`对应表 ${String(path)} 不能使用：${parsed.fault}。写法见 docs/platform.md。`);
  return parsed.mapping;
}
