import type { APIRoute, GetStaticPaths } from 'astro';
import { kiosks, type Kiosk } from '../../../site/kiosks.ts';
import { loadContent } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = (() =>
  kiosks(edition).map((kiosk) => ({ params: { id: kiosk.id }, props: { kiosk } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ kiosk: Kiosk }> = ({ props }) => new Response(JSON.stringify(props.kiosk.head));
