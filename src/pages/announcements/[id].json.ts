import type { APIRoute } from 'astro';
import { loadContent } from '../../site/content.ts';
import { announcementDocument } from '../../site/document.ts';

const { edition } = loadContent();

export const getStaticPaths = () => loadContent().edition.entries.map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(announcementDocument(edition, edition.entry(params['id']!)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
