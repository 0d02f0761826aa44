import type { APIRoute } from 'astro';
import { sitemapParts, toSitemap } from '../site/sitemap.ts';

export const getStaticPaths = () => sitemapParts().map(({ name }) => ({ params: { part: name } }));

export const GET: APIRoute = ({ params }) =>
  new Response(toSitemap(sitemapParts().find(({ name }) => name === params['part'])!.pages), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
