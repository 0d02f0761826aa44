import type { APIRoute } from 'astro';
import { opml } from '../../site/feed-text.ts';
import { loadContent, paramsOf } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('feeds/[name].opml');

export const GET: APIRoute = ({ params }) =>
  new Response(opml(edition, params['name']!), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } });
