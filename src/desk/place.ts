import { join } from 'node:path';

/**
 * Folder of what the desk keeps for a content folder: in it, so that drafts move with the content and outlive an
 * upgrade of the program. The check passes it by, as all that begins with a point, and git is told to.
 */
export const deskFolderOf = (contentDir: string): string => join(contentDir, '.cache/desk');

/** Record of what was done at a desk for several people. */
export const auditFileOf = (contentDir: string): string => join(deskFolderOf(contentDir), 'audit.ndjson');
