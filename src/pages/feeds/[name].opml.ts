import type { APIRoute } from 'astro';
import { opml, opmlNames } from '../../site/feed-text.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () => opmlNames(edition).map((name) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) =>
  new Response(opml(edition, params['name']!), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } });
