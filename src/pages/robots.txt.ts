import type { APIRoute } from 'astro';
import { loadContent } from '../site/content.ts';

const { edition } = loadContent();

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${edition.absolute('sitemap.xml')}\n`);
