import type { Edition } from '../../core/edition.ts';
import { phonesIn, toTelephoneHref } from '../../core/announcement/phone.ts';
import type { Involvement } from '../../core/party/parties.ts';
import { findPersonal } from '../../core/privacy.ts';
import { announcementPath } from '../address.ts';

/** An address or a telephone as an announcement has it, and which one. */
export interface PartyContact {
  label: string;
  text: string;
  tel?: string;
  title: string;
  href: string;
}

/**
 * How to reach a unit, from the newest announcements that say it. A telephone stands for the matter, so it is told of
 * who calls or runs one; a number that is a person's own is left where it was published, and so are names of people.
 */
export function contactsOf(edition: Edition, involvements: readonly Involvement[]): readonly PartyContact[] {
  const located = involvements.find(({ address }) => address !== undefined);
  const asked = involvements.find(
    ({ by, part }) => (part === 'principal' || part === 'agency') && phoneOf(edition, by) !== undefined,
  );
  const phone = asked && phoneOf(edition, asked.by)!;
  return [
    ...(located ? [{ label: '地址', text: located.address!, ...sourceOf(edition, located.by) }] : []),
    ...(asked
      ? [
          {
            label: '项目联系电话',
            text: phone!,
            tel: toTelephoneHref(phone!),
            ...sourceOf(edition, asked.by),
          },
        ]
      : []),
  ];
}

/** The numbers of an announcement that are an office's. */
function phoneOf(edition: Edition, id: string): string | undefined {
  const { announcement } = edition.effective(id);
  if (!('contactPhone' in announcement) || announcement.contactPhone === undefined) return undefined;
  const numbers = phonesIn(announcement.contactPhone).filter(
    (one) => findPersonal(one, () => '').length === 0,
  );
  return numbers.length === 0 ? undefined : numbers.join('、');
}

const sourceOf = (edition: Edition, id: string): Pick<PartyContact, 'title' | 'href'> => ({
  title: edition.row(id).title,
  href: edition.address(announcementPath(id)),
});
