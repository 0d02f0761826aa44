import type { APIRoute } from 'astro';
import { sitemapPart, toSitemap } from '../site/sitemap.ts';
import { loadContent, paramsOf } from '../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('sitemap-[part].xml');

export const GET: APIRoute = ({ params }) =>
  new Response(toSitemap(sitemapPart(edition, params['part']!)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
