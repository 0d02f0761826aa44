import { dayOf, printDate, printInstant } from '../announcement/instant.ts';
import { closesOf, presupposesOpening, type Close } from '../announcement/opened.ts';
import { formOf, typeOf } from '../announcement/schema.ts';
import type { Finding } from '../diagnostic.ts';
import type { Matter } from './matter.ts';

const DAY_LENGTH = 10;

/**
 * Whether an announcement that presupposes bids which were opened is published before the deadline and the opening in
 * force of its call.
 */
export function checkStageOrder(matter: Matter): readonly Finding[] {
  const { id, category, type, facts, call } = matter;
  const spec = typeOf(category, type);
  if (!call || call === matter || !presupposesOpening(spec, facts)) return [];
  const publishedAt = facts.publishedAt!;
  const late = [...endsOf(call), ...ownOpening(matter)].filter(({ on }) => isBefore(publishedAt, on));
  const last = late.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  if (!last) return [];
  const when = last.on.length === DAY_LENGTH ? printDate(last.on) : printInstant(last.on);
  return [
    {
      code: 'D205',
      id,
      at: 'publishedAt',
      message: `${spec.term}的发布时间在${last.label}之前：${last.whose}${last.label}是 ${when}`,
      help: `核对发布时间，要晚于${last.label}；${last.label}改过的，先发更正公告`,
    },
  ];
}

interface End extends Close {
  whose: string;
}

const endsOf = ({ id, category, type, facts }: Matter): readonly End[] =>
  closesOf(typeOf(category, type), facts).map((close) => ({ ...close, whose: `${id} 现行的` }));

function ownOpening({ category, type, facts, call }: Matter): readonly End[] {
  if (facts.openingAt === undefined || call?.facts.frameworkKind === 'open') return [];
  const { label } = formOf(typeOf(category, type)).find(({ key }) => key === 'openingAt')!;
  return [{ label, whose: '本公告写的', on: facts.openingAt }];
}

/** Of a publication at midnight only the day is known. */
const isBefore = (publishedAt: string, on: string): boolean =>
  on.length === DAY_LENGTH || publishedAt.slice(DAY_LENGTH + 1, DAY_LENGTH + 6) === '00:00'
    ? dayOf(publishedAt) < on.slice(0, DAY_LENGTH)
    : publishedAt < on;
