import type { APIRoute } from 'astro';
import { calendarText } from '../../site/calendars.ts';
import { loadContent, paramsOf } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('calendar/[name].ics');

export const GET: APIRoute = ({ params }) =>
  new Response(calendarText(edition, params['name']!), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
