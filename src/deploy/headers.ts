import mime from 'mime';
import { withoutCompression } from '../mirror/manifest.ts';

/** Types of text files by their extensions. Each is in UTF-8, which browsers guess wrongly for Chinese. */
const TEXT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  opml: 'text/x-opml',
  svg: 'image/svg+xml',
  ics: 'text/calendar',
  csv: 'text/csv',
  txt: 'text/plain',
  md: 'text/markdown',
  webmanifest: 'application/manifest+json',
};

/** The type of a text file with its encoding; nothing for any other file. */
export function textTypeOf(extension: string): string | undefined {
  const type = TEXT_TYPES[extension];
  return type && `${type}; charset=utf-8`;
}

/** As docs/deploy/nginx.conf has it: a file with a hash in its name never changes. */
const NEVER_CHANGES = /^assets\/|^(?:kiosk\/)?data\/.*\.[0-9a-f]{8,}\.json$/u;

/** What an object storage is told of a file, for it sends that with the file. */
export interface Headers {
  readonly type: string;
  readonly cache: string;
}

/** The headers of a file of the site, by its path. */
export function headersOf(path: string): Headers {
  return {
    type: typeOf(path),
    cache: NEVER_CHANGES.test(withoutCompression(path))
      ? 'max-age=31536000, immutable'
      : 'max-age=60, stale-while-revalidate=600',
  };
}

/** For what is read by programs of this project alone, and must never be an old one. */
export const UNCACHED: Headers = { type: 'application/json; charset=utf-8', cache: 'no-store' };

/** SHA256SUMS, the one kind of file without an extension, is text. */
function typeOf(path: string): string {
  const [, extension] = /\.(\w+)$/u.exec(path) ?? [];
  if (extension === undefined) return textTypeOf('txt')!;
  return textTypeOf(extension.toLowerCase()) ?? mime.getType(extension) ?? 'application/octet-stream';
}
