import { recordsOf, type LotRecord } from '../announcement/lot-records.ts';
import type { LotCourse } from '../project/course.ts';
import type { Matter } from './matter.ts';

/** One parcel or asset of a matter, or the whole of one that lists none. */
export interface Part {
  id: string;
  record?: LotRecord;
  code?: string;
  /** Its life; absent where nothing is known of one. */
  lot?: LotCourse;
}

/** The parts of a matter: those that the announcement at its root lists, else those that later ones name, else the whole. */
export function partsOf({ root, course, next }: Matter): readonly Part[] {
  const whole = course.lots.find(({ lot }) => lot === undefined);
  const records = onceByCode(recordsOf(root.announcement));
  if (records.length > 0)
    return records.flatMap((record, at) => {
      const lot = course.lots.find((one) => one.lot !== undefined && one.lot === record.code) ?? whole;
      const { code } = record;
      const part = { id: `${root.id}/${code ?? `#${at + 1}`}`, record, ...(code !== undefined && { code }) };
      return isCalledIn(record, next) ? [] : [{ ...part, ...(lot && { lot }) }];
    });
  if (next.length > 0) return [];
  const named = course.lots.filter(({ lot, steps }) => lot !== undefined && steps.length > 0);
  if (named.length > 0) return named.map((lot) => ({ id: `${root.id}/${lot.lot!}`, code: lot.lot!, lot }));
  return [{ id: root.id, ...(whole && { lot: whole }) }];
}

/** A list may name one lot twice, what is offered and what became of it. */
const onceByCode = (records: readonly LotRecord[]): readonly LotRecord[] =>
  records.filter(
    ({ code }, at) => code === undefined || records.findIndex((other) => other.code === code) === at,
  );

/** A planned parcel is the one that is called later where both have the very same location. */
const isCalledIn = ({ values }: LotRecord, next: Matter['next']): boolean =>
  next.some(({ announcement }) =>
    recordsOf(announcement).some(
      (called) => called.values['location'] !== undefined && called.values['location'] === values['location'],
    ),
  );
