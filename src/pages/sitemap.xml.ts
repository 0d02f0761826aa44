import type { APIRoute } from 'astro';
import { sitemapIndex, toSitemapIndex } from '../site/sitemap.ts';
import { loadContent } from '../site/content.ts';

const { edition } = loadContent();

export const GET: APIRoute = () =>
  new Response(toSitemapIndex(sitemapIndex(edition)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
