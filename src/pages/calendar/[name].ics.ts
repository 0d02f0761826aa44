import type { APIRoute } from 'astro';
import { calendars, calendarText } from '../../site/calendars.ts';

export const getStaticPaths = () => calendars().map(({ name }) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) =>
  new Response(calendarText(params['name']!), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
