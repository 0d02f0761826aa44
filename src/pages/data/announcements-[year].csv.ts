import type { APIRoute } from 'astro';
import { toCsv } from '../../core/csv.ts';
import { announcementTable, publishedYears } from '../../site/data.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () => publishedYears(edition).map((year) => ({ params: { year } }));

export const GET: APIRoute = ({ params }) =>
  new Response(toCsv(announcementTable(edition, params['year']!)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
