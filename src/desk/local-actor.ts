import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import type { Actor } from '../core/desk/api.ts';

/** Who sits at the desk of one clerk: as git has her in this folder, or else as the machine does. */
export function localActor(contentDir: string): Actor {
  const user = userInfo().username;
  const name = gitSays(contentDir, 'user.name') ?? user;
  return { id: idOfEmail(gitSays(contentDir, 'user.email') ?? '') ?? idOfEmail(user) ?? 'clerk', name };
}

/** By what the desk tells people apart: what stands before the `@`; undefined where nothing of it is ASCII. */
export const idOfEmail = (email: string): string | undefined =>
  email
    .replace(/@.*$/u, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '') || undefined;

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
