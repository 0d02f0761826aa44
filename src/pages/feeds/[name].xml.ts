import type { APIRoute } from 'astro';
import { toRss } from '../../site/feed-text.ts';
import { feedWith } from '../../site/feeds.ts';
import { loadContent, paramsOf } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('feeds/[name].xml');

export const GET: APIRoute = async ({ params }) =>
  new Response(await toRss(edition, feedWith(edition, params['name']!)), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
