import { runGit } from '../../office/git-process.ts';
import type { Identity } from '../../office/identity.ts';
import { knownTip, shanghai } from '../../office/review/branches.ts';
import { parsePerson } from '../../office/review/person.ts';
import { parseTrailers, roundsIn, type Round } from '../../office/review/round.ts';
import { textIn } from '../../office/review/version.ts';
import type { ContentRepository } from '../../office/repository.ts';

/** A change of the files of one announcement that was published. */
export interface Change {
  readonly at: string;
  readonly by: Identity;
  readonly kind: 'new' | 'changed' | 'removed';
  /** The announcement's own text, from the content folder; undefined where attachments alone have changed. */
  readonly file: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Files beside it that changed, by name. */
  readonly attachments: readonly string[];
  /** What was done with it before that. */
  readonly rounds: readonly Round[];
  readonly reviewers: readonly Identity[];
  readonly reason: string | undefined;
}

const FORMAT = '%x1e%H%x00%an%x00%ae%x00%cI%x00%(trailers:only,unfold)%x00';

/** Every change of the announcement of an id, the newest first. */
export async function changesOf(repository: ContentRepository, id: string): Promise<readonly Change[]> {
  const { top, prefix } = repository;
  const tip = await knownTip(repository);
  if (tip === undefined) return [];
  const places = [`${id}.md`, `${id}/**`].map((own) => `:(top,glob)${prefix}announcements/*/*/${own}`);
  const args = ['log', '--no-renames', '--name-status', '-z', `--format=${FORMAT}`, tip, '--', ...places];
  const commits = (await runGit(top, args)).split('\u001e').slice(1);
  return Promise.all(commits.map((text) => changeIn(repository, text)));
}

async function changeIn(repository: ContentRepository, text: string): Promise<Change> {
  const [commit = '', name = '', email = '', at = '', said = '', ...listed] = text.split('\0');
  const names = listed.map((word) => word.trim()).filter(Boolean);
  const files = names.flatMap((word, index) =>
    index % 2 === 1 ? [{ status: names[index - 1]!, path: word }] : [],
  );
  const own = files.find(({ path }) =>
    /\/announcements\/[^/]+\/[^/]+\/(?:[^/]+\.md|[^/]+\/index\.md)$/u.test(`/${path}`),
  );
  const file = own?.path.slice(repository.prefix.length);
  const trailers = parseTrailers(said.trim());
  const [before, after] = await Promise.all(
    [`${commit}^`, commit].map((one) => (file === undefined ? undefined : textIn(repository, one, file))),
  );
  const writer = trailers.get('Written-by')?.[0];
  const reason = trailers.get('Desk-Reason')?.[0];
  return {
    ...{ file, before, after },
    at: shanghai(at),
    by: writer === undefined ? { name, email } : parsePerson(writer),
    kind: own?.status === 'A' ? 'new' : own?.status === 'D' ? 'removed' : 'changed',
    attachments: files.filter((one) => one !== own).map(({ path }) => path.split('/').at(-1)!),
    rounds: roundsIn(trailers),
    reviewers: (trailers.get('Reviewed-by') ?? []).map(parsePerson),
    reason: reason === undefined ? undefined : readReason(reason),
  };
}

function readReason(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
