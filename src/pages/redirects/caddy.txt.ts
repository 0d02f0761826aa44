import type { APIRoute } from 'astro';
import { toCaddyMap } from '../../core/old-addresses/servers.ts';
import { serverMoves } from '../../site/old-addresses.ts';

export const GET: APIRoute = () => new Response(toCaddyMap(serverMoves()));
