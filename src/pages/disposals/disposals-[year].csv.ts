import type { APIRoute } from 'astro';
import { toCsv } from '../../core/csv.ts';
import { loadContent, paramsOf } from '../../site/content.ts';
import { disposalTable } from '../../site/disposals.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('disposals/disposals-[year].csv');

export const GET: APIRoute = ({ params }) =>
  new Response(toCsv(disposalTable(edition, params['year']!)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
