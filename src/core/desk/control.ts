import type { Field } from '../announcement/field.ts';
import { textKind } from '../announcement/text.ts';

/** How a field is filled on a screen. */
export type ControlKind =
  | 'line'
  | 'long-text'
  | 'date'
  | 'instant'
  | 'month'
  | 'money'
  | 'number'
  | 'choice'
  | 'yes-no'
  | 'phone'
  | 'address'
  | 'region'
  | 'place'
  | 'announcement'
  | 'list'
  | 'records';

/** One field of a form as a screen asks for it: all of it follows from what the schema says of the field. */
export interface Control {
  readonly field: Field;
  readonly kind: ControlKind;
  /** Whether the form cannot do without it. */
  readonly isRequired: boolean;
  /** Labels of the fields of which just one is to be given, its own among them. */
  readonly oneOf?: readonly string[];
  /** Of records, a control for each column. */
  readonly columns?: readonly Control[];
  /** A field with the same label that takes another shape: an earlier announcement that stands elsewhere. */
  readonly twin?: Control;
}

export function controlOf(field: Field): Control {
  const kind = controlKindOf(field);
  return {
    field,
    kind,
    isRequired: field.required,
    ...(field.fields && { columns: field.fields.map(controlOf) }),
  };
}

/** Kinds of values by their names, for what needs another control than a line. */
const BY_KIND: Readonly<Record<string, ControlKind>> = {
  date: 'date',
  instant: 'instant',
  'day-or-instant': 'instant',
  month: 'month',
  money: 'money',
  balance: 'money',
  price: 'money',
  'yes-no': 'yes-no',
  choice: 'choice',
  phone: 'phone',
  url: 'address',
  reference: 'announcement',
};

function controlKindOf({ shape, kind, role, unit, listedIn }: Field): ControlKind {
  if (shape === 'records') return 'records';
  if (shape === 'values') return 'list';
  if (listedIn === 'regions') return 'region';
  if (role === 'opening-place') return 'place';
  const named = BY_KIND[kind!.name];
  if (named) return named;
  if (unit !== undefined) return 'number';
  return kind === textKind ? 'long-text' : 'line';
}
