import type { History } from '../../core/desk/api.ts';
import { answerOf } from '../../core/drafting/draft.ts';
import type { Submission } from '../../office/review/branches.ts';
import type { ContentRepository } from '../../office/repository.ts';
import type { Desk } from '../desk.ts';
import type { DraftRecord } from '../drafts/record.ts';
import { Refused } from '../refused.ts';
import { changesBetween } from '../review/changes.ts';
import { findRelease } from '../review/release.ts';
import { answersIn } from './answers-in.ts';
import { changesOf, type Change } from './commits.ts';
import { wordsOfChange, wordsOfRound } from './words.ts';

type Entry = History['entries'][number];

/**
 * Who did what when, the newest first: of a published announcement, or of a draft with its rounds.
 * @throws {Refused} 404
 */
export async function historyOf(desk: Desk, id: string): Promise<History> {
  const { repository, all } = desk.submissions;
  const submission = all.find(({ key }) => key === id);
  const draft = desk.shelf.has(id) ? desk.shelf.read(id) : undefined;
  if (draft || submission) return ofDraft(desk, repository, id, { draft, submission });
  const changes = repository ? await changesOf(repository, id) : [];
  if (changes.length > 0) return ofPublished(desk, id, changes);
  const release = repository && (await findRelease(repository, id));
  if (release) return ofDraft(desk, repository, id, { draft: undefined, submission: undefined });
  const known = await desk.archive.ask('known', id);
  if (!known) throw new Refused(404, { message: '没有这份公告。', help: '核对标识，或者刷新看看。' });
  return { id, title: known.title, entries: [{ at: known.publishedAt, words: '发布', fields: [] }] };
}

async function ofPublished(desk: Desk, id: string, changes: readonly Change[]): Promise<History> {
  const newest = changes.find(({ after }) => after !== undefined);
  const { answers } = answersIn(newest?.file ?? '', newest?.after ?? '');
  return {
    id,
    title: answerOf(answers, '标题') ?? id,
    entries: changes.flatMap((change) => [
      entryOf(desk, change),
      ...change.rounds.toReversed().map((round) => roundEntry(desk, round)),
    ]),
  };
}

function entryOf(desk: Desk, change: Change): Entry {
  const { at, by, kind, reviewers, reason } = change;
  // What it says at first is the announcement itself.
  const fields = kind === 'changed' ? fieldsOf(change) : [];
  const names = reviewers.map(({ name }) => name).join('、');
  const words = wordsOfChange(
    kind,
    fields.map(({ label }) => label),
    reason,
  );
  return {
    at,
    actor: desk.colleagues.actorOf(by),
    words: names === '' ? words : `${words}（审核：${names}）`,
    fields,
  };
}

function fieldsOf({ file = '', before = '', after = '', attachments }: Change): Entry['fields'] {
  const [old, fresh] = [before, after].map((text) => ({ ...answersIn(file, text), files: [] }));
  return [
    ...changesBetween(old!, fresh!),
    ...attachments.map((name) => ({ label: `附件 ${name}`, after: '换过或者加上' })),
  ];
}

const roundEntry = (desk: Desk, round: Parameters<typeof wordsOfRound>[0] & { at: string }): Entry => ({
  at: round.at,
  actor: desk.colleagues.actorOf(round.by),
  words: wordsOfRound(round),
  fields: [],
});

async function ofDraft(
  desk: Desk,
  repository: ContentRepository | undefined,
  key: string,
  {
    draft,
    submission,
  }: { readonly draft: DraftRecord | undefined; readonly submission: Submission | undefined },
): Promise<History> {
  const release = repository && !submission ? await findRelease(repository, key) : undefined;
  const rounds: readonly Entry[] = submission
    ? await withChanges(desk, repository!, submission)
    : (release?.rounds ?? []).map((round) => roundEntry(desk, round));
  const end: readonly Entry[] = release
    ? [{ at: release.at, actor: desk.colleagues.actorOf(release.author), words: '发布', fields: [] }]
    : [];
  const begin: readonly Entry[] = draft
    ? [{ at: draft.createdAt, actor: draft.author, words: '开始写', fields: [] }]
    : [];
  return {
    id: key,
    title: answerOf(draft?.answers ?? (await titleIn(desk, repository, submission)), '标题') ?? '',
    entries: [...begin, ...rounds, ...end].toReversed(),
  };
}

async function titleIn(
  desk: Desk,
  repository: ContentRepository | undefined,
  submission: Submission | undefined,
) {
  const submitted = submission?.rounds.findLast(({ event }) => event === 'submitted');
  if (!repository || !submitted) return {};
  return (await desk.versions.read(repository, submitted.commit)).draft.answers;
}

/** Each version with what it says otherwise than the one before. */
async function withChanges(
  desk: Desk,
  repository: ContentRepository,
  { rounds }: Submission,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let before: DraftRecord | undefined;
  for (const round of rounds) {
    const entry = roundEntry(desk, round);
    const version =
      round.event === 'submitted' ? (await desk.versions.read(repository, round.commit)).draft : undefined;
    entries.push(before && version ? { ...entry, fields: changesBetween(before, version) } : entry);
    before = version ?? before;
  }
  return entries;
}
