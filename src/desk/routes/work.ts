import type { DraftSummary, ProjectHit, Work } from '../../core/desk/api.ts';
import type { Submission } from '../../office/review/branches.ts';
import { standingOf } from '../../office/review/round.ts';
import type { Desk } from '../desk.ts';
import { summaryOf } from '../draft-view.ts';
import { Refused } from '../refused.ts';
import { whyNotReview } from '../review/people.ts';
import { levelsOf, summaryOfSubmission, versionOf } from '../review/review.ts';
import type { Call, Route } from '../router.ts';

/** What lies on the desk, and what it can be gone on with. */
export const workRoutes = (desk: Desk): readonly Route[] => [
  { method: 'GET', path: '/api/work', takes: 'nothing', answer: (call) => workOf(desk, call) },
  { method: 'GET', path: '/api/projects', takes: 'nothing', answer: (call) => projects(desk, call) },
];

async function workOf(desk: Desk, { actor }: Call): Promise<Work> {
  const { submissions, shelf } = desk;
  await submissions.lookSoon();
  const own = shelf
    .list()
    .drafts.map((record) => ({ ...summaryOf(record), unsent: submissions.whyUnsent(record.key) }))
    .filter(({ author }) => author.id === actor.id);
  const [archived, site, toReview] = await Promise.all([
    desk.archive.ask('work', desk.now()),
    desk.site.state(desk.now()),
    waitingFor(desk, actor),
  ]);
  return {
    mine: own.filter(({ phase }) => phase === 'draft'),
    toReview,
    returned: own.filter(({ phase }) => phase === 'returned'),
    waiting: own.filter(({ phase }) => phase === 'submitted' || phase === 'approved'),
    ...archived,
    site,
    trouble: submissions.trouble,
    clock: desk.clock.look(),
  };
}

/** What others have submitted and this one may approve next. */
async function waitingFor(desk: Desk, actor: Call['actor']): Promise<readonly DraftSummary[]> {
  const { submissions, colleagues, contentDir } = desk;
  const { repository } = submissions;
  const open = submissions.all.filter(({ rounds }) => standingOf(rounds).phase === 'submitted');
  if (!repository || open.length === 0 || levelsOf(contentDir) === 0) return [];
  const who = await colleagues.identify(actor).catch(() => undefined);
  const mine = open.filter((one) => who === undefined || whyNotReview(one, who) === undefined);
  const read = await Promise.all(mine.map((one) => summary(desk, repository, one)));
  return read.flatMap((one) => (one ? [one] : [])).toSorted((a, b) => (a.changedAt < b.changedAt ? -1 : 1));
}

/** One that cannot be read here is told where it is opened; the others are not held up by it. */
async function summary(
  desk: Desk,
  repository: Parameters<typeof versionOf>[1],
  one: Submission,
): Promise<DraftSummary | undefined> {
  try {
    return summaryOfSubmission(desk, one, await versionOf(desk, repository, one));
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    const { author, approvals, last } = standingOf(one.rounds);
    return {
      ...{ key: one.key, title: `这一份这里读不全（${one.key}）`, category: 'general', type: '' },
      ...{ phase: 'submitted', approvals: approvals.length, changedAt: last?.at ?? '' },
      author: author ? desk.colleagues.actorOf(author) : { id: 'clerk', name: '' },
    };
  }
}

const projects = (desk: Desk, { query }: Call): Promise<readonly ProjectHit[]> =>
  desk.archive.ask('projects', query.get('q') ?? '');
