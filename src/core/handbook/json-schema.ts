import { CATEGORIES, categories, otherTermsOf, type Category } from '../announcement/category.ts';
import type { Field } from '../announcement/field.ts';
import { periodNamesOf } from '../announcement/window.ts';
import { formOf, ownNamesOf, typesIn } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { exampleOf, notationOf } from './notation.ts';

/** A JSON Schema of draft 7, the newest that editors of YAML validate and complete by. */
interface JsonSchema {
  $schema?: string;
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | readonly string[];
  const?: string;
  enum?: readonly string[];
  pattern?: string;
  examples?: readonly string[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: false;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  allOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  anyOf?: readonly JsonSchema[];
  if?: JsonSchema;
  then?: JsonSchema;
  definitions?: Readonly<Record<string, JsonSchema>>;
}

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** The schema of an announcement's front matter under its Chinese keys: category and type decide which fields there are. */
export function announcementJsonSchema(): JsonSchema {
  const shared = new SharedFields();
  const branches = categories.flatMap((category) => [
    when(
      { 类别: termsOf(category) },
      { properties: { 类型: { enum: typesIn(category).flatMap(ownNamesOf) } } },
    ),
    ...typesIn(category).map((spec) =>
      when({ 类别: termsOf(category), 类型: ownNamesOf(spec) }, formSchema(spec, shared)),
    ),
  ]);
  return {
    $schema: DRAFT,
    title: '公告',
    type: 'object',
    properties: {
      类别: { ...describe(fieldOf('类别')), enum: categories.flatMap(termsOf) },
      类型: describe(fieldOf('类型')),
    },
    required: ['类别', '类型'],
    allOf: branches,
    definitions: shared.definitions,
  };
}

/** The schema of a settings file that is one record, such as `content/site.yaml`. */
export function recordJsonSchema(title: string, fields: readonly Field[]): JsonSchema {
  return { $schema: DRAFT, title, ...objectOf(fields, (field) => fieldSchema(field)) };
}

/** Category and type are known everywhere by the terms of any form; the first form will do to describe them. */
const fieldOf = (label: string): Field =>
  formOf(typesIn('construction')[0]!).find((field) => field.label === label)!;

const termsOf = (category: Category): readonly string[] => [CATEGORIES[category], ...otherTermsOf(category)];

const when = (terms: Readonly<Record<string, readonly string[]>>, then: JsonSchema): JsonSchema => ({
  if: {
    properties: Object.fromEntries(Object.entries(terms).map(([label, values]) => [label, { enum: values }])),
    required: Object.keys(terms),
  },
  then,
});

function formSchema(spec: TypeSpec, shared: SharedFields): JsonSchema {
  const form = formOf(spec);
  const groups = spec.oneOf.map((group): JsonSchema => ({
    oneOf: group.map((key) => shared.need(form.find((field) => field.key === key)!)),
  }));
  // The terms of category and type stand in the condition.
  const open = (field: Field): JsonSchema =>
    ['类别', '类型'].includes(field.label) ? {} : shared.refer(field);
  const required = form.filter((field) => field.required);
  return {
    type: 'object',
    properties: propertiesOf(form, open),
    // What official forms call a field is as good as its own name; what no field asks for is told by the check.
    propertyNames: { anyOf: uniqueBy(form).map((field) => shared.name(field)) },
    allOf: [...uniqueBy(required).map((field) => shared.need(field)), ...groups],
  };
}

/** Fields of one name once. */
const uniqueBy = (fields: readonly Field[]): readonly Field[] => [
  ...new Map(fields.map((field) => [field.label, field])).values(),
];

/** Every name under which a field, or the period it belongs to, is read. */
const namesOf = ({ label, alsoCalled }: Field): readonly string[] => [
  ...new Set([label, ...alsoCalled, ...periodNamesOf(label)]),
];

const needOf = (field: Field): JsonSchema => {
  const names = namesOf(field);
  return names.length === 1 ? { required: names } : { anyOf: names.map((name) => ({ required: [name] })) };
};

const propertiesOf = (
  fields: readonly Field[],
  each: (field: Field) => JsonSchema,
): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(
    [...Map.groupBy(fields, ({ label }) => label)].map(([label, [field, ...twins]]) => [
      label,
      twins.length === 0 ? each(field!) : { anyOf: [field!, ...twins].map(each) },
    ]),
  );

/** A record whose fields have no other names. */
const objectOf = (fields: readonly Field[], each: (field: Field) => JsonSchema): JsonSchema => ({
  type: 'object',
  properties: propertiesOf(fields, each),
  required: fields.filter(({ required }) => required).map(({ label }) => label),
  additionalProperties: false,
});

/** A record of an announcement, whose fields may have the names of official forms. */
const namedObjectOf = (fields: readonly Field[]): JsonSchema => ({
  type: 'object',
  properties: propertiesOf(fields, (field) => fieldSchema(field, namedObjectOf)),
  propertyNames: { enum: [...new Set(fields.flatMap(namesOf))] },
  allOf: fields.filter(({ required }) => required).map(needOf),
});

/** Every different field once, under its Chinese name; where forms differ on a name, under the name and a number. */
class SharedFields {
  readonly definitions: Record<string, JsonSchema> = {};
  readonly #names = new Map<string, string>();

  /** That a name is one of a field's. */
  name(field: Field): JsonSchema {
    return this.#define(`name-${field.key}`, { enum: namesOf(field) });
  }

  /** That a field is written under one of its names. */
  need(field: Field): JsonSchema {
    return this.#define(`need-${field.key}`, needOf(field));
  }

  /** Under an English name: a reference writes each Chinese character in nine letters. */
  #define(name: string, schema: JsonSchema): JsonSchema {
    const text = JSON.stringify(schema);
    const known = this.#names.get(text);
    if (known !== undefined) return { $ref: `#/definitions/${known}` };
    const same = Object.keys(this.definitions).filter((key) => key.replace(/\.\d+$/u, '') === name).length;
    const own = same === 0 ? name : `${name}.${same + 1}`;
    this.#names.set(text, own);
    this.definitions[own] = schema;
    return { $ref: `#/definitions/${own}` };
  }

  refer(field: Field): JsonSchema {
    const schema = fieldSchema(field, namedObjectOf);
    const text = JSON.stringify(schema);
    let name = this.#names.get(text);
    if (name === undefined) {
      const same = Object.keys(this.definitions).filter(
        (key) => key.replace(/ \d+$/u, '') === field.label,
      ).length;
      name = same === 0 ? field.label : `${field.label} ${same + 1}`;
      this.#names.set(text, name);
      this.definitions[name] = schema;
    }
    return { $ref: `#/definitions/${encodeURIComponent(name)}` };
  }
}

/** `recordOf` makes the schema of what a list of records holds. */
function fieldSchema(
  field: Field,
  recordOf = (fields: readonly Field[]): JsonSchema => objectOf(fields, (one) => fieldSchema(one)),
): JsonSchema {
  if (field.shape === 'scalar') return { ...describe(field), ...valueSchema(field) };
  const items = field.fields ? recordOf(field.fields) : valueSchema(field);
  const array: JsonSchema = { type: 'array', minItems: 1, items };
  return { ...describe(field), ...(field.fields ? { anyOf: [array, items] } : array) };
}

function describe(field: Field): JsonSchema {
  const example = field.shape === 'scalar' ? exampleOf(field) : '';
  return {
    title: field.label,
    description: `${field.help}写法：${notationOf(field)}${example && `。例如 ${example}`}`,
    ...(example !== '' && { examples: [example] }),
  };
}

/**
 * To an editor an unquoted number is a number. Where a unit is asked for, or the pattern knows no plain digits, it
 * stays forbidden: a bare number is what gets confused.
 */
function valueSchema({ terms, unit, kind, item }: Field): JsonSchema {
  if (terms) return { type: 'string', enum: terms };
  const pattern = (kind ?? item)?.pattern;
  const digitsWillDo = unit === undefined && (pattern === undefined || pattern.test('1'.repeat(18)));
  return {
    type: digitsWillDo ? ['string', 'number'] : 'string',
    ...(pattern !== undefined && { pattern: pattern.source }),
  };
}
