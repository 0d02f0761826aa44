import type { Edition } from '../core/edition.ts';
import { typeOf, type Announcement } from '../core/announcement/schema.ts';
import type { Stage } from '../core/announcement/type.ts';
import { factOf } from '../core/announcement/fact.ts';
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

/**
 * 异议与投诉: the channel that the announcement names, or else the remedy that the law gives against one of its kind;
 * its supervisor, and the centre's telephone for complaints.
 */
export function complaintsOf(edition: Edition, announcement: Announcement): readonly Contact[] {
  const { centreName, phone, supervisionPhone } = siteFrame(edition);
  const field = (key: string): string | undefined =>
    (announcement as unknown as Readonly<Record<string, string | undefined>>)[key];
  const [channel, ask] = [field('objectionChannel'), field('contactPhone')];
  const [supervisor, theirPhone] = [field('supervisor'), field('supervisorPhone')];
  const principal = factOf(announcement, 'principal')?.text;
  const remedy = remedyOf(announcement);
  return [
    ...(channel !== undefined
      ? [{ label: '异议', text: channel }]
      : remedy !== undefined && principal !== undefined
        ? [{ label: remedy, text: `向${principal}提出`, ...(ask !== undefined && { phone: ask }) }]
        : []),
    ...(supervisor === undefined ? [] : [supervision(announcement, supervisor, theirPhone)]),
    { label: '对本中心的意见', text: centreName, phone: supervisionPhone ?? phone },
  ];
}

/** 招标投标法实施条例 第二十二条、第五十四条: against documents, qualification and the order of candidates. */
const OBJECTED: ReadonlySet<Stage> = new Set(['call', 'answer', 'correction', 'evaluation']);

/** 政府采购法 第五十一条、第五十二条: against documents, what was done, and the result. */
const CHALLENGED: ReadonlySet<Stage> = new Set([...OBJECTED, 'result', 'failure', 'termination']);

/** What the law calls the remedy against such an announcement; nothing where it gives none. */
function remedyOf(announcement: Announcement): string | undefined {
  const { category, type } = announcement;
  const { stage } = typeOf(category, type);
  if (category === 'construction') return OBJECTED.has(stage) ? '异议' : undefined;
  if (category === 'procurement') {
    if (type === 'single-source-notice') return '异议';
    return CHALLENGED.has(stage) ? '询问、质疑' : undefined;
  }
  // Elsewhere a publicity alone asks for objections.
  return 'publicityUntil' in announcement && announcement.publicityUntil !== undefined ? '异议' : undefined;
}

/** Against what is no part of a transaction there is no 投诉 of the law of tenders and procurement. */
const supervision = (
  { category }: Announcement,
  supervisor: string,
  theirPhone: string | undefined,
): Contact => ({
  ...(category === 'general'
    ? { label: '监督部门', text: supervisor }
    : { label: '投诉', text: `向${supervisor}提出` }),
  ...(theirPhone !== undefined && { phone: theirPhone }),
});
