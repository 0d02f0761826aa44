import { nameDiskFault } from '../disk-fault.ts';
import { SettingsError } from '../../settings.ts';

/** What is written down once a new site is in its place. */
interface WritingDown {
  /** Writes down what is published by now. */
  readonly keepList: () => void;
  /** Keeps what is remembered for the next build. */
  readonly remember: () => void;
}

/**
 * Writes down what a whole build has switched in. What the disk refuses here takes no site back: it is said what is in
 * place and what is not. The next build then finds a site that it does not know, builds it as a whole and writes down both.
 * @throws {SettingsError} when the list of what was published could not be written
 */
export function writeDownSwitched({ keepList, remember }: WritingDown): void {
  try {
    keepList();
  } catch (cause) {
    const why = nameDiskFault(cause);
    if (why === undefined) throw cause;
    throw new SettingsError(
      `网站已经换成新的，但是没有记进发布清单：${why}，再运行一次同一条命令补记。补记以前不要改新发布的公告：改了查不出来。`,
      { cause },
    );
  }
  try {
    remember();
  } catch (error) {
    const why = nameDiskFault(error);
    if (why === undefined) throw error;
    console.error(
      `提醒：网站已经换成新的，也记进了发布清单；只是没有记下是怎么生成的，下一次要全部重新生成。${why}。`,
    );
  }
}
