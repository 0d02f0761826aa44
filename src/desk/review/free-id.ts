import { ID_LABEL } from '../../core/drafting/draft.ts';
import type { ContentRepository } from '../../office/repository.ts';
import { filesOfId } from '../../office/review/version.ts';
import type { DraftRecord } from '../drafts/record.ts';

/**
 * A draft under an id that nobody has in a commit: its own, or the next one like it.
 * @param onto nothing where nothing was published yet
 */
export async function withFreeId(
  repository: ContentRepository,
  onto: string | undefined,
  draft: DraftRecord,
): Promise<DraftRecord> {
  const wanted = String(draft.answers[ID_LABEL] ?? '');
  const taken = new Set<string>();
  const id = async (): Promise<string> => {
    const next = freeId(wanted, (one) => taken.has(one));
    if ((await filesOfId(repository, onto, next)).length === 0) return next;
    taken.add(next);
    return id();
  };
  return { ...draft, answers: { ...draft.answers, [ID_LABEL]: await id() } };
}

/**
 * The next id like this one that nobody has: of one that counts the next number, of another with `-2` behind it.
 * @param isTaken is asked of each in turn
 */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  let next = id;
  while (isTaken(next)) next = after(next, id);
  return next;
}

/** `gm-tz-2026-009` counts within its year; the year itself, `gm-js-2026`, does not. */
function after(id: string, first: string): string {
  const counted = /^(.+-\d{4}-)(\d{2,3})$/u.exec(id);
  if (counted) return `${counted[1]}${String(Number(counted[2]) + 1).padStart(counted[2]!.length, '0')}`;
  const again = id === first ? 1 : Number(id.slice(first.length + 1));
  return `${first}-${again + 1}`;
}
