import type { APIRoute, GetStaticPaths } from 'astro';
import { securityTxt } from '../../site/security-txt.ts';

// A centre that names no contact has no such file.
export const getStaticPaths = (() =>
  securityTxt() === undefined ? [] : [{ params: { file: 'security.txt' } }]) satisfies GetStaticPaths;

export const GET: APIRoute = () => new Response(securityTxt());
