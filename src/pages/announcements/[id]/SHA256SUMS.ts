import type { APIRoute } from 'astro';
import { attachmentsOf, toSums } from '../../../site/attachments.ts';
import { loadContent } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  loadContent()
    .corpus.entries.filter((entry) => attachmentsOf(entry).length > 0)
    .map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(toSums(edition, edition.entry(params['id']!)), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
