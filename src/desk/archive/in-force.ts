import { formOf, typeOf, type Announcement } from '../../core/announcement/schema.ts';
import { termsOf, type Answers } from '../../core/drafting/draft.ts';
import { canCorrect, writable } from '../../core/project/corrections.ts';

/** What an announcement says now, by label and as a clerk writes it: its category, its type and what can be corrected. */
export function answersInForce(inForce: Announcement): Answers {
  const { category, type } = inForce;
  const values = inForce as unknown as Readonly<Record<string, unknown>>;
  const fields = formOf(typeOf(category, type)).flatMap((field) => {
    const value = values[field.key];
    if (value === undefined || !canCorrect(field)) return [];
    return [[field.label, writable(field.kind!.name, value, field.kind!.print(value))] as const];
  });
  return { ...termsOf(category, type), ...Object.fromEntries(fields) };
}
