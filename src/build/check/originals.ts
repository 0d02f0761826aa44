import { ORIGINALS, type AnnouncementFile } from '../../core/corpus/content-folder.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Survey } from '../survey.ts';

/** Ids whose originals are looked at: those of what was read, and those where something else lies. */
export const originalsIn = (
  read: readonly AnnouncementFile[],
  { originals, ids }: Survey,
): ReadonlySet<string> => new Set([...read.map(({ id }) => id), ...originals, ...ids]);

/** What is found of an original, which is looked at when it or its announcement has changed; see `checkOriginals`. */
export const isOfOriginals = ({ file, code }: Diagnostic): boolean =>
  file.startsWith(`${ORIGINALS}/`) && ['A126', 'A127'].includes(code);
