import type { APIRoute } from 'astro';
import { ledgerPath } from '../site/address.ts';
import { loadContent } from '../site/content.ts';

const { edition } = loadContent();

/** Pieces of the ledger's tree are for programs that verify it. */
const tiles = edition.ledger ? `Disallow: ${edition.address(ledgerPath('tile/'))}\n` : '';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n${tiles}\nSitemap: ${edition.absolute('sitemap.xml')}\n`);
