import type { APIRoute } from 'astro';
import { announcementWorkbook, publishedYears } from '../../site/data.ts';
import { XLSX } from '../../site/datasets.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () => publishedYears(edition).map((year) => ({ params: { year } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await announcementWorkbook(edition, params['year']!), { headers: { 'Content-Type': XLSX } });
