import { printCitation } from '../../core/rules/rule.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { branchOf } from '../../office/review/branches.ts';
import { printPerson } from '../../office/review/person.ts';
import { DRAFT_TRAILER, reviewersOf, trailersOfRounds, type Round } from '../../office/review/round.ts';
import { forgetBranch } from '../../office/review/send.ts';
import { treeWith } from '../../office/review/tree.ts';
import { publishFiles, type Published } from '../../office/publish.ts';
import type { ContentRepository } from '../../office/repository.ts';
import type { Identity } from '../../office/identity.ts';
import type { Desk } from '../desk.ts';
import type { DraftRecord } from '../drafts/record.ts';
import { Refused } from '../refused.ts';
import { withFreeId } from './free-id.ts';
import { refusalOfFindings, writtenOf } from './ready.ts';
import { changedElsewhere } from './submit.ts';
import { answersAt, timingOf } from './timing.ts';
import { refusedThere } from './trouble.ts';
import { announcementFiles } from './versions.ts';

/** A draft that is to be published, and who has done what with it. */
interface Publishing {
  readonly draft: DraftRecord;
  /** Folder of its attachments. */
  readonly files: string;
  readonly author: Identity;
  /** Who publishes it. */
  readonly by: Identity;
  readonly approvals: readonly Round[];
  /** Everything that was done with it, the oldest first. */
  readonly rounds: readonly Round[];
  /** The commit that its branch is at, which ends with it. */
  readonly branchTip: string | undefined;
  /** SHA-256 of what the reviewers looked at. */
  readonly digest?: string | undefined;
}

/**
 * Publishes a draft as one commit on top of what others have published, checked as a whole. Where its id was taken
 * meanwhile it gets the next one.
 * @returns the id that it has
 * @throws {Refused} where it is not published; then nothing has changed
 */
export async function publishDraft(
  desk: Desk,
  repository: ContentRepository,
  publishing: Publishing,
): Promise<string> {
  const { draft, files, author, by, branchTip } = publishing;
  const now = desk.now();
  const dated = { ...draft, answers: answersAt(draft.answers, now) };
  const findings: Diagnostic[] = [];
  let id = '';
  const published = await publishFiles({
    repository,
    ...{ files: [], author, by: { by, at: now } },
    trailers: trailersOf(publishing, timingOf(draft.answers, now)),
    ends: branchTip === undefined ? undefined : { branch: branchOf(draft.key), at: branchTip },
    made: async (onto, temporary) => {
      const named = await withFreeId(repository, onto, dated);
      const written = await writtenOf(desk, named);
      ({ id } = written);
      const put = announcementFiles(repository.prefix, written, named, files);
      return treeWith(repository.top, onto, { put }, temporary);
    },
    checked: ({ checked }) => void findings.splice(0, findings.length, ...checked.findings),
  });
  refuseUnpublished(published, findings);
  if (branchTip !== undefined) await forgetBranch(repository, draft.key);
  return id;
}

const trailersOf = (
  { draft, author, approvals, rounds, digest }: Publishing,
  timing: ReturnType<typeof timingOf>,
): readonly string[] => [
  `Written-by: ${printPerson(author)}`,
  ...reviewersOf(approvals).map((one) => `Reviewed-by: ${printPerson(one)}`),
  ...(approvals.length > 0 ? [`Level: ${approvals.length}`] : []),
  ...(digest === undefined ? [] : [`Reviewed-content: ${digest}`]),
  `${DRAFT_TRAILER}: ${draft.key}`,
  ...(timing.kind === 'timed' ? [`Desk-Waits-until: ${timing.at}`] : []),
  ...trailersOfRounds(rounds),
];

/** @throws {Refused} for all but what was sent, or kept where there is nowhere to send it */
function refuseUnpublished(published: Published, findings: readonly Diagnostic[]): void {
  switch (published.kind) {
    case 'sent':
    case 'kept':
      return;
    case 'faulty':
      throw new Refused(422, faultIn(findings));
    case 'refused':
      throw refusedThere(published.words);
    case 'overtaken':
      throw new Refused(503, { message: '别人一直在发布，这一次没有轮到。', help: '过一会儿再点一次。' });
    default:
      throw changedElsewhere();
  }
}

/** The law that stands against it is named: after a late approval that is what the clerk has to know. */
function faultIn(findings: readonly Diagnostic[]) {
  const error = findings.find(({ severity }) => severity === 'error');
  const citation = error?.citation;
  const said = typeof citation === 'object' ? printCitation(citation) : citation;
  const refusal = refusalOfFindings(findings);
  return { ...refusal, help: [refusal.help, said].filter(Boolean).join('；') || undefined };
}
