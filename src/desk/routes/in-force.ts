import type { Answers } from '../../core/drafting/draft.ts';
import { answerOf } from '../../core/drafting/draft.ts';
import type { Desk } from '../desk.ts';
import { Refused } from '../refused.ts';
import type { Call, Route } from '../router.ts';

/** What the announcement says now that a draft is about, for a correction. */
export const inForceRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/drafts/:key/in-force',
    takes: 'nothing',
    answer: (call) => inForce(desk, call),
  },
];

async function inForce(desk: Desk, { params }: Call): Promise<Answers> {
  const { answers } = desk.shelf.read(params['key']!);
  const related = answerOf(answers, '关联公告');
  const found = related === undefined ? undefined : await desk.archive.ask('inForce', related);
  if (!found)
    throw new Refused(404, { message: '没有找到关联的公告。', help: '请在“关联公告”里填它的标识。' });
  return found;
}
