import { OLD_ADDRESSES, stubs } from '../old-addresses.ts';
import { file, type Kind } from '../unit.ts';

/** A part of the list, in which the page of errors finds where an old address leads. */
const part: Kind = {
  name: 'part of old addresses',
  keys: OLD_ADDRESSES,
  pages: (_, shard) => [file('redirects/[shard].json', { shard })],
};

/** The whole list for programs and for web servers. */
const list: Kind = {
  name: 'old addresses',
  keys: () => [''],
  pages: () => [file('redirects/addresses.json'), file('redirects/caddy.txt'), file('redirects/nginx.map')],
};

/** Pages in the places of old ones. Which of them there can be follows from all. */
const pages: Kind = {
  name: 'pages in old places',
  keys: () => [''],
  pages: () => [],
  files: stubs,
};

export const oldAddresses: readonly Kind[] = [part, list, pages];
