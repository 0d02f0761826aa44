import { isDeepStrictEqual } from 'node:util';
import { formOf, typeOf } from '../../src/core/announcement/schema.ts';
import type { Entry } from '../../src/core/corpus/corpus.ts';

/** A value that went in and came back as another. */
export interface Wrong {
  id: string;
  label: string;
  in: unknown;
  out: unknown;
}

/** Fields that are the page's or this site's, and not what the announcement says. */
const APART = new Set([
  'category',
  'type',
  'formerType',
  'related',
  'source',
  'originalUrl',
  'originalHash',
  'legacyUrls',
  'attachments',
]);

/** Of every imported announcement, the fields that came back equal, came back wrong, or are only in the body. */
export function cameBack(
  before: readonly Entry[],
  after: readonly Entry[],
  idOf: ReadonlyMap<string, string>,
): { equal: number; wrong: readonly Wrong[]; absent: number; pages: number } {
  const originals = new Map(before.map((entry) => [entry.id, entry]));
  const byOld = new Map([...idOf].map(([path, id]) => [`/${path.split('/').slice(1).join('/')}`, id]));
  const wrong: Wrong[] = [];
  let [equal, absent, pages] = [0, 0, 0];
  for (const { announcement } of after) {
    const id = (announcement.legacyUrls ?? []).map((url) => byOld.get(url)).find((one) => one !== undefined);
    const original = id === undefined ? undefined : originals.get(id);
    if (!original) continue;
    pages += 1;
    const [went, came] = [original.announcement, announcement].map(
      (one) => one as unknown as Readonly<Record<string, unknown>>,
    );
    const labels = new Map(
      formOf(typeOf(announcement.category, announcement.type)).map(({ key, label }) => [key, label]),
    );
    for (const key of Object.keys(came!)) {
      if (APART.has(key)) continue;
      if (
        isDeepStrictEqual(came![key], went![key]) ||
        (went![key] === undefined && stands(went!, came![key]))
      )
        equal += 1;
      else wrong.push({ id: original.id, label: labels.get(key)!, in: went![key], out: came![key] });
    }
    absent += Object.keys(went!).filter((key) => !APART.has(key) && came![key] === undefined).length;
  }
  return { equal, wrong, absent, pages };
}

/** Whether a value that has no field of its own stands in one of the lists. */
const stands = (announcement: Readonly<Record<string, unknown>>, value: unknown): boolean =>
  Object.values(announcement).some(
    (list) =>
      Array.isArray(list) &&
      list.some(
        (record: unknown) =>
          typeof record === 'object' &&
          record !== null &&
          Object.values(record).some((part) => isDeepStrictEqual(part, value)),
      ),
  );
