import type { APIRoute } from 'astro';
import { movedPart } from '../../site/old-addresses.ts';
import { loadContent, paramsOf } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('redirects/[shard].json');

export const GET: APIRoute = ({ params }) => Response.json(movedPart(edition, params['shard']!));
