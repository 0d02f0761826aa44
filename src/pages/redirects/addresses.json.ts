import type { APIRoute } from 'astro';
import { movedPaths } from '../../site/old-addresses.ts';

export const GET: APIRoute = () => Response.json(movedPaths());
