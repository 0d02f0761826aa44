import { categories, CATEGORIES } from '../announcement/category.ts';
import type { Field } from '../announcement/field.ts';
import { formOf, writtenTypesIn } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { exampleOf } from './notation.ts';

/** A template of VS Code, typed by its prefix and filled from place to place. */
interface Snippet {
  scope: string;
  prefix: readonly string[];
  description: string;
  body: readonly string[];
}

/** A template for each type of announcement that a clerk writes: every required field with an example, choices as choices. */
export function announcementSnippets(): Readonly<Record<string, Snippet>> {
  return Object.fromEntries(
    categories.flatMap(writtenTypesIn).map((spec) => [
      `${CATEGORIES[spec.category]} · ${spec.term}`,
      {
        scope: 'markdown',
        prefix: [spec.term, ...spec.also],
        description: `${CATEGORIES[spec.category]}：${spec.term}的必填栏目`,
        body: ['---', ...new Blanks().form(spec), '---', '', '$0'],
      },
    ]),
  );
}

/** A template for a record that is no announcement, with its body. */
export const recordSnippet = (
  prefix: string,
  title: string,
  fields: readonly Field[],
): Readonly<Record<string, Snippet>> => ({
  [title]: {
    scope: 'markdown',
    prefix: [prefix],
    description: `${title}的必填栏目`,
    body: ['---', ...new Blanks().record(fields), '---', '', '$0'],
  },
});

/** Numbers the places in the order in which they are filled. */
class Blanks {
  #count = 0;

  form(spec: TypeSpec): readonly string[] {
    const instead = new Set(spec.oneOf.map(([first]) => first));
    return formOf(spec)
      .filter(({ key, required }) => required || instead.has(key))
      .flatMap((field) => this.#lines(field, spec));
  }

  record(fields: readonly Field[]): readonly string[] {
    return fields.filter(({ required }) => required).flatMap((field) => this.#lines(field));
  }

  #lines(field: Field, spec?: TypeSpec): readonly string[] {
    const { label } = field;
    if (spec && field.key === 'category') return [`${label}: ${CATEGORIES[spec.category]}`];
    if (spec && field.key === 'type') return [`${label}: ${spec.term}`];
    if (field.shape === 'scalar') return [`${label}: ${this.#blank(field)}`];
    if (field.shape === 'values') return [`${label}:`, `  - ${this.#blank(field)}`];
    return [`${label}:`, ...this.#item(field.fields!)];
  }

  /** The first item of a list; corrections name the changed field, which the schema cannot require. */
  #item(fields: readonly Field[]): readonly string[] {
    const named = fields.find(({ key }) => key === 'field');
    const must = fields.filter(({ required }) => required);
    return [...(named ? [named] : []), ...must].map(
      (field, index) => `  ${index === 0 ? '-' : ' '} ${field.label}: ${this.#blank(field)}`,
    );
  }

  #blank(field: Field): string {
    this.#count += 1;
    if (field.terms) return `\${${this.#count}|${field.terms.join(',')}|}`;
    return `\${${this.#count}:${exampleOf(field).replace(/[\\$}]/gu, '\\$&')}}`;
  }
}
