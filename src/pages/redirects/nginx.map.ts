import type { APIRoute } from 'astro';
import { toNginxMap } from '../../core/old-addresses/servers.ts';
import { serverMoves } from '../../site/old-addresses.ts';

export const GET: APIRoute = () => new Response(toNginxMap(serverMoves()));
