import { CATEGORIES, categories, otherTermsOf, type Category } from '../announcement/category.ts';
import type { Field } from '../announcement/field.ts';
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
  return { $schema: DRAFT, title, ...objectOf(fields, fieldSchema) };
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
  const labelOf = (key: string): string => form.find((field) => field.key === key)!.label;
  const groups = spec.oneOf.map((group): JsonSchema => ({
    oneOf: group.map((key) => ({ required: [labelOf(key)] })),
  }));
  // The terms of category and type stand in the condition.
  const open = (field: Field): JsonSchema =>
    ['类别', '类型'].includes(field.label) ? {} : shared.refer(field);
  return { ...objectOf(form, open), ...(groups.length > 0 && { allOf: groups }) };
}

function objectOf(fields: readonly Field[], each: (field: Field) => JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      [...Map.groupBy(fields, ({ label }) => label)].map(([label, [field, ...twins]]) => [
        label,
        twins.length === 0 ? each(field!) : { anyOf: [field!, ...twins].map(each) },
      ]),
    ),
    required: fields.filter(({ required }) => required).map(({ label }) => label),
    additionalProperties: false,
  };
}

/** Every different field once, under its Chinese name; where forms differ on a name, under the name and a number. */
class SharedFields {
  readonly definitions: Record<string, JsonSchema> = {};
  readonly #names = new Map<string, string>();

  refer(field: Field): JsonSchema {
    const schema = fieldSchema(field);
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

function fieldSchema(field: Field): JsonSchema {
  if (field.shape === 'scalar') return { ...describe(field), ...valueSchema(field) };
  const items = field.fields ? objectOf(field.fields, fieldSchema) : valueSchema(field);
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
