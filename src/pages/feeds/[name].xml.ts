import type { APIRoute } from 'astro';
import { toRss } from '../../site/feed-text.ts';
import { feedsByName, feedWith } from '../../site/feeds.ts';

export const getStaticPaths = () => [...feedsByName().keys()].map((name) => ({ params: { name } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await toRss(feedWith(params['name']!)), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
