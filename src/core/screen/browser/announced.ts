/**
 * The announcements of a round as one text, in whatever order they come and however often. Its hash in a beat proves
 * which they were to whoever has the data: no beat could name them all.
 */
export const announcedText = (ids: readonly string[]): string => Array.from(new Set(ids)).sort().join('\n');

/** So many hexadecimal digits of a hash stand in a beat. */
export const HASH_DIGITS = 12;
