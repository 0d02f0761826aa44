import { Refused } from './refused.ts';

/** What the clerk is told, by the code of the system. */
const WORDS: Readonly<Record<string, readonly [message: string, help: string]>> = {
  ENOSPC: ['磁盘满了，这次没有保存。', '先清理磁盘，再接着写；上一次保存的还在。'],
  EDQUOT: ['分给您的磁盘空间用完了，这次没有保存。', '先删去不要的文件；上一次保存的还在。'],
  EROFS: ['磁盘不让写，这次没有保存。', '请技术人员看看；上一次保存的还在。'],
  EACCES: ['没有权限写草稿的文件夹，这次没有保存。', '请技术人员看看；上一次保存的还在。'],
  EPERM: ['草稿的文件正被别的程序占用，这次没有保存。', '稍等再存；上一次保存的还在。'],
  EBUSY: ['草稿的文件正被别的程序占用，这次没有保存。', '稍等再存；上一次保存的还在。'],
  EIO: ['磁盘读写出错，这次没有保存。', '请技术人员检查磁盘；上一次保存的还在。'],
};

/**
 * Runs what changes the disk.
 * @throws {Refused} 503 for what a disk may refuse, in the clerk's words
 */
export function onDisk<T>(act: () => T): T {
  try {
    return act();
  } catch (cause) {
    const words = WORDS[String((cause as NodeJS.ErrnoException).code)];
    if (!words) throw cause;
    throw new Refused(503, { message: words[0], help: words[1] }, cause);
  }
}
