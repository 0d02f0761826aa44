import type { APIRoute } from 'astro';
import { announcementCalendar, hasCalendar } from '../../../site/agenda.ts';
import { loadContent } from '../../../site/content.ts';

export const getStaticPaths = () =>
  loadContent()
    .corpus.entries.filter(({ id }) => hasCalendar(id))
    .map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(announcementCalendar(params['id']!), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
