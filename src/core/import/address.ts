import { isAddress } from '../body/dialect/marks.ts';
import { hostNamedBy, hostOf, isAllowedLink, isLocal } from '../body/links.ts';

/** Whether an address could lead anywhere in an announcement: not a script, a file of the writer's disk, a place on the page. */
export function mayLead(address: string): boolean {
  // Browsers drop these characters before they read the scheme.
  // eslint-disable-next-line no-control-regex -- see above
  const bare = address.replace(/[\u0000-\u0020\u007f]/gu, '');
  if (bare.startsWith('#') || /^[a-z]:[/\\]/iu.test(bare) || bare.startsWith('\\\\')) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(bare)?.[1]?.toLowerCase();
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme);
}

/** Whether the check of bodies takes a link with these words to a target as it is written. */
export function isPublishable(target: string, words: string): boolean {
  const promised = hostNamedBy(words);
  return (
    isAllowedLink(target) && isAddress(target) && (promised === undefined || promised === hostOf(target))
  );
}

/** An address as it can stand in `](…)`, in a cell too; of a file beside the announcement, its name. */
export const asTarget = (address: string): string =>
  (isLocal(address) ? address.replace(/[%#?]/gu, encodeURIComponent) : address)
    .trim()
    .replace(/[\s()<>"'\\|*`[\]^{}]/gu, (char) =>
      char === "'" ? '%27' : encodeURIComponent(char).replace(/[()*]/gu, hex),
    )
    .replace(/&(?=#?\w+;)/gu, '%26');

const hex = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
