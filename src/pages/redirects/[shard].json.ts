import type { APIRoute } from 'astro';
import { movedShards } from '../../site/old-addresses.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  [...movedShards(loadContent().edition).keys()].map((shard) => ({ params: { shard } }));

export const GET: APIRoute = ({ params }) => Response.json(movedShards(edition).get(params['shard']!));
