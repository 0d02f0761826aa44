import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { folderSource, webSource, type Source } from '../../ledger/audit/source.ts';
import { SettingsError } from '../../settings.ts';

/** A finished site by its folder or its address. @throws {SettingsError} where there is no such folder */
export function sourceAt(where: string): Source {
  if (/^https?:\/\//u.test(where)) return webSource(addressIn(where));
  const folder = resolve(where);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new SettingsError(`没有 ${where} 这个文件夹。网址要从 http:// 或者 https:// 写起。`);
  return folderSource(folder);
}

function addressIn(where: string): URL {
  try {
    return new URL(where.endsWith('/') ? where : `${where}/`);
  } catch (cause) {
    throw new SettingsError(`“${where}”不是网址。`, { cause });
  }
}
