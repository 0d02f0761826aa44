import type { Edition } from '../core/edition.ts';
import { toSecurityTxt } from '../core/security-txt.ts';

/** The site's `security.txt`; nothing where `content/site.yaml` names no contact. */
export function securityTxt(edition: Edition): string | undefined {
  const contact = edition.site?.securityContact;
  return contact && toSecurityTxt(contact, edition.now.slice(0, 10), edition.origin);
}
