import mime from 'mime';
import { STATUS_NAME } from '../core/publishing.ts';
import { withoutCompression } from '../mirror/manifest.ts';
import { textTypeOf } from './text-type.ts';

/** As docs/deploy/nginx.conf has it: a file with a hash in its name never changes. */
const NEVER_CHANGES = /^assets\/|^(?:kiosk\/)?data\/.*\.[0-9a-f]{8,}\.json$/u;

/** What an object storage is told of a file, for it sends that with the file. */
export interface Headers {
  readonly type: string;
  readonly cache: string;
}

/** The headers of a file of the site, by its path. */
export function headersOf(path: string): Headers {
  if (path === STATUS_NAME) return UNCACHED;
  return {
    type: typeOf(path),
    cache: NEVER_CHANGES.test(withoutCompression(path))
      ? 'max-age=31536000, immutable'
      : 'max-age=60, stale-while-revalidate=600',
  };
}

/** For what must never be an old one. */
export const UNCACHED: Headers = { type: 'application/json; charset=utf-8', cache: 'no-store' };

/** SHA256SUMS, the one kind of file without an extension, is text. */
function typeOf(path: string): string {
  const [, extension] = /\.(\w+)$/u.exec(path) ?? [];
  if (extension === undefined) return textTypeOf('txt')!;
  return textTypeOf(extension.toLowerCase()) ?? mime.getType(extension) ?? 'application/octet-stream';
}
