import { HOLDERS, isHeld } from '../patience.ts';

/** Exit codes of `npm run mirror`, for timers and monitors. */
export const EXIT = {
  changed: 0,
  unusable: 2,
  unchanged: 10,
  network: 20,
  untrusted: 21,
  rollback: 22,
  disk: 23,
  busy: 24,
  stuck: 25,
} as const;

export type Ending = keyof typeof EXIT;

/** Why nothing was changed. The message is the whole sentence for the person at the machine: what happened, what to do. */
export class MirrorError extends Error {
  override readonly name = 'MirrorError';
  readonly ending: Ending;

  constructor(ending: Ending, message: string, options?: ErrorOptions) {
    super(message, options);
    this.ending = ending;
  }
}

export const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const DISK: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了：请删去不用的文件，或换一个地方，再运行一次',
  EDQUOT: '磁盘配额用完了：请删去不用的文件，再运行一次',
  EROFS: '磁盘是只读的：请检查磁盘，重新挂载后再运行一次',
  EIO: '磁盘读写出错：磁盘可能坏了，请检查',
  EACCES: '没有写入的权限：请换一个用户运行，或改文件夹的权限',
  EPERM: '没有写入的权限：请换一个用户运行，或改文件夹的权限',
  EMFILE: '打开的文件太多：请稍后再运行一次',
};

/** Windows says the same of a file that is open and of one that may not be written. */
const HELD = `文件正被别的程序占用，或者没有写入的权限。可能占用它的有：${HOLDERS}。关掉以后再运行一次`;

/** An error of the file system in the words of a person; what is not one comes back as it was. */
export function asMirrorError(error: unknown, platform: NodeJS.Platform = process.platform): unknown {
  if (error instanceof MirrorError) return error;
  const code = codeOf(error);
  if (typeof code !== 'string' || !(error instanceof Error) || !('syscall' in error)) return error;
  const words = isHeld(error, platform)
    ? HELD
    : (DISK[code] ?? `读写文件时出错（${code}）：请检查磁盘和文件夹`);
  const path = 'path' in error && typeof error.path === 'string' ? `（${error.path}）` : '';
  return new MirrorError('disk', `${words}${path}。`, { cause: error });
}
