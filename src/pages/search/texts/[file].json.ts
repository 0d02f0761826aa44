import type { APIRoute } from 'astro';
import { textFiles } from '../../../site/search.ts';
import { loadContent } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  textFiles(edition).map(({ name, texts }) => ({ params: { file: name }, props: { texts } }));

export const GET: APIRoute<{ texts: Readonly<Record<string, readonly string[]>> }> = ({ props }) =>
  Response.json(props.texts);
