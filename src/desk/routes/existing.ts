import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isLegacy } from '../../core/announcement/legacy.ts';
import type { Existing } from '../../core/desk/api.ts';
import { answerOf } from '../../core/drafting/draft.ts';
import type { Desk } from '../desk.ts';
import { readExisting } from '../existing/open-existing.ts';
import type { Route } from '../router.ts';

/** What was written by hand, or into the folder yesterday, and is not published yet. */
export const existingRoutes = (desk: Desk): readonly Route[] => [
  { method: 'GET', path: '/api/existing', takes: 'nothing', answer: () => listOf(desk) },
];

/** Most that are listed: on a site that was never built, all of them are unpublished. */
const MOST = 20;

async function listOf(desk: Desk): Promise<Existing> {
  const { contentDir } = desk;
  const changed = [...(await desk.unpublished())]
    .map(([id, file]) => ({ id, file, at: changedAt(join(contentDir, file)) }))
    .toSorted((a, b) => b.at - a.at);
  const files = changed.slice(0, MOST).flatMap(({ id, file, at }): readonly Existing['files'][number][] => {
    const read = readExisting(contentDir, file);
    const opened = typeof read === 'string' ? undefined : read.opened;
    if (opened && isLegacy({ type: opened.spec.id })) return [];
    return [
      {
        id,
        title: (opened && answerOf(opened.answers, '标题')) ?? id,
        category: opened?.spec.category ?? '',
        type: opened?.spec.term ?? '',
        changedAt: inShanghai(at),
        why: typeof read === 'string' ? read : undefined,
      },
    ];
  });
  return { files, more: Math.max(0, changed.length - MOST) };
}

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const inShanghai = (milliseconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(milliseconds))
    .toZonedDateTimeISO('Asia/Shanghai')
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
