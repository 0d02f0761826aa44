import { partOf, type Answers } from '../../core/drafting/draft.ts';
import { idOf } from '../../core/report.ts';
import type { Identity } from '../../office/identity.ts';
import { runGit } from '../../office/git-process.ts';
import { knownTip, shanghai } from '../../office/review/branches.ts';
import { parsePerson } from '../../office/review/person.ts';
import { DRAFT_TRAILER, parseTrailers, roundsIn, type Round } from '../../office/review/round.ts';
import { textIn } from '../../office/review/version.ts';
import type { ContentRepository } from '../../office/repository.ts';
import { sha256Of } from './versions.ts';

/** What was published of a draft, as the repository remembers it. */
export interface Release {
  readonly revision: string;
  readonly id: string;
  /** From the content folder. */
  readonly file: string;
  readonly at: string;
  /** 定时: when it is to appear. */
  readonly waitsUntil: string | undefined;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly author: Identity;
  readonly reviewers: readonly Identity[];
  readonly rounds: readonly Round[];
}

/** Lines of git's log that are the answer: when, the author, and what stands below the message. */
const FORMAT = '%H%x00%an%x00%ae%x00%cI%x00%(trailers:only,unfold)';

/** What was published of a draft; undefined where nothing was, or where it was taken back. */
export async function findRelease(repository: ContentRepository, key: string): Promise<Release | undefined> {
  const { top, prefix } = repository;
  const tip = await knownTip(repository);
  if (tip === undefined) return undefined;
  const args = ['log', '-1', `--format=${FORMAT}`, '-E', `--grep=^${DRAFT_TRAILER}: ${key}$`, tip];
  const [revision = '', name = '', email = '', at = '', said = ''] = (await runGit(top, args)).split('\0');
  if (revision === '') return undefined;
  const paths = await runGit(top, [
    'diff-tree',
    '-r',
    '-z',
    '--name-status',
    '--root',
    '--no-commit-id',
    revision,
  ]);
  const words = paths.split('\0').filter(Boolean);
  const put = words.flatMap((word, at) =>
    at % 2 === 1 && words[at - 1] !== 'D' ? [word.slice(prefix.length)] : [],
  );
  const file = put.find((one) => /(?:^|\/)announcements\/.*\.md$/u.test(one) && idOf(one) !== undefined);
  const text = file === undefined ? undefined : await textIn(repository, revision, file);
  // The newest commit about it took it away.
  if (file === undefined || text === undefined) return undefined;
  const trailers = parseTrailers(said.trim());
  const waits = trailers.get('Desk-Waits-until')?.[0];
  return {
    ...{ revision, file, at: shanghai(at), waitsUntil: waits },
    id: idOf(file)!,
    digest: sha256Of(Buffer.from(text)),
    author: parsePerson(trailers.get('Written-by')?.[0] ?? `${name} <${email}>`),
    reviewers: (trailers.get('Reviewed-by') ?? []).map(parsePerson),
    rounds: roundsIn(trailers),
  };
}

/** 定时: when a draft is to appear, where that lies ahead. */
export function waitsUntil({ answers }: { readonly answers: Answers }, now: string): string | undefined {
  const { timed, publishedAt } = partOf(answers) ?? {};
  return timed === true && publishedAt !== undefined && publishedAt > now ? publishedAt : undefined;
}
