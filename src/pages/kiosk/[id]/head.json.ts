import type { APIRoute, GetStaticPaths } from 'astro';
import { kiosks, type Kiosk } from '../../../site/kiosks.ts';

export const getStaticPaths = (() =>
  kiosks().map((kiosk) => ({ params: { id: kiosk.id }, props: { kiosk } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ kiosk: Kiosk }> = ({ props }) => new Response(JSON.stringify(props.kiosk.head));
