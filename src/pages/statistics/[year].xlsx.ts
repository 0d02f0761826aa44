import type { APIRoute } from 'astro';
import { toXlsx } from '../../core/xlsx.ts';
import { XLSX } from '../../site/datasets.ts';
import { yearTable } from '../../site/statistics/table.ts';
import { yearPage } from '../../site/statistics/year.ts';
import { loadContent, paramsOf } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('statistics/[year].xlsx');

export const GET: APIRoute = async ({ params }) => {
  const page = yearPage(edition, Number(params['year']));
  return new Response(await toXlsx({ name: page.title, table: yearTable(page) }), {
    headers: { 'Content-Type': XLSX },
  });
};
