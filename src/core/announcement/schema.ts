import { z } from 'zod';
import { type Category } from './category.ts';
import { constructionTypes } from './construction.ts';
import { fieldsOf, type Field } from './field.ts';
import { generalTypes } from './general.ts';
import { landTypes } from './land.ts';
import { procurementTypes } from './procurement.ts';
import { propertyTypes } from './property.ts';
import type { TypeSpec } from './type.ts';

const specs = {
  construction: constructionTypes,
  procurement: procurementTypes,
  land: landTypes,
  property: propertyTypes,
  general: generalTypes,
} as const;

type Specs = typeof specs;
type SchemaOf<C extends Category> = Specs[C][number]['schema'];

/** Which fields an announcement has is known from its category and type. */
export type Announcement = { [C in Category]: z.output<SchemaOf<C>> }[Category];

/** Every type of every category, in the order of a project's life. */
export const types: readonly TypeSpec[] = Object.values(specs).flat();

/** The types of one category. */
export const typesIn = (category: Category): readonly TypeSpec[] => specs[category];

const union = <C extends Category>(category: C) => {
  const [first, ...rest] = specs[category].map((spec) => spec.schema) as unknown as [
    SchemaOf<C>,
    ...SchemaOf<C>[],
  ];
  return z.discriminatedUnion('type', [first, ...rest]);
};

/** The one schema of all announcements: a union discriminated by category, then by type. */
export const announcementSchema = z.discriminatedUnion('category', [
  union('construction'),
  union('procurement'),
  union('land'),
  union('property'),
  union('general'),
]);

/** The type with this English id. */
export function typeOf(category: Category, id: string): TypeSpec {
  const spec = typesIn(category).find((candidate) => candidate.id === id);
  if (!spec) throw new Error(`no type ${id} in ${category}`);
  return spec;
}

/** The type a clerk's term names in a category, if any. */
export const typeNamed = (category: Category, term: string): TypeSpec | undefined =>
  typesIn(category).find((spec) => spec.term === term || spec.also.includes(term));

const described = new Map<TypeSpec, readonly Field[]>();

/** The fields of a type in the order of its form. */
export function formOf(spec: TypeSpec): readonly Field[] {
  const known = described.get(spec);
  if (known) return known;
  const fields = fieldsOf(spec.schema);
  described.set(spec, fields);
  return fields;
}
