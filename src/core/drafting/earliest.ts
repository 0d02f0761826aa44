import { dayOf, type Instant } from '../announcement/instant.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import type { Field } from '../announcement/field.ts';
import type { Stage, TypeSpec } from '../announcement/type.ts';
import { addDays } from '../calendar.ts';

/** A moment before which an announcement cannot be published, and what stands at it. */
export interface Earliest {
  at: Instant;
  /** Chinese: what happens then. */
  what: string;
  /** The announcement that says so. */
  of: Announcement;
}

/** Stages that presuppose that bids or applications have come in. */
const AFTER_DEADLINE: ReadonlySet<Stage> = new Set(['evaluation', 'result', 'failure']);

/** Offices open at nine. */
const OPENING_HOUR = 'T09:00:00+08:00';

/**
 * The moment before which an announcement of a type makes no sense after those that it rests on, as they are in force:
 * never before their publication; what presupposes bids, never before they could come in; a result, not before the
 * publicity has ended.
 */
export function earliestPublication(spec: TypeSpec, line: readonly Announcement[]): Earliest | undefined {
  const moments = line.flatMap((of): readonly Earliest[] => [
    { at: of.publishedAt, what: '发布时间', of },
    ...(AFTER_DEADLINE.has(spec.stage) ? deadlinesOf(of) : []),
    ...(spec.stage === 'result' ? publicityOf(of) : []),
  ]);
  return moments.reduce<Earliest | undefined>(
    (last, moment) => (last === undefined || moment.at > last.at ? moment : last),
    undefined,
  );
}

const deadlinesOf = (of: Announcement): readonly Earliest[] =>
  valuesWith(
    of,
    ({ role, kind }) => kind?.name === 'instant' && (role === 'deadline' || role === 'opening'),
  ).map(({ label, value }) => ({ at: value, what: label, of }));

/** Periods that must have ended; their last day is theirs. */
const publicityOf = (of: Announcement): readonly Earliest[] =>
  valuesWith(of, ({ role, key }) => role === 'publicity-until' || key === 'disclosureUntil').map(
    ({ label, value }) => ({
      at: `${addDays(dayOf(value), 1)}${OPENING_HOUR}`,
      what: `${label}的次日`,
      of,
    }),
  );

function valuesWith(
  of: Announcement,
  isMeant: (field: Field) => boolean,
): { label: string; value: string }[] {
  const values = of as unknown as Readonly<Record<string, string | undefined>>;
  return formOf(typeOf(of.category, of.type)).flatMap((field) => {
    const value = values[field.key];
    return value !== undefined && isMeant(field) ? [{ label: field.label, value }] : [];
  });
}
