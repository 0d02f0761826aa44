import type { APIRoute } from 'astro';
import { announcementCalendar, hasCalendar } from '../../../site/agenda.ts';
import { loadContent } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  loadContent()
    .corpus.entries.filter(({ id }) => hasCalendar(edition, id))
    .map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(announcementCalendar(edition, params['id']!), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
