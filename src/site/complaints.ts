import type { Edition } from '../core/edition.ts';
import type { Announcement } from '../core/announcement/schema.ts';
import { factOf } from '../core/listing.ts';
import { siteFrame } from './frame.ts';

/** Whom to turn to, and by which telephone. */
export interface Contact {
  label: string;
  text: string;
  phone?: string;
}

/** The telephone of the announcement, or else the centre's. */
export const askPhoneOf = (edition: Edition, announcement: Announcement): string =>
  'contactPhone' in announcement && announcement.contactPhone !== undefined
    ? announcement.contactPhone
    : siteFrame(edition).phone;

/** 异议与投诉: from the announcement's own fields, and the centre's telephone for complaints. */
export function complaintsOf(edition: Edition, announcement: Announcement): readonly Contact[] {
  const { centreName, phone, supervisionPhone } = siteFrame(edition);
  const field = (key: string): string | undefined =>
    (announcement as unknown as Readonly<Record<string, string | undefined>>)[key];
  const [channel, ask, supervisor] = [field('objectionChannel'), field('contactPhone'), field('supervisor')];
  const principal = factOf(announcement, 'principal')?.text;
  return [
    ...(channel !== undefined
      ? [{ label: '异议', text: channel }]
      : principal !== undefined
        ? [{ label: '异议', text: `向${principal}提出`, ...(ask !== undefined && { phone: ask }) }]
        : []),
    ...(supervisor === undefined ? [] : [{ label: '投诉', text: `向${supervisor}提出` }]),
    { label: '对本中心的意见', text: centreName, phone: supervisionPhone ?? phone },
  ];
}
