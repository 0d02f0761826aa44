import { runGit, tryGit } from './git-process.ts';

/** Who publishes, as it is remembered with each publication. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

/**
 * What is known of who publishes from this machine. What git would guess from the machine's own name is not counted.
 */
export async function readIdentity(top: string): Promise<Partial<Identity>> {
  const name = await tryGit(top, ['config', 'user.name']);
  const email = await tryGit(top, ['config', 'user.email']);
  return { ...(name && { name }), ...(email && { email }) };
}

/** Remembers who publishes from this folder. */
export async function writeIdentity(top: string, { name, email }: Identity): Promise<void> {
  await runGit(top, ['config', '--local', 'user.name', name]);
  await runGit(top, ['config', '--local', 'user.email', email]);
}
