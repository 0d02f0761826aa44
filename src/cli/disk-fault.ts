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
export function describeDiskFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, errcode, path } = error as { code?: unknown; errcode?: unknown; path?: unknown };
  const fault = FAULTS[errcode === SQLITE_FULL ? 'ENOSPC' : String(code)];
  if (!fault) return undefined;
  const [what, remedy] = fault;
  return `${what}，没有做完${typeof path === 'string' ? `：${path}` : ''}。${remedy}，再运行一次同一条命令。`;
}
