import type { APIRoute } from 'astro';
import { projectWorkbook } from '../../site/data.ts';
import { XLSX } from '../../site/datasets.ts';
import { loadContent, paramsOf } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('data/projects-[year].xlsx');

export const GET: APIRoute = async ({ params }) =>
  new Response(await projectWorkbook(edition, params['year']!), { headers: { 'Content-Type': XLSX } });
