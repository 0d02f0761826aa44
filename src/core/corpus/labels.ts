import type { z } from 'zod';
import { fieldsOf } from '../announcement/field.ts';
import { formOf, types } from '../announcement/schema.ts';
import { itemSchema } from '../disclosure/item.ts';
import { calendarSchema } from './settings/calendar.ts';
import { screenSchema } from './settings/screen.ts';
import { kioskSchema } from './settings/kiosk.ts';
import { pageSchema } from './settings/page.ts';
import { siteSchema } from './settings/site.ts';
import { peopleSchema } from './settings/people.ts';
import { synonymsSchema } from './settings/synonyms.ts';

/** Every field name of the vocabulary, on announcements and inside their lists, with what else forms call them. */
export const labels: ReadonlySet<string> = new Set(
  types
    .flatMap((spec) => formOf(spec))
    .flatMap((field) => [field, ...(field.fields ?? [])])
    .flatMap(({ label, alsoCalled }) => [label, ...alsoCalled]),
);

/** The field names that a file of the content folder may use, those inside its lists too. */
export function labelsIn(file: string): ReadonlySet<string> {
  if (file.startsWith('announcements/')) return labels;
  if (file.startsWith('pages/')) return labelsOf(pageSchema);
  if (file.startsWith('disclosure/')) return labelsOf(itemSchema);
  if (file.startsWith('displays/')) return labelsOf(screenSchema);
  if (file.startsWith('kiosks/')) return labelsOf(kioskSchema);
  if (file === 'people.yaml') return labelsOf(peopleSchema);
  if (file === 'synonyms.yaml') return labelsOf(synonymsSchema);
  return labelsOf(file.startsWith('calendar/') ? calendarSchema : siteSchema);
}

/** The field names of a record and of the lists inside it. */
export const labelsOf = (schema: z.ZodObject): ReadonlySet<string> =>
  new Set(
    fieldsOf(schema).flatMap(({ label, fields = [] }) => [label, ...fields.map((inner) => inner.label)]),
  );
