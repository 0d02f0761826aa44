import { get, textOf } from './get.ts';

/** Far above any page or script of ours, in bytes. */
const LARGEST = 512 * 1024;
/** Longest that each may take, in seconds. */
const TIMEOUT = 20;

/**
 * The page at this address as the server has it now, once it has come whole and so has every script that it runs: one
 * that lacks a part would not begin.
 * @param isOurs doubts the page: one of a guest network is whole too
 */
export async function getWholePage(isOurs: (page: string) => boolean): Promise<string> {
  const page = textOf((await get('./', TIMEOUT, LARGEST)).bytes);
  if (!isOurs(page) || !/<\/html>\s*$/u.test(page)) throw new Error('not a whole page of ours');
  for (const script of found(page, /<script[^>]* src="([^"]+)"/gu)) {
    const address = new URL(script, location.href).href;
    const text = textOf((await get(address, TIMEOUT, LARGEST)).bytes);
    for (const part of found(text, /\bfrom\s*"(\.[^"]+)"/gu))
      await get(new URL(part, address).href, TIMEOUT, LARGEST);
  }
  return page;
}

const found = (text: string, pattern: RegExp): readonly string[] =>
  Array.from(text.matchAll(pattern), ([, address]) => address!);
