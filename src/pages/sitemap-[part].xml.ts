import type { APIRoute } from 'astro';
import { sitemapParts, toSitemap, type SitemapPart } from '../site/sitemap.ts';

export const getStaticPaths = () =>
  sitemapParts().map((part) => ({ params: { part: part.name }, props: { part } }));

export const GET: APIRoute<{ part: SitemapPart }> = ({ props }) =>
  new Response(toSitemap(props.part.pages), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
