import type { Desk } from '../desk.ts';
import { filesOf } from '../drafts/attachments.ts';
import type { Route } from '../router.ts';

/** A draft as it will be seen: its page, the screens of the hall. */
export const previewRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/drafts/:key/preview',
    takes: 'nothing',
    answer: ({ params }) => {
      const draft = desk.shelf.read(params['key']!);
      return desk.previews.show(draft, filesOf(desk.shelf.folderOf(draft.key)));
    },
  },
];
