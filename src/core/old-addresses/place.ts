import { keyOfName } from '../file-name.ts';
import { stubFile } from './stub.ts';

/**
 * What an old address asks for: two with one place are one page to a server that ignores case, to one that shows
 * `index.html` for its folder, or once percent codes are read. The part after `?` is a program's and stays as it is.
 */
export function placeOf(old: string): string {
  const file = stubFile(old);
  if (file !== undefined) return keyOfName(file);
  const [path = '', ...query] = old.split('?');
  const names = path.split('/').map((name) => keyOfName(withoutCodes(name)));
  return [names.join('/'), ...query].join('?');
}

/** The first name in an old address: `jyxx` of `/jyxx/1.html`. */
export const firstNameOf = (old: string): string => withoutCodes(/^\/([^/?]*)/u.exec(old)![1]!);

/** A name without its percent codes; as it stands where they are not UTF-8. */
function withoutCodes(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
