import type { APIRoute } from 'astro';
import { sitemapParts, toSitemapIndex } from '../site/sitemap.ts';
import { loadContent } from '../site/content.ts';

const { edition } = loadContent();

export const GET: APIRoute = () =>
  new Response(
    toSitemapIndex(
      sitemapParts(edition).map(({ name, newest }) => ({
        url: edition.absolute(`sitemap-${name}.xml`),
        lastModified: newest,
      })),
    ),
    {
      headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    },
  );
