import { instantKind } from '../../core/announcement/instant-forms.ts';
import { split } from '../../core/corpus/front-matter.ts';
import type { Person } from '../../core/corpus/settings/people.ts';
import type { Identity } from '../identity.ts';
import { shanghai } from '../review/branches.ts';
import { isSomebody, keyOfPerson, parsePerson } from '../review/person.ts';
import { contentCommits, textAt, type ContentCommit, type Place, type Snapshot } from './commits.ts';
import { ledgerLosses } from './ledger-kept.ts';
import { levelsIn, peopleIn, textsIn } from './settings-at.ts';
import { isSignedBy } from './signature.ts';

/** A commit that was not approved as the centre asks for, and why, a sentence each. */
interface Unapproved {
  readonly commit: ContentCommit;
  readonly why: readonly string[];
}

/** How many commits were looked at, and those that may not stay. */
interface Approvals {
  readonly looked: number;
  readonly unapproved: readonly Unapproved[];
  /** What of the ledger was lost, a sentence each. */
  readonly losses: readonly string[];
}

/**
 * Whether announcements were changed with the approvals that 审核级数 asks for, in every commit of a range.
 * @param folder in the repository, or a bare one
 * @param range `A..B`
 * @throws {SettingsError} where the range cannot be understood
 */
export function checkApprovals(folder: string, range: string): Approvals {
  const { before, after, commits } = contentCommits(folder, range);
  const unapproved = commits.flatMap((commit) => {
    const why = whyNot(after.place, commit, before);
    return why.length === 0 ? [] : [{ commit, why }];
  });
  return { looked: commits.length, unapproved, losses: before ? ledgerLosses(before, after) : [] };
}

function whyNot(place: Place, commit: ContentCommit, before: Snapshot | undefined): readonly string[] {
  const levels = levelsOf(place, commit.commit, before);
  if (levels === 0 || isTakenBack(place, commit)) return [];
  const reviewers = personsOf(commit, 'Reviewed-by').filter(isSomebody);
  const authors = new Set([commit.author, ...personsOf(commit, 'Written-by')].map(keyOfPerson));
  const others = reviewers.filter((one) => !authors.has(keyOfPerson(one)));
  return [
    ...(commit.trailers.get('Reviewed-by') ?? [])
      .filter((text) => !isSomebody(parsePerson(text)))
      .map((text) => `审核的人要写成“姓名 <邮箱>”，“${text.trim()}”不算。`),
    ...reviewers
      .filter((one) => authors.has(keyOfPerson(one)))
      .map(({ name }) => `${name}审核了自己写的公告。`),
    ...(others.length < levels ? [`要 ${levels} 个别的人审核，只有 ${others.length} 个。`] : []),
    ...whyNotAllowed(place, commit, reviewers, before),
  ];
}

/** Who lowers the number cannot use the lower one at once, nor in what is sent together with that. */
const levelsOf = (place: Place, commit: string, before: Snapshot | undefined): number =>
  Math.max(
    ...[commit, `${commit}^`].map((one) => levelsIn(textAt(place, one, 'site.yaml'))),
    before ? levelsIn(textAt(before.place, before.commit, 'site.yaml')) : 0,
  );

/** Each person once. */
const personsOf = ({ trailers }: ContentCommit, name: string): readonly Identity[] => [
  ...new Map(
    (trailers.get(name) ?? []).map((text) => [keyOfPerson(parsePerson(text)), parsePerson(text)]),
  ).values(),
];

/** Who puts herself on the list cannot approve by that: the list before counts, where there was one. */
function whyNotAllowed(
  place: Place,
  { commit }: ContentCommit,
  reviewers: readonly Identity[],
  before: Snapshot | undefined,
): readonly string[] {
  const lists = [
    before && textAt(before.place, before.commit, 'people.yaml'),
    ...[`${commit}^`, commit].map((one) => textAt(place, one, 'people.yaml')),
  ];
  const people = lists.map(peopleIn).find((one) => one !== undefined);
  if (!people) return [];
  const known = (who: Identity): Person | undefined =>
    people.find(({ email }) => email.toLowerCase() === who.email.toLowerCase());
  const last = reviewers.at(-1);
  const signer = last && known(last);
  return [
    ...reviewers
      .filter((who) => !known(who)?.duties.includes('review'))
      .map(({ name }) => `${name}不在 people.yaml 里，或者角色里没有“审核”。`),
    ...(signer?.key !== undefined && !isSignedBy(place.folder, commit, signer.email, signer.key)
      ? [`最后审核的${signer.name}没有用自己的公钥签名。`]
      : []),
  ];
}

/** 撤回: an announcement that waits for its time was never public, so that its author may take it away alone. */
function isTakenBack(place: Place, { commit, changes, at }: ContentCommit): boolean {
  if (!changes.every(({ isGone }) => isGone)) return false;
  const texts = changes
    .filter(({ file }) => /^announcements\/[^/]+\/[^/]+\/(?:[^/]+|[^/]+\/index)\.md$/u.test(file))
    .map(({ file }) => ({ file, text: textAt(place, `${commit}^`, file) }));
  return texts.length > 0 && texts.every(({ file, text }) => isWaiting(file, text, shanghai(at)));
}

function isWaiting(file: string, text: string | undefined, at: string): boolean {
  const said = textsIn(text === undefined ? undefined : split(file, text).split?.frontMatter, file);
  const due = instantKind.parse(said.get('发布时间') ?? '');
  return said.get('定时') === '是' && 'value' in due && due.value > at;
}
