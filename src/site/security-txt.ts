import { toSecurityTxt } from '../core/security-txt.ts';
import { origin } from './address.ts';
import { loadContent } from './content.ts';

/** The site's `security.txt`; nothing where `content/site.yaml` names no contact. */
export function securityTxt(): string | undefined {
  const { settings, corpus } = loadContent();
  const contact = corpus.site?.securityContact;
  return contact && toSecurityTxt(contact, settings.now.slice(0, 10), origin());
}
