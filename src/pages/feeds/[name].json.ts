import type { APIRoute } from 'astro';
import { toJson } from '../../site/feed-text.ts';
import { feedWith } from '../../site/feeds.ts';
import { loadContent, paramsOf } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('feeds/[name].json');

export const GET: APIRoute = ({ params }) =>
  new Response(toJson(edition, feedWith(edition, params['name']!)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
