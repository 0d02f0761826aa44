import type { Field } from '../../../core/announcement/field.ts';
import { formOf } from '../../../core/announcement/schema.ts';
import { companionsOf } from '../../../core/drafting/companions.ts';
import {
  answerOf,
  partOf,
  specOf,
  understand,
  type Answers,
  type RecordAnswer,
} from '../../../core/drafting/draft.ts';

/** A date that a change moves along, and what it could become, as a clerk writes it. */
interface Along {
  readonly label: string;
  readonly movedBy: string;
  readonly from: string;
  readonly to: string;
  /** Whether dates would stand in the wrong order if it stayed. */
  readonly isBroken: boolean;
}

/** The fields that a correction may change, in the order of the form, with what each says now. */
export function correctable(inForce: Answers): readonly { readonly field: Field; readonly now: string }[] {
  const spec = specOf(inForce);
  return (spec ? formOf(spec) : []).flatMap((field) => {
    const now = answerOf(inForce, field.label);
    return now === undefined || field.key === 'category' || field.key === 'type' ? [] : [{ field, now }];
  });
}

/** The dates that do not stay right beside those that are changed. */
export function movedAlong(inForce: Answers, records: readonly RecordAnswer[]): readonly Along[] {
  const announcement = partOf(inForce);
  if (!announcement) return [];
  const fields = correctable(inForce);
  const changes = records.flatMap((record) => {
    const field = fields.find(({ field: { label } }) => label === record['字段'])?.field;
    const understood = field && record['新'] ? understand(field, record['新']) : undefined;
    return field && understood && 'value' in understood ? [[field.key, understood.value] as const] : [];
  });
  if (changes.length === 0) return [];
  return companionsOf(announcement, Object.fromEntries(changes)).flatMap(
    ({ field, movedBy, proposal, isBroken }) => {
      const from = answerOf(inForce, field.label);
      if (from === undefined || records.some((record) => record['字段'] === field.label)) return [];
      const to = proposal.slice(0, 16).replace('T', ' ');
      return [{ label: field.label, movedBy: movedBy.label, from, to, isBroken }];
    },
  );
}
