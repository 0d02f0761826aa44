import type { APIRoute, GetStaticPaths } from 'astro';
import { kiosks, type Kiosk } from '../../../site/kiosks.ts';
import { loadContent } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = (() =>
  kiosks(edition).map((kiosk) => ({ params: { id: kiosk.id }, props: { kiosk } }))) satisfies GetStaticPaths;

/** The measures of one panel. A file and no style in the page: so no page needs a policy that allows one. */
export const GET: APIRoute<{ kiosk: Kiosk }> = ({ props }) => new Response(props.kiosk.sheet);
