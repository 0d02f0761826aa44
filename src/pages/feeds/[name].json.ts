import type { APIRoute } from 'astro';
import { feeds, feedWith, toJson } from '../../site/feeds.ts';

export const getStaticPaths = () => feeds().map(({ name }) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) =>
  new Response(toJson(feedWith(params['name']!)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
