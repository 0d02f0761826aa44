import { handbookPaths, handbookPictures } from '../handbook.ts';
import { file, page, single, type Kind } from '../unit.ts';
import { ruleCodes } from '../rules.ts';

/** A document for clerks, by its path below that of the handbook. */
const document: Kind = {
  name: 'document of the handbook',
  keys: () => handbookPaths.map((path) => path.replace(/^handbook\/|\/$/gu, '')),
  pages: (_, path) => [page('handbook/[...document]', { document: path === '' ? undefined : path })],
};

const picture: Kind = {
  name: 'picture of the handbook',
  keys: handbookPictures,
  pages: (_, name) => [file('handbook/[picture].png', { picture: name })],
};

/** A rule of law that announcements are held against. */
const rule: Kind = {
  name: 'rule',
  keys: () => ruleCodes,
  pages: (_, code) => [page('rules/[code]', { code })],
};

export const handbook: readonly Kind[] = [document, picture, rule, single('rules', page('rules'))];
