import type { DraftSummary, ProjectHit, Work } from '../../core/desk/api.ts';
import type { Desk } from '../desk.ts';
import { summaryOf } from '../draft-view.ts';
import type { Call, Route } from '../router.ts';

/** What lies on the desk, and what it can be gone on with. */
export const workRoutes = (desk: Desk): readonly Route[] => [
  { method: 'GET', path: '/api/work', takes: 'nothing', answer: (call) => workOf(desk, call) },
  { method: 'GET', path: '/api/projects', takes: 'nothing', answer: (call) => projects(desk, call) },
];

async function workOf(desk: Desk, { actor }: Call): Promise<Work> {
  const drafts = desk.shelf.list().drafts.map(summaryOf);
  const isOwn = ({ author }: DraftSummary): boolean => author.id === actor.id;
  const own = drafts.filter(isOwn);
  return {
    mine: own.filter(({ phase }) => phase === 'draft'),
    toReview: drafts.filter((one) => one.phase === 'submitted' && !isOwn(one)),
    returned: own.filter(({ phase }) => phase === 'returned'),
    waiting: own.filter(({ phase }) => phase === 'submitted' || phase === 'approved'),
    ...(await desk.archive.ask('work', desk.now())),
    site: { state: 'none', words: '还没有设置发布网站的机器', findings: [] },
  };
}

const projects = (desk: Desk, { query }: Call): Promise<readonly ProjectHit[]> =>
  desk.archive.ask('projects', query.get('q') ?? '');
