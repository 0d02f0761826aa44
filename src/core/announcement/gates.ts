import type { Field } from './field.ts';
import { formInUse } from './former-type.ts';
import type { Instant } from './instant.ts';
import type { Announcement } from './schema.ts';

/** One of the moments by which a matter goes on, with corrections in force. */
export interface Gate {
  /** The field that states it. */
  key: string;
  /** Its Chinese term; of the publication, 发布. */
  label: string;
  /** The moment at which it is over; a day is over at its end. */
  at: Instant;
  /** As an official page prints it. */
  text: string;
  /** What was published first, where a correction has moved it. */
  was?: Instant;
  /** What a tag says once it is closed to newcomers, of one that closes the matter to them before the deadline. */
  over?: string;
}

/**
 * The gates that an announcement states, in the order of time: its publication, the end of documents or registration,
 * the deposit, objections, the deadline or the end of a publicity period, the opening. What it does not state is not
 * among them.
 * @param effective with its corrections in force
 * @param original as it was published
 */
export function gatesOf(effective: Announcement, original: Announcement): readonly Gate[] {
  const form = formInUse(effective);
  const stated = form.flatMap((field) => gateIn(field, effective, original) ?? []);
  const steps = new Map(form.map(({ key, occasion }) => [key, occasion?.step ?? 0]));
  const inTime = stated.toSorted((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : steps.get(a.key)! - steps.get(b.key)!,
  );
  const { publishedAt } = effective;
  return [{ key: 'publishedAt', label: '发布', at: publishedAt, text: publishedAt }, ...inTime];
}

function gateIn(field: Field, effective: Announcement, original: Announcement): Gate | undefined {
  const [value, first] = [effective, original].map((one) => valueIn(field, one));
  if (value === undefined || !isGate(field)) return undefined;
  const at = momentOf(field, value);
  const was = first === undefined || first === value ? undefined : momentOf(field, first);
  const { key, label, gate, kind } = field;
  return {
    ...{ key, label, at, text: kind!.print(value) },
    ...(was !== undefined && { was }),
    ...(gate !== undefined && { over: gate }),
  };
}

const isGate = ({ gate, role, occasion }: Field): boolean =>
  gate !== undefined ||
  role === 'deadline' ||
  role === 'opening' ||
  role === 'publicity-until' ||
  occasion?.kind === 'objection';

const valueIn = ({ key }: Field, announcement: Announcement): string | undefined =>
  (announcement as unknown as Readonly<Record<string, string | undefined>>)[key];

/** A day closes at its end. */
const momentOf = ({ kind }: Field, value: string): Instant =>
  kind?.name === 'instant' ? value : `${value}T24:00:00+08:00`;
