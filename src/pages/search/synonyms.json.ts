import type { APIRoute } from 'astro';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const GET: APIRoute = () => Response.json(edition.synonyms);
