import type { APIRoute } from 'astro';
import { catalogueOf, yearIn } from '../../site/catalogues.ts';
import { loadContent, paramsOf } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('data/[catalogue].json');

export const GET: APIRoute = ({ params }) =>
  Response.json(catalogueOf(edition, yearIn(params['catalogue']!)));
