import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removed } from '../../patience.ts';
import { askGit } from '../git.ts';

/** Whether a commit bears a good SSH signature by a key that is this person's. */
export function isSignedBy(folder: string, commit: string, email: string, key: string): boolean {
  const temporary = mkdtempSync(join(tmpdir(), 'zhangbang-signers-'));
  try {
    const signers = join(temporary, 'allowed_signers');
    writeFileSync(signers, `${email} namespaces="git" ${key}\n`);
    const args = ['-c', `gpg.ssh.allowedSignersFile=${signers}`, 'verify-commit', commit];
    return askGit(folder, args) !== undefined;
  } finally {
    removed(temporary);
  }
}
