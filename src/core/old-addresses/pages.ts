import { keyOfName } from '../file-name.ts';
import type { OldAddress } from '../old-addresses.ts';
import { stubFile } from './stub.ts';

/** A page in an old place, by its file from the root of the site, and the address it answers. */
interface OldPage<A extends OldAddress> {
  file: string;
  address: A;
}

/**
 * The old addresses that get a page. Of those that some file system cannot hold side by side, one gets it: of one name
 * in two cases the first, of a folder in two cases the spelling most of them have, of a file and a folder the file.
 * The rest lead on by the web server and the page of errors alone.
 */
export function oldPages<A extends OldAddress>(addresses: readonly A[]): readonly OldPage<A>[] {
  const pages = addresses.flatMap((address) => {
    const file = stubFile(address.old);
    return file === undefined ? [] : [{ file, address }];
  });
  const spelling = usualSpellings(pages);
  const first = new Map<string, OldPage<A>>();
  for (const page of pages.filter(({ file }) => foldersOf(file).every((one) => spelling(one) === one))) {
    const key = keyOfName(page.file);
    if (!first.has(key)) first.set(key, page);
  }
  return [...first.values()].filter(({ file }) => !foldersOf(file).some((one) => first.has(keyOfName(one))));
}

/** For each folder, how it is spelled most often; of equals, the first. */
function usualSpellings(pages: readonly OldPage<OldAddress>[]): (folder: string) => string {
  const counts = new Map<string, Map<string, number>>();
  for (const folder of pages.flatMap(({ file }) => foldersOf(file))) {
    const spellings = counts.get(keyOfName(folder)) ?? new Map<string, number>();
    counts.set(keyOfName(folder), spellings.set(folder, (spellings.get(folder) ?? 0) + 1));
  }
  const usual = new Map(
    [...counts].map(([key, spellings]) => [key, [...spellings].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]),
  );
  return (folder) => usual.get(keyOfName(folder))!;
}

/** `a` and `a/b` of `a/b/1.html`. */
const foldersOf = (file: string): readonly string[] =>
  [...file.matchAll(/\//gu)].map(({ index }) => file.slice(0, index));
