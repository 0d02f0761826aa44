import type { History } from '../../core/desk/api.ts';
import { ID } from '../../core/announcement/text.ts';
import type { Desk } from '../desk.ts';
import { historyOf } from '../history/history.ts';
import { Refused } from '../refused.ts';
import { inRepository } from '../review/trouble.ts';
import type { Call, Route } from '../router.ts';

/** What was done with an announcement, or with a draft. */
export const historyRoutes = (desk: Desk): readonly Route[] => [
  { method: 'GET', path: '/api/history/:id', takes: 'nothing', answer: (call) => history(desk, call) },
];

async function history(desk: Desk, { params }: Call): Promise<History> {
  const id = params['id']!;
  if (!ID.test(id)) throw new Refused(404, { message: '没有这份公告。', help: '核对标识。' });
  await desk.submissions.lookSoon();
  return inRepository(() => historyOf(desk, id));
}
