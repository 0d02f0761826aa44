import type { APIRoute } from 'astro';
import type { Spelling } from '../../../core/kiosk/spelling.ts';
import { spellings } from '../../../site/kiosk-search.ts';
import { loadContent } from '../../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  spellings(edition).map(({ name, spelling }) => ({ params: { pinyin: name }, props: { spelling } }));

export const GET: APIRoute<{ spelling: Spelling }> = ({ props }) => Response.json(props.spelling);
