import { ContentFolder } from '../../core/corpus/content-folder.ts';
import { listChanges } from '../../office/changes.ts';
import { findRepository, type ContentRepository } from '../../office/repository.ts';

/** Announcement files that nobody has published, by id; paths from the content folder. */
export type Unpublished = ReadonlyMap<string, string>;

/**
 * What lies in a content folder and is not published: in no list of what a site has shown, and new to the repository
 * where the folder lies in one.
 * @param published ids in the list of the site that is built here
 */
export async function unpublishedIn(
  contentDir: string,
  published: ReadonlySet<string>,
): Promise<Unpublished> {
  const repository = await repositoryOf(contentDir);
  const isNew = repository ? await newIn(repository) : () => true;
  const files = [...new ContentFolder(contentDir).announcementFiles()];
  return new Map(
    files.filter(({ id, file }) => !published.has(id) && isNew(file)).map(({ id, file }) => [id, file]),
  );
}

async function newIn(repository: ContentRepository): Promise<(file: string) => boolean> {
  const changes = await listChanges(repository);
  const files = new Set(changes.filter(({ kind }) => kind === 'new').map(({ file }) => file));
  return (file) => files.has(file);
}

/** Nothing where the folder lies in none, or git is missing. */
async function repositoryOf(contentDir: string): Promise<ContentRepository | undefined> {
  return findRepository(contentDir).catch(() => undefined);
}
