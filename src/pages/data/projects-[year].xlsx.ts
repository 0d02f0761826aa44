import type { APIRoute } from 'astro';
import { calledYears, projectWorkbook } from '../../site/data.ts';
import { XLSX } from '../../site/datasets.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () => calledYears(edition).map((year) => ({ params: { year } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await projectWorkbook(edition, params['year']!), { headers: { 'Content-Type': XLSX } });
