import { HOLDERS, isHeld } from '../patience.ts';

/** What the person at the machine can put right, by what Node calls it. */
const FAULTS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOSPC: ['磁盘满了', '请腾出空间'],
  EDQUOT: ['磁盘配额用完了', '请腾出空间，或者请管理员加大配额'],
  EROFS: ['磁盘是只读的', '请换成可以写的磁盘或者文件夹'],
  EACCES: ['没有权限', '请换成有权限的用户，或者改文件和文件夹的权限'],
};

/** What SQLite calls a full disk. */
const SQLITE_FULL = 13;

/** Says in one sentence what is wrong with the disk, where, and what to do; undefined where it is none of that. */
export function describeDiskFault(
  error: unknown,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (isHeld(error, platform)) return describeHeld(error);
  const fault = faultIn(error);
  if (!fault) return undefined;
  const [what, remedy] = fault;
  return `${what}，没有做完${at((error as { path?: unknown }).path)}。${remedy}，再运行一次同一条命令。`;
}

/** The same where something else was done all the same: what is wrong and what to do, without a full stop. */
export function nameDiskFault(
  error: unknown,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (isHeld(error, platform)) return `文件被别的程序占用，可能是${HOLDERS}`;
  return faultIn(error)?.join('，');
}

function faultIn(error: Error): readonly [what: string, remedy: string] | undefined {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return FAULTS[errcode === SQLITE_FULL ? 'ENOSPC' : String(code)];
}

/** Windows has one answer for a file that is open and for one that may not be written. */
function describeHeld(error: Error): string {
  const { path, dest } = error as { path?: unknown; dest?: unknown };
  return `等了几秒，文件还是被别的程序占用，或者没有权限，没有做完${at(dest ?? path)}。可能占用它的有：${HOLDERS}。关掉以后再运行一次同一条命令；都没有打开的，请管理员看这个文件夹的权限。`;
}

const at = (path: unknown): string => (typeof path === 'string' ? `：${path}` : '');
