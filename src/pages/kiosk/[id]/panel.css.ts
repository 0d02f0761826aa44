import type { APIRoute } from 'astro';
import { kioskWith } from '../../../site/kiosks.ts';
import { loadContent, paramsOf } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('kiosk/[id]/panel.css');

/** The measures of one panel. A file and no style in the page: so no page needs a policy that allows one. */
export const GET: APIRoute = ({ params }) => new Response(kioskWith(edition, params['id']!).sheet);
