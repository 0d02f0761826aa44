/** What a command calls a file by: an announcement by its id, another file by its path. */
export const nameOf = (file: string): string => idOf(file) ?? `content/${file}`;

/** The id of the announcement that a path in the content folder is, lies beside, or is the folder of. */
export const idOf = (file: string): string | undefined =>
  /^announcements\/[^/]+\/[^/]+\/([^/]+?)(?:\.md)?(?:\/.*)?$/u.exec(file)?.[1];
