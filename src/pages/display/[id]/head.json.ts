import type { APIRoute } from 'astro';
import { screens } from '../../../site/screens.ts';
import { code } from '../_code.ts';
import { loadContent } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  screens(edition, code).map(({ id, boot }) => ({ params: { id }, props: { head: boot.head } }));

export const GET: APIRoute = ({ props }) => Response.json(props['head']);
