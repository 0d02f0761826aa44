import type { Refusal } from '../../core/desk/api.ts';
import { answerOf, ID_LABEL } from '../../core/drafting/draft.ts';
import type { ContentRepository } from '../../office/repository.ts';
import { knownTip } from '../../office/review/branches.ts';
import type { Written } from '../check/written.ts';
import type { Desk } from '../desk.ts';
import type { DraftRecord } from '../drafts/record.ts';
import { Refused } from '../refused.ts';
import { withFreeId } from './free-id.ts';
import { answersAt, timingOf } from './timing.ts';

/**
 * A draft that nothing stands against, under the address it will have, as the file that it will be.
 * @param files folder of its attachments
 * @param into where it is published now: an id that a colleague has taken meanwhile stands not against it, since it
 * will have the next one
 * @throws {Refused} 422
 */
export async function ready(
  desk: Desk,
  record: DraftRecord,
  files: string,
  into?: ContentRepository,
): Promise<{ readonly draft: DraftRecord; readonly written: Written }> {
  await desk.archive.ask('refresh');
  const draft = await named(desk, record);
  const free = into ? await withFreeId(into, await knownTip(into), draft) : draft;
  const { canBeSubmitted, findings } = await desk.archive.ask('check', free, files, desk.now());
  if (!canBeSubmitted) throw new Refused(422, refusalOfFindings(findings));
  return { draft, written: await writtenOf(desk, draft) };
}

/**
 * What lay until its time had passed is published at the minute it is sent on: the periods count from then.
 * @throws {Refused} 422 where they are not kept any more
 */
export async function refuseTooLate(desk: Desk, draft: DraftRecord, files: string): Promise<void> {
  const now = desk.now();
  if (timingOf(draft.answers, now).kind !== 'late') return;
  const dated = { ...draft, answers: answersAt(draft.answers, now) };
  const { canBeSubmitted, findings } = await desk.archive.ask('check', dated, files, now);
  if (canBeSubmitted) return;
  const { message, ...more } = refusalOfFindings(findings);
  throw new Refused(422, { message: `写的发布时间已经过了，照现在发布：${message}`, ...more });
}

/** @throws {Refused} 422 for a type that is not there any more */
export async function writtenOf(desk: Desk, draft: DraftRecord): Promise<Written> {
  const written = await desk.archive.ask('written', draft, desk.now());
  if (written) return written;
  throw new Refused(422, { message: '现在没有这种公告。', help: '选一种现在有的类型。' });
}

interface Found {
  readonly severity: string;
  readonly message: string;
  readonly help?: string | undefined;
  readonly field?: string | undefined;
}

/** The first error that stands against it, as a sentence. */
export function refusalOfFindings(findings: readonly Found[]): Refusal {
  const {
    message = '检查没有通过',
    help,
    field,
  } = findings.find(({ severity }) => severity === 'error') ?? {};
  return { message: `${message}。`, help, about: field };
}

/** The address is for ever: where the clerk has named none, it is the one that was proposed. */
async function named(desk: Desk, record: DraftRecord): Promise<DraftRecord> {
  if (answerOf(record.answers, ID_LABEL) !== undefined) return record;
  const proposed = (await desk.archive.ask('proposals', record.answers, desk.now()))[ID_LABEL]?.answer;
  if (typeof proposed !== 'string')
    throw new Refused(422, { message: '还没有标识。', help: '写上标识，它就是网址。', about: ID_LABEL });
  return desk.shelf.save(record.key, record.rev, { answers: { ...record.answers, [ID_LABEL]: proposed } });
}
