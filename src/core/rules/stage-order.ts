import { dayOf, printDate, printInstant } from '../announcement/instant.ts';
import { formOf, typeOf } from '../announcement/schema.ts';
import type { Finding } from '../diagnostic.ts';
import type { Matter } from './matter.ts';

const DAY_LENGTH = 10;

/**
 * Whether an announcement that presupposes bids which were opened (opening record, candidates, result, failure) is
 * published before the deadline and the opening in force of its call; in land and property before the registration,
 * the listing, the auction or the disclosure has ended.
 */
export function checkStageOrder(matter: Matter): readonly Finding[] {
  const { id, category, type, facts, call } = matter;
  if (!call || call === matter || !presupposesOpening(matter)) return [];
  const publishedAt = facts.publishedAt!;
  const ends = [...endsOf(call), ...(facts.openingAt === undefined ? [] : [own(matter, facts.openingAt)])];
  const late = ends.filter(({ on }) => isBefore(publishedAt, on));
  const last = late.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  if (!last) return [];
  const { term } = typeOf(category, type);
  const when = last.on.length === DAY_LENGTH ? printDate(last.on) : printInstant(last.on);
  return [
    {
      code: 'D205',
      id,
      at: 'publishedAt',
      message: `${term}的发布时间在${last.label}之前：${last.whose}${last.label}是 ${when}`,
      help: `核对发布时间，要晚于${last.label}；${last.label}改过的，先发更正公告`,
    },
  ];
}

interface End {
  label: string;
  whose: string;
  on: string;
}

/** An open framework 开放式框架协议 takes applications as long as it lasts, and shortlists meanwhile. */
function presupposesOpening({ category, type, facts, call }: Matter): boolean {
  if (call?.facts.frameworkKind === 'open') return false;
  const { stage } = typeOf(category, type);
  if (stage === 'termination') return facts.terminationKind === 'failed';
  return stage === 'evaluation' || stage === 'result' || stage === 'failure';
}

/** Dates of a call at which it closes or its bids are opened. */
const endsOf = ({ id, category, type, facts }: Matter): readonly End[] =>
  formOf(typeOf(category, type)).flatMap(({ key, label, role }): End[] => {
    if (role !== 'deadline' && role !== 'opening' && key !== 'disclosureUntil') return [];
    const on = (facts as Readonly<Record<string, unknown>>)[key];
    return typeof on === 'string' ? [{ label, whose: `${id} 现行的`, on }] : [];
  });

const own = ({ category, type }: Matter, on: string): End => ({
  label: formOf(typeOf(category, type)).find(({ key }) => key === 'openingAt')!.label,
  whose: '本公告写的',
  on,
});

/** Of a publication at midnight only the day is known. */
const isBefore = (publishedAt: string, on: string): boolean =>
  on.length === DAY_LENGTH || publishedAt.slice(DAY_LENGTH + 1, DAY_LENGTH + 6) === '00:00'
    ? dayOf(publishedAt) < on.slice(0, DAY_LENGTH)
    : publishedAt < on;
