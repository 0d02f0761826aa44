import type { APIRoute, GetStaticPaths } from 'astro';
import { loadContent } from '../../site/content.ts';
import { securityTxt } from '../../site/security-txt.ts';

const { edition } = loadContent();

// A centre that names no contact has no such file.
export const getStaticPaths = (() =>
  securityTxt(edition) === undefined ? [] : [{ params: { file: 'security.txt' } }]) satisfies GetStaticPaths;

export const GET: APIRoute = () => new Response(securityTxt(edition));
