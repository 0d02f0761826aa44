import { isObject, type Json } from './json.ts';

/** What becomes of a value when releases are merged: it is left out, or a list is taken as one value. */
type MergeRule = 'omit' | 'whole';

/** By the path of names, `tender/items/additionalClassifications`. */
export type MergeRules = ReadonlyMap<string, MergeRule>;

/**
 * The rules that a release schema states: `omitWhenMerged`, `wholeListMerge`, and whole lists where the members need not
 * be objects or have no `id`.
 * @param schema with the extensions applied
 */
export function mergeRulesOf(schema: Json): MergeRules {
  const rules = new Map<string, MergeRule>();
  gather(schema, schema['properties'] as Json, '', rules);
  return rules;
}

function gather(schema: Json, properties: Json, path: string, rules: Map<string, MergeRule>): void {
  for (const [key, property] of Object.entries(properties)) {
    const value = resolved(schema, property as Json);
    const here = path === '' ? key : `${path}/${key}`;
    const rule = ruleOf(schema, value);
    if (rule) rules.set(here, rule);
    else {
      const nested = value['properties'] ?? itemsOf(schema, value)?.['properties'];
      if (isObject(nested)) gather(schema, nested, here, rules);
    }
  }
}

function ruleOf(schema: Json, value: Json): MergeRule | undefined {
  if (value['omitWhenMerged'] === true) return 'omit';
  if (!typesOf(value).includes('array')) return undefined;
  if (value['wholeListMerge'] === true) return 'whole';
  const items = itemsOf(schema, value);
  if (!items) return undefined;
  const areObjects = typesOf(items).every((type) => type === 'object');
  const properties = items['properties'];
  return areObjects && (!isObject(properties) || 'id' in properties) ? undefined : 'whole';
}

const itemsOf = (schema: Json, { items }: Json): Json | undefined =>
  isObject(items) ? resolved(schema, items) : undefined;

const typesOf = ({ type }: Json): readonly unknown[] =>
  type === undefined ? [] : Array.isArray(type) ? type : [type];

/** Follows `$ref` to a definition of the same schema. */
function resolved(schema: Json, value: Json): Json {
  const { $ref } = value;
  if (typeof $ref !== 'string') return value;
  const name = $ref.replace('#/definitions/', '');
  return resolved(schema, (schema['definitions'] as Record<string, Json>)[name]!);
}
