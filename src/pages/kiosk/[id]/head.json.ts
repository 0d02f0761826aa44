import type { APIRoute } from 'astro';
import { kioskWith } from '../../../site/kiosks.ts';
import { loadContent, paramsOf } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('kiosk/[id]/head.json');

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(kioskWith(edition, params['id']!).head));
