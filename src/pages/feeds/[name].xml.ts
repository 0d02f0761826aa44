import type { APIRoute } from 'astro';
import { toRss } from '../../site/feed-text.ts';
import { feedsByName, feedWith } from '../../site/feeds.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () => [...feedsByName(edition).keys()].map((name) => ({ params: { name } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await toRss(edition, feedWith(edition, params['name']!)), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
