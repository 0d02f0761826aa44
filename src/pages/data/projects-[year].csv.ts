import type { APIRoute } from 'astro';
import { toCsv } from '../../core/csv.ts';
import { projectTable } from '../../site/data.ts';
import { loadContent, paramsOf } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('data/projects-[year].csv');

export const GET: APIRoute = ({ params }) =>
  new Response(toCsv(projectTable(edition, params['year']!)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
