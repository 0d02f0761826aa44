/** Where a saved page stood on the old site. */
export interface Standing {
  /** The folder named like the host, with `/`; empty where the folder is the root of the site itself. */
  base: string;
  host: string | undefined;
  /** Path and query, as a browser asks for them. */
  address: string;
}

/** `wget --mirror` puts everything into a folder of the host's name, the port behind `:` or, on Windows, `+`. */
const HOST = /^(?:(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}|\d{1,3}(?:\.\d{1,3}){3})(?:[:+]\d{1,5})?$/iu;

/** Endings of pages that a program makes, to which `wget -E` adds `.html`. */
const DYNAMIC = 'aspx?|jspx?|php\\d?|do|action|cgi|jhtml|ashx';

/** Where a page stood, by its path in the folder of saved pages (see `shown`). */
export function standingOf(page: string): Standing {
  const [first = '', ...rest] = page.split('/');
  const isHost = rest.length > 0 && HOST.test(first);
  const path = isHost ? rest.join('/') : page;
  return {
    base: isHost ? `${first}/` : '',
    host: isHost ? first.replace('+', ':').toLowerCase() : undefined,
    address: `/${encoded(asAsked(path))}`,
  };
}

/** The name of a saved page as it was asked for: without what `wget` has added or replaced. */
function asAsked(path: string): string {
  return path
    .replace(/(\.(?:s?html?|aspx?|jspx?|php\d?|do))\.\d{1,3}$/iu, '$1')
    .replace(new RegExp(`^([^?]*\\.(?:${DYNAMIC}|s?html?))@(?=[\\w%-]+=)`, 'iu'), '$1?')
    .replace(new RegExp(`^([^?]*\\.(?:${DYNAMIC})(?:\\?.*)?)\\.html$`, 'iu'), '$1');
}

const encoded = (path: string): string =>
  path.replace(/%(?![\da-f]{2})|[^\w\-.~!$&()*+,;=:@/?%]/giu, (character) =>
    character === '%' ? '%25' : encodeURIComponent(character.toWellFormed()).replace("'", '%27'),
  );

/** An address that a page states of itself or links to: its host, and path with query; nothing for no web address. */
export function addressFrom(
  standing: Standing,
  written: string,
): { host: string | undefined; address: string } | undefined {
  // What is not a web page leads nowhere: a script, a file of somebody's disk, a place within the page.
  if (written === '' || written.startsWith('#')) return undefined;
  const here = `http://${standing.host ?? NOWHERE}${standing.address}`;
  const url = URL.parse(written.replace(/[\t\r\n]/gu, '').trim(), here);
  if (!url || !/^https?:$/u.test(url.protocol) || url.username !== '') return undefined;
  const host = url.host === NOWHERE ? undefined : url.host;
  return { host, address: `${url.pathname}${url.search}`.replaceAll("'", '%27') };
}

const NOWHERE = 'old.invalid';

/** Whether two hosts are of one site: `m.ggzy.example.cn` and `www.ggzy.example.cn`, or one of them is not known. */
export function isOneSite(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const [a, b] = [one, other].map((host) => host.replace(/:\d+$/u, '').replace(/^(?:www|m|wap|3g)\./u, ''));
  return a === b;
}
