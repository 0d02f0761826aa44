import { z } from 'zod';
import type { Checked } from '../../core/desk/api.ts';
import type { Desk } from '../desk.ts';
import { filesOf } from '../drafts/attachments.ts';
import { parsed } from '../parsed.ts';
import type { Call, Route } from '../router.ts';

const schema = z.object({ seq: z.number() });

/** The live check of a draft as it was last saved. */
export const checkRoutes = (desk: Desk): readonly Route[] => [
  { method: 'POST', path: '/api/drafts/:key/check', takes: 'json', answer: (call) => check(desk, call) },
];

async function check(desk: Desk, { params, json, window }: Call): Promise<Checked> {
  const { seq } = parsed(schema, json);
  const { rev, ...draft } = desk.shelf.read(params['key']!);
  const { key } = draft;
  desk.leases.take(key, window);
  const folder = filesOf(desk.shelf.folderOf(key));
  const found = await desk.archive.ask('check', draft, folder, desk.now());
  return { seq, rev, ...found };
}
