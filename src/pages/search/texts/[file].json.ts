import type { APIRoute } from 'astro';
import { textFiles } from '../../../site/search.ts';

export const getStaticPaths = () =>
  textFiles().map(({ name, texts }) => ({ params: { file: name }, props: { texts } }));

export const GET: APIRoute<{ texts: Readonly<Record<string, readonly string[]>> }> = ({ props }) =>
  Response.json(props.texts);
