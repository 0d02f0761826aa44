import type { APIRoute } from 'astro';
import { feeds, feedWith, toRss } from '../../site/feeds.ts';

export const getStaticPaths = () => feeds().map(({ name }) => ({ params: { name } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await toRss(feedWith(params['name']!)), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
