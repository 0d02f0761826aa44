import type { APIRoute } from 'astro';
import { loadContent, paramsOf } from '../../site/content.ts';
import { disposalsOfMonth } from '../../site/disposals.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('disposals/disposals-[month].json');

export const GET: APIRoute = ({ params }) => Response.json(disposalsOfMonth(edition, params['month']!));
