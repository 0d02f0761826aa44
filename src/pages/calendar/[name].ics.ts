import type { APIRoute } from 'astro';
import { calendars, calendarText } from '../../site/calendars.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () => calendars(edition).map(({ name }) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) =>
  new Response(calendarText(edition, params['name']!), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
