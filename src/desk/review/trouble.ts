import { refusalOfFault } from '../../office/fault-words.ts';
import { GitFault } from '../../office/git-process.ts';
import { SettingsError } from '../../settings.ts';
import type { Refusal } from '../../core/desk/api.ts';
import { Refused } from '../refused.ts';

/**
 * Runs what asks the repository.
 * @throws {Refused} 503 for what can go wrong with it, in the clerk's words
 */
export async function inRepository<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const refusal = refusalOf(cause);
    if (!refusal) throw cause;
    throw new Refused(503, refusal, cause);
  }
}

/** What the clerk is told of it; undefined for a fault of the program. */
export function refusalOf(cause: unknown): Refusal | undefined {
  if (cause instanceof SettingsError)
    return { message: '内容的文件夹没有设好，送不出去。', help: '写好的都在；请技术人员看看。' };
  if (!(cause instanceof GitFault)) return undefined;
  return (
    refusalOfFault(cause) ?? {
      message: '这次没有送成，写好的都在。',
      help: '再试一次；还不行，请技术人员看看。',
    }
  );
}

/** What the place that takes it has answered, in its own words as far as they are short. */
export function refusedThere(words: readonly string[]): Refused {
  const said = words.map((line) => line.trim()).filter(Boolean);
  return new Refused(422, {
    message: '发布的地方没有收下，写好的都在。',
    help: said.length === 0 ? '它没有说为什么；请技术人员看看。' : `它说：${said.slice(-5).join('；')}`,
  });
}
