import type { APIRoute } from 'astro';
import { publishedYears, yearCsv } from '../../site/data.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () => publishedYears(edition).map((year) => ({ params: { year } }));

export const GET: APIRoute = ({ params }) =>
  new Response(yearCsv(edition, params['year']!), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
