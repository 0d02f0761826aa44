import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import type { Actor } from '../core/desk/api.ts';

/** Who sits at the desk of one clerk: as git has her in this folder, or else as the machine does. */
export function localActor(contentDir: string): Actor {
  const user = userInfo().username;
  const name = gitSays(contentDir, 'user.name') ?? user;
  const id = plain(gitSays(contentDir, 'user.email')?.replace(/@.*$/u, '') ?? '') || plain(user) || 'clerk';
  return { id, name };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');

/** Nothing where git is missing, or has no answer. */
function gitSays(folder: string, setting: string): string | undefined {
  try {
    const said = execFileSync('git', ['-C', folder, 'config', '--get', setting], {
      encoding: 'utf8',
      timeout: 5_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return said.trim() || undefined;
  } catch {
    return undefined;
  }
}
