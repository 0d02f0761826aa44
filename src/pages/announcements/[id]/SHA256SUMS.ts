import type { APIRoute } from 'astro';
import { entryWith } from '../../../site/entries.ts';
import { toSums } from '../../../site/attachments.ts';
import { loadContent } from '../../../site/content.ts';

export const getStaticPaths = () =>
  loadContent()
    .corpus.entries.filter(({ attachments }) => attachments.length > 0)
    .map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(toSums(entryWith(params['id']!)), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
