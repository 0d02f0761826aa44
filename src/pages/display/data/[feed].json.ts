import type { APIRoute } from 'astro';
import { feedOn } from '../../../site/screens.ts';
import { loadContent, paramsOf } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('display/data/[feed].json');

export const GET: APIRoute = ({ params }) => {
  // The name of a feed is that of its screen and a digest.
  const id = params['feed']!.replace(/\.[0-9a-f]+$/u, '');
  return new Response(feedOn(edition, id).text, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
