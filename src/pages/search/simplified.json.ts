import type { APIRoute } from 'astro';
import { simplifiedFile } from '../../site/query-expansion.ts';

export const GET: APIRoute = () => Response.json(simplifiedFile());
