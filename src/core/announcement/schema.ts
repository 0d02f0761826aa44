import { z } from 'zod';
import { categories, type Category } from './category.ts';
import { constructionTypes } from './construction.ts';
import { fieldsOf, type Field } from './field.ts';
import { generalTypes } from './general.ts';
import { landTypes } from './land.ts';
import { LEGACY } from './legacy.ts';
import { procurementTypes } from './procurement.ts';
import { propertyTypes } from './property.ts';
import { namesInUse, plainName, stemOf } from './type-names.ts';
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

/** The types of one category that a clerk writes: 存量公告 come from an old site, by the importer. */
export const writtenTypesIn = (category: Category): readonly TypeSpec[] =>
  typesIn(category).filter(({ id }) => id !== LEGACY);

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

/** Every name of a type: its term first, then those of the law, then those that platforms use. */
export const namesOf = (spec: TypeSpec): readonly string[] => [
  spec.term,
  ...spec.also,
  ...namesInUse(spec.category, spec.id),
];

/** The names of a type that can mean no other. */
export const ownNamesOf = (spec: TypeSpec): readonly string[] =>
  namesOf(spec).filter((name) => typeNamed(spec.category, name) === spec);

type ByName = ReadonlyMap<string, readonly TypeSpec[]>;

const indexOf = (specsOfCategory: readonly TypeSpec[], keyOf: (name: string) => string): ByName => {
  const uses = specsOfCategory.flatMap((spec) =>
    [...new Set(namesOf(spec).map(keyOf))].map((key) => ({ key, spec })),
  );
  const groups = Map.groupBy(uses, ({ key }) => key);
  return new Map([...groups].map(([key, own]) => [key, own.map(({ spec }) => spec)]));
};

const byCategory = new Map(
  categories.map((category) => [
    category,
    { byName: indexOf(specs[category], plainName), byStem: indexOf(specs[category], stemOf) },
  ]),
);

/**
 * The types that a clerk's term can mean in a category: none, one, or several where platforms call different types by
 * one name. A term of the law means its own type; 公告 or 公示 at the end makes no other one.
 */
export function typesNamed(category: Category, term: string): readonly TypeSpec[] {
  const own = specs[category].find((spec: TypeSpec) => spec.term === term || spec.also.includes(term));
  if (own) return [own];
  const { byName, byStem } = byCategory.get(category)!;
  return byName.get(plainName(term)) ?? byStem.get(stemOf(term)) ?? [];
}

/** The type that a clerk's term means in a category, if it means just one. */
export function typeNamed(category: Category, term: string): TypeSpec | undefined {
  const [only, ...others] = typesNamed(category, term);
  return others.length === 0 ? only : undefined;
}

const described = new Map<TypeSpec, readonly Field[]>();

/** The fields of a type in the order of its form. */
export function formOf(spec: TypeSpec): readonly Field[] {
  const known = described.get(spec);
  if (known) return known;
  const fields = fieldsOf(spec.schema);
  described.set(spec, fields);
  return fields;
}
