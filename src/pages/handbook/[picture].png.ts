import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { handbookPictures } from '../../site/handbook.ts';

/** The pictures of the handbook, byte for byte. */
export const getStaticPaths = () =>
  handbookPictures().map(({ name, file }) => ({
    params: { picture: name.replace(/\.png$/u, '') },
    props: { file },
  }));

export const GET: APIRoute<{ file: string }> = ({ props }) => new Response(readFileSync(props.file));
