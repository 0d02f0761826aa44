import type { APIRoute } from 'astro';
import { toCsv } from '../../core/csv.ts';
import { calledYears, projectTable } from '../../site/data.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () => calledYears(edition).map((year) => ({ params: { year } }));

export const GET: APIRoute = ({ params }) =>
  new Response(toCsv(projectTable(edition, params['year']!)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
