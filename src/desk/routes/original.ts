import { join } from 'node:path';
import type { Original } from '../../core/desk/api.ts';
import type { Desk } from '../desk.ts';
import { originalHtml } from '../documents/read.ts';
import { Refused } from '../refused.ts';
import type { Route } from '../router.ts';

/** The document that a draft was made from, to be read beside its page. */
export const originalRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/drafts/:key/original',
    takes: 'nothing',
    answer: ({ params }) => {
      const { key, original } = desk.shelf.read(params['key']!);
      const path = original && join(desk.shelf.folderOf(key), original.file);
      return originalShown(desk, original && { name: original.name, path: path! });
    },
  },
];

/** @throws {Refused} 404 where there is none, 422 where it cannot be read */
export async function originalShown(
  { programs }: Desk,
  original: { readonly name: string; readonly path: string } | undefined,
): Promise<Original> {
  if (!original) throw new Refused(404, { message: '这份公告不是从文件来的。', help: '没有原件可以对照。' });
  const { name, path } = original;
  return { name, html: await originalHtml({ path, name, programs }) };
}
