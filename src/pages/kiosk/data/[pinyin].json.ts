import type { APIRoute } from 'astro';
import { yearIn } from '../../../site/catalogues.ts';
import { loadContent, paramsOf } from '../../../site/content.ts';
import { yearSpelling } from '../../../site/kiosk-search.ts';

const { edition } = loadContent();

export const getStaticPaths = paramsOf('kiosk/data/[pinyin].json');

export const GET: APIRoute = ({ params }) => Response.json(yearSpelling(edition, yearIn(params['pinyin']!)));
