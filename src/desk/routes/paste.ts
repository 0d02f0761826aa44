import { z } from 'zod';
import { pastedBlocks } from '../../core/desk/paste.ts';
import type { Desk } from '../desk.ts';
import { parsed } from '../parsed.ts';
import type { Route } from '../router.ts';

/** What was copied elsewhere, as blocks for the page to put in: nothing of a draft changes by it. */
export const pasteRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/drafts/:key/paste',
    takes: 'json',
    answer: ({ params, json }) => {
      desk.shelf.read(params['key']!);
      return pastedBlocks(parsed(PASTED, json));
    },
  },
];

const PASTED = z.object({ html: z.string().optional(), text: z.string().optional() });
