import type { APIRoute } from 'astro';
import { screens } from '../../../site/screens.ts';
import { code } from '../_code.ts';
import { loadContent } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  screens(edition, code).map(({ feed }) => ({ params: { feed: feed.name }, props: { text: feed.text } }));

export const GET: APIRoute = ({ props }) =>
  new Response(String(props['text']), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
