import type { APIRoute } from 'astro';
import { toJson } from '../../site/feed-text.ts';
import { feedsByName, feedWith } from '../../site/feeds.ts';

export const getStaticPaths = () => [...feedsByName().keys()].map((name) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) =>
  new Response(toJson(feedWith(params['name']!)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
