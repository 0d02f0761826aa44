import type { APIRoute } from 'astro';
import { screenWith } from '../../../site/screens.ts';
import { code } from '../_code.ts';
import { loadContent, paramsOf } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('display/[id]/head.json');

export const GET: APIRoute = ({ params }) =>
  Response.json(screenWith(edition, params['id']!, code).boot.head);
