import type { APIRoute } from 'astro';
import { publishedYears, yearCsv } from '../../site/data.ts';

export const getStaticPaths = () => publishedYears().map((year) => ({ params: { year } }));

export const GET: APIRoute = ({ params }) =>
  new Response(yearCsv(params['year']!), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
