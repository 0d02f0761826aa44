import type { APIRoute } from 'astro';
import { paramsOf } from '../../site/content.ts';
import { handbookPicture } from '../../site/handbook.ts';

export const getStaticPaths = paramsOf('handbook/[picture].png');

export const GET: APIRoute = ({ params }) => new Response(handbookPicture(params['picture']!));
