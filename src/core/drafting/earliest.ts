import { dayOf, type Instant } from '../announcement/instant.ts';
import { closesOf, presupposesOpening } from '../announcement/opened.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { addDays } from '../calendar.ts';

/** A moment before which an announcement cannot be published, and what stands at it. */
export interface Earliest {
  at: Instant;
  /** Chinese: what happens then. */
  what: string;
  /** The announcement that says so. */
  of: Announcement;
}

/** Offices open at nine. */
const OPENING_HOUR = 'T09:00:00+08:00';

/**
 * The moment before which an announcement of a type makes no sense after those that it rests on, as they are in force:
 * never before their publication; what presupposes bids, never before they could come in; a result, not before the
 * publicity has ended.
 */
export function earliestPublication(spec: TypeSpec, line: readonly Announcement[]): Earliest | undefined {
  // Whether a termination is of a failed call is answered later, and told by D205.
  const isAfterOpening = presupposesOpening(spec, {});
  const moments = line.flatMap((of): readonly Earliest[] => [
    { at: of.publishedAt, what: '发布时间', of },
    ...(isAfterOpening ? opened(of) : []),
    ...(spec.stage === 'result' ? publicityOf(of) : []),
  ]);
  return moments.reduce<Earliest | undefined>(
    (last, moment) => (last === undefined || moment.at > last.at ? moment : last),
    undefined,
  );
}

const opened = (of: Announcement): readonly Earliest[] =>
  closesOf(typeOf(of.category, of.type), of as unknown as Readonly<Record<string, unknown>>).map(
    ({ label, on }) => (on.includes('T') ? { at: on, what: label, of } : dayAfter(label, on, of)),
  );

/** Publicities that must have ended; their last day is theirs. */
function publicityOf(of: Announcement): readonly Earliest[] {
  const values = of as unknown as Readonly<Record<string, string | undefined>>;
  return formOf(typeOf(of.category, of.type)).flatMap(({ key, label, role }) => {
    const value = values[key];
    return role === 'publicity-until' && value !== undefined ? [dayAfter(label, value, of)] : [];
  });
}

const dayAfter = (label: string, on: string, of: Announcement): Earliest => ({
  at: `${addDays(dayOf(on), 1)}${OPENING_HOUR}`,
  what: `${label}的次日`,
  of,
});
