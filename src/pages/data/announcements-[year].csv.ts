import type { APIRoute } from 'astro';
import { toCsv } from '../../core/csv.ts';
import { announcementTable } from '../../site/data.ts';
import { loadContent, paramsOf } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('data/announcements-[year].csv');

export const GET: APIRoute = ({ params }) =>
  new Response(toCsv(announcementTable(edition, params['year']!)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
