import type { APIRoute } from 'astro';
import { absolute } from '../site/address.ts';
import { sitemapParts, toSitemapIndex } from '../site/sitemap.ts';

export const GET: APIRoute = () =>
  new Response(
    toSitemapIndex(
      sitemapParts().map(({ name, newest }) => ({
        url: absolute(`sitemap-${name}.xml`),
        lastModified: newest,
      })),
    ),
    {
      headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    },
  );
