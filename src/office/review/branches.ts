import { fetchInto, fetchTip } from '../fetch.ts';
import { runGit, tryGit } from '../git-process.ts';
import type { ContentRepository } from '../repository.ts';
import { DRAFT_TRAILER, parseRound, parseTrailers, type Round } from './round.ts';

/** A draft that was submitted: a branch `desk/<key>`, its rounds the commits, its versions the trees. */
export interface Submission {
  readonly key: string;
  /** The newest commit of the branch. */
  readonly tip: string;
  readonly rounds: readonly (Round & { readonly commit: string })[];
  /** Whether it is on this machine alone and has to be sent yet. */
  readonly isUnsent: boolean;
}

export const branchOf = (key: string): string => `desk/${key}`;

/** Where a submission waits that could not be sent. */
export const outboxOf = (key: string): string => `refs/zhangbang/outbox/${key}`;

const KEY = /^[a-z0-9]{16}$/u;

/**
 * Asks the remote for its newest commit and for all that is submitted; branches that ended go.
 * @returns the newest commit, as `fetchTip` does
 * @throws {GitFault} where it does not answer
 */
export async function fetchSubmissions(
  repository: ContentRepository,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { top, remote } = repository;
  if (!remote) return undefined;
  const tip = await fetchTip(repository, signal);
  const refs = `+refs/heads/desk/*:${trackedIn(repository)}*`;
  await fetchInto(top, ['--prune', remote.name, refs], { signal });
  return tip;
}

/** Whether anything waits to be sent. */
export const hasOutbox = async ({ top }: ContentRepository): Promise<boolean> =>
  (await runGit(top, ['for-each-ref', '--count=1', outboxOf('')])) !== '';

/** Where the branches of drafts are known here. */
const trackedIn = ({ remote }: ContentRepository): string =>
  remote ? `refs/remotes/${remote.name}/desk/` : 'refs/heads/desk/';

/** The commit that all drafts are to be put on, as far as it is known here. */
export const knownTip = ({ top, remote }: ContentRepository): Promise<string | undefined> =>
  tryGit(top, [
    'rev-parse',
    '--verify',
    '--quiet',
    `${remote ? `refs/remotes/${remote.name}/${remote.branch}` : 'HEAD'}^{commit}`,
  ]);

/**
 * All that is submitted, as far as it is known here; what waits to be sent comes before what was sent.
 * @param sent gets the commits that branches are known to be at, by key
 */
export async function listSubmissions(
  repository: ContentRepository,
  sent = new Map<string, string>(),
): Promise<readonly Submission[]> {
  const { top } = repository;
  const args = ['for-each-ref', '--format=%(objectname) %(refname)', trackedIn(repository), outboxOf('')];
  const tips = new Map<string, { tip: string; isUnsent: boolean }>();
  for (const line of (await runGit(top, args)).split('\n').filter(Boolean)) {
    const [tip = '', ref = ''] = line.split(' ');
    const key = ref.split('/').at(-1)!;
    const isUnsent = ref.startsWith(outboxOf(''));
    if (!isUnsent) sent.set(key, tip);
    if (KEY.test(key) && (isUnsent || !tips.has(key))) tips.set(key, { tip, isUnsent });
  }
  const main = await knownTip(repository);
  const all = await Promise.all(
    [...tips].map(async ([key, { tip, isUnsent }]) => ({
      ...{ key, tip, isUnsent },
      rounds: (await isPublished(top, key, tip, main)) ? [] : await roundsOf(top, tip, main),
    })),
  );
  return all.filter(({ rounds }) => rounds.length > 0);
}

/** Its branch should have ended with that; who did it was broken off in between. */
async function isPublished(
  top: string,
  key: string,
  tip: string,
  main: string | undefined,
): Promise<boolean> {
  if (main === undefined) return false;
  const grep = `--grep=^${DRAFT_TRAILER}: ${key}$`;
  return (await runGit(top, ['log', '-1', '--format=%H', '-E', grep, main, `^${tip}`])).trim() !== '';
}

const FORMAT = '%H%x00%an%x00%ae%x00%aI%x00%(trailers:only,unfold)%x1e';

async function roundsOf(top: string, tip: string, main: string | undefined): Promise<Submission['rounds']> {
  const without = main === undefined ? [] : [`^${main}`];
  const text = await runGit(top, [
    'log',
    '--reverse',
    '--first-parent',
    `--format=${FORMAT}`,
    tip,
    ...without,
  ]);
  return text.split('\u001e').flatMap((part) => {
    const [commit = '', name = '', email = '', date = '', trailers = ''] = part.trimStart().split('\0');
    if (commit === '') return [];
    const round = parseRound({ name, email }, shanghai(date), parseTrailers(trailers));
    return round ? [{ ...round, commit }] : [];
  });
}

/** Git writes the zone of whoever did it. */
export const shanghai = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });
