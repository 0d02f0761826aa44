import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GitFault, tryGit } from '../../office/git-process.ts';
import { findRepository, type ContentRepository } from '../../office/repository.ts';

/**
 * The repository of a content folder; undefined where it lies in none, or in one that knows nothing of it.
 * @throws {GitFault} where there is one and no git to ask it
 * @throws {SettingsError} where nothing can be published from it
 */
export async function repositoryOf(contentDir: string): Promise<ContentRepository | undefined> {
  try {
    const known = await tryGit(contentDir, ['ls-files', '--', './site.yaml']);
    return known ? await findRepository(contentDir) : undefined;
  } catch (fault) {
    const isAlone = fault instanceof GitFault && fault.kind === 'missing' && !isInRepository(contentDir);
    if (isAlone) return undefined;
    throw fault;
  }
}

function isInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  const above = dirname(folder);
  return above !== folder && isInRepository(above);
}
