import { file, page, single, type Kind } from '../unit.ts';

/** A page of the centre, from content/pages. */
const own: Kind = {
  name: 'page',
  keys: ({ pages }) => pages.map(({ id }) => id),
  pages: (_, id) => [page('[page]', { page: id })],
};

/** Whom to tell of a hole in the site; a centre that names nobody has no such file. */
const securityTxt: Kind = {
  name: 'security.txt',
  keys: ({ site }) => (site?.securityContact === undefined ? [] : ['']),
  pages: () => [file('.well-known/[file]', { file: 'security.txt' })],
};

export const pages: readonly Kind[] = [
  own,
  securityTxt,
  single('page of errors', file('404')),
  single('robots.txt', file('robots.txt')),
];
