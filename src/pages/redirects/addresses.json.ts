import type { APIRoute } from 'astro';
import { movedPaths } from '../../site/old-addresses.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const GET: APIRoute = () => Response.json(movedPaths(edition));
