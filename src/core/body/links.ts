const SCHEME = /^([a-z][a-z0-9+.-]*):/iu;

/** Whether a link may be published: web, mail, telephone, an anchor of the page or a file beside the announcement. */
export function isAllowedLink(href: string): boolean {
  // Browsers drop these characters before they read the scheme.
  // eslint-disable-next-line no-control-regex -- see above
  const bare = href.replace(/[\u0000-\u0020\u007f]/gu, '');
  if (/^(?:[/\\]{2}|\\)/u.test(bare)) return false;
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  // `https://www.gov.cn@example.com/` leads to the host behind the @.
  if (/^https?:[/\\]*[^/\\?#]*@/iu.test(bare)) return false;
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme);
}

/** Whether a link names a file beside the announcement. */
export const isLocal = (href: string): boolean =>
  !SCHEME.test(href) && !href.startsWith('#') && !href.startsWith('/');

/** The file that a local link names, without the place inside it, `#page=2`. */
export const fileOf = (href: string): string => {
  const path = href.replace(/[?#].*$/su, '').replace(/^\.\//u, '');
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
};

/** The host that the words of a link promise: of an address, of a mail address, or a name under a domain in use here. */
const PROMISED =
  /https?:\/\/(?<address>[^\s/?#，。；、）)]+)|[\w.+-]+@(?<mail>[\w.-]+)|(?<![\w@.-])(?<name>(?:[\w-]+\.)+(?:cn|com|net|org|gov|edu|info|xyz|top|vip|cc|io|site))(?![\w.])|(?<![\w@.-])(?<www>www\.[\w.-]+)/iu;

const withoutWww = (host: string): string => host.toLowerCase().replace(/^www\.|[:.]\d*$/gu, '');

/** The host that words promise, if they name one. */
export function hostNamedBy(words: string): string | undefined {
  const { address, mail, name, www } = PROMISED.exec(words.normalize('NFKC'))?.groups ?? {};
  const host = address ?? mail ?? name ?? www;
  return host === undefined ? undefined : withoutWww(host);
}

/** The host that a link leads to; of a mail address the domain. */
export function hostOf(href: string): string | undefined {
  const mail = /^mailto:[^@]*@([^?]+)/iu.exec(href)?.[1];
  if (mail !== undefined) return withoutWww(mail);
  return URL.canParse(href) ? withoutWww(new URL(href).hostname) : undefined;
}
