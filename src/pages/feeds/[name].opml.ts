import type { APIRoute } from 'astro';
import { opml, opmlNames } from '../../site/feed-text.ts';

export const getStaticPaths = () => opmlNames().map((name) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) =>
  new Response(opml(params['name']!), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } });
