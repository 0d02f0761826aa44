import type { APIRoute } from 'astro';
import { sitemapParts, toSitemap, type SitemapPart } from '../site/sitemap.ts';
import { loadContent } from '../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  sitemapParts(edition).map((part) => ({ params: { part: part.name }, props: { part } }));

export const GET: APIRoute<{ part: SitemapPart }> = ({ props }) =>
  new Response(toSitemap(props.part.pages), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
