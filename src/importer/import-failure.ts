/** Why an import cannot go on: a whole sentence for whoever started it. What is done so far stays. */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了。已经做完的不会丢：腾出空间以后，用同一条命令接着做。',
  EDQUOT: '磁盘配额用完了。已经做完的不会丢：腾出空间以后，用同一条命令接着做。',
  EROFS: '这个磁盘只能读，不能写。请用 --report 和 --out 指到能写的地方。',
  EACCES: '没有权限写这个文件夹。请核对它的权限，再用同一条命令接着做。',
  EPERM: '没有权限写这个文件夹。请核对它的权限，再用同一条命令接着做。',
};

/** The sentence of an error of the disk; anything else stays what it is. */
export function asFailure(cause: unknown, path: string): unknown {
  const sentence = SENTENCES[(cause as NodeJS.ErrnoException | undefined)?.code ?? ''];
  return sentence === undefined ? cause : new ImportFailure(`写 ${path} 时出错：${sentence}`, { cause });
}
