import type { APIRoute } from 'astro';
import { loadContent } from '../../site/content.ts';
import { disposalsSchemaOf } from '../../site/disposals.ts';

const { edition } = loadContent();

export const GET: APIRoute = () => Response.json(disposalsSchemaOf(edition));
