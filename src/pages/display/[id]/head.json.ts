import type { APIRoute } from 'astro';
import { screens } from '../../../site/screens.ts';
import { code } from '../_code.ts';

export const getStaticPaths = () =>
  screens(code).map(({ id, boot }) => ({ params: { id }, props: { head: boot.head } }));

export const GET: APIRoute = ({ props }) => Response.json(props['head']);
