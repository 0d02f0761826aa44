import type { APIRoute } from 'astro';
import type { Catalogue } from '../../core/search/catalogue.ts';
import { catalogues } from '../../site/search.ts';
import { loadContent } from '../../site/content.ts';

const { edition } = loadContent();

export const getStaticPaths = () =>
  catalogues(edition).map(({ name, catalogue }) => ({ params: { catalogue: name }, props: { catalogue } }));

export const GET: APIRoute<{ catalogue: Catalogue }> = ({ props }) => Response.json(props.catalogue);
