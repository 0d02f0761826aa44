import type { APIRoute } from 'astro';
import { toCaddyMap } from '../../core/old-addresses/servers.ts';
import { serverMoves } from '../../site/old-addresses.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const GET: APIRoute = () => new Response(toCaddyMap(serverMoves(edition)));
