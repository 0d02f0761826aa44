import type { Field } from '../announcement/field.ts';
import type { Kind } from '../announcement/kind.ts';

/** How a field is written, in a few words for a clerk: its terms, its units or the forms that the check names. */
export function notationOf(field: Field): string {
  if (field.terms) return `${field.shape === 'values' ? '逐项列出：' : ''}${field.terms.join('、')}`;
  if (field.shape === 'records') return '逐项列出，每项分栏';
  const kind = (field.kind ?? field.item)!;
  const how = field.forms ?? formOf(kind);
  return field.shape === 'values' ? `逐项列出，${how}` : how;
}

/** What the check would say of a value it cannot read is how the value is written. */
function formOf(kind: Kind<unknown>): string {
  const parsed = kind.parse('?');
  // A title needs a word in it, but is written like any text.
  if ('value' in parsed || kind.name === 'text') return '文字';
  const { message, help = '', example } = parsed.fault;
  return /应为 ?(.+)$/u.exec(message)?.[1] ?? example ?? help.replace(/^写成 ?/u, '');
}

/** A right value of a field, as a clerk writes it. */
export const exampleOf = (field: Field): string => field.example ?? field.itemExample ?? '';
