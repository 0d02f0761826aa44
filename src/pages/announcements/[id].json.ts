import type { APIRoute } from 'astro';
import { entryWith } from '../../site/entries.ts';
import { loadContent } from '../../site/content.ts';
import { announcementDocument } from '../../site/document.ts';

export const getStaticPaths = () => loadContent().corpus.entries.map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(announcementDocument(entryWith(params['id']!)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
