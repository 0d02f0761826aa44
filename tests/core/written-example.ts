import { CATEGORIES } from '../../src/core/announcement/category.ts';
import type { Field } from '../../src/core/announcement/field.ts';
import { formOf } from '../../src/core/announcement/schema.ts';
import type { TypeSpec } from '../../src/core/announcement/type.ts';

/**
 * An announcement of a type as a clerk writes it, of the examples of its fields: those that it must have, and the first
 * of each group of which it must have one.
 */
export function writtenExample(spec: TypeSpec, given: Readonly<Record<string, string>>): string {
  const chosen = new Set(spec.oneOf.map(([first]) => first!));
  const fields = formOf(spec).filter(
    ({ key, label }) => key !== 'category' && key !== 'type' && given[label] === undefined,
  );
  const lines = fields
    .filter(({ key, required }) => (required && key !== 'related') || chosen.has(key))
    .flatMap((field) => linesOf(field));
  const own = Object.entries(given).map(([label, value]) => `${label}: ${value}`);
  const head = [`类别: ${CATEGORIES[spec.category]}`, `类型: ${spec.term}`, ...own];
  return `---\n${[...head, ...lines].join('\n')}\n---\n\n现予公布。\n`;
}

function linesOf({ label, example, terms, fields, item, itemExample }: Field): readonly string[] {
  if (fields) {
    const [first, ...rest] = fields.filter(({ required }) => required).flatMap((field) => linesOf(field));
    return [`${label}:`, `  - ${first}`, ...rest.map((line) => `    ${line}`)];
  }
  if (item) return [`${label}:`, `  - ${itemExample}`];
  return [`${label}: ${example ?? terms?.[0]}`];
}
