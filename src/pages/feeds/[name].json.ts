import type { APIRoute } from 'astro';
import { toJson } from '../../site/feed-text.ts';
import { feedsByName, feedWith } from '../../site/feeds.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  [...feedsByName(edition).values()]
    .filter(({ isRssOnly }) => !isRssOnly)
    .map(({ name }) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) =>
  new Response(toJson(edition, feedWith(edition, params['name']!)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
