import { halfWidthFault, ok, type Kind, type Parsed } from './announcement/kind.ts';

/** Where whoever finds a hole in the site may tell of it: a mail address, or a page that is read over TLS. */
function parseContact(text: string): Parsed<string> {
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/u.test(text)) return ok(text);
  if (/^https:\/\/[^\s/]+(\/\S*)?$/u.test(text) && URL.canParse(text)) return ok(text);
  return {
    fault: halfWidthFault(text, parseContact) ?? {
      code: 'F316',
      message: `“${text}”不是邮箱，也不是 https 开头的网址`,
      help: '写单位的邮箱，例如 security@example.gov.cn；或者以 https:// 开头的网址',
    },
  };
}

export const contactKind: Kind<string> = {
  name: 'security-contact',
  parse: parseContact,
  print: (contact) => contact,
  toJson: (contact) => contact,
  pattern: /^(https:\/\/\S+|\S+@\S+)$/u,
};

/** Days after the build for which the file holds; RFC 9116 wants it looked at within a year. */
const VALID_DAYS = 360;

/**
 * `security.txt` as RFC 9116 has it, which is read at the root of a host alone. `builtOn` is the plain date of the
 * build, `origin` scheme and host.
 */
export function toSecurityTxt(contact: string, builtOn: string, origin: string): string {
  const expiresOn = Temporal.PlainDate.from(builtOn).add({ days: VALID_DAYS });
  return [
    '# 发现本站的安全漏洞，请用下面的方式告诉我们；修好以前请不要公开。',
    `Contact: ${contact.includes('@') && !contact.startsWith('https:') ? 'mailto:' : ''}${contact}`,
    `Expires: ${expiresOn.toString()}T00:00:00+08:00`,
    'Preferred-Languages: zh, en',
    // Over plain http nobody could trust it.
    ...(origin.startsWith('https:') ? [`Canonical: ${origin}/.well-known/security.txt`] : []),
    '',
  ].join('\n');
}
