import type { APIRoute } from 'astro';
import { toCsv } from '../../core/csv.ts';
import { yearTable } from '../../site/statistics/table.ts';
import { yearPage } from '../../site/statistics/year.ts';
import { loadContent, paramsOf } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('statistics/[year].csv');

export const GET: APIRoute = ({ params }) =>
  new Response(toCsv(yearTable(yearPage(edition, Number(params['year'])))), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
