import type { APIRoute } from 'astro';
import { loadContent, paramsOf } from '../../site/content.ts';
import { securityTxt } from '../../site/security-txt.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('.well-known/[file]');

export const GET: APIRoute = () => new Response(securityTxt(edition));
