import type { Category } from '../announcement/category.ts';
import { formOf, typesIn } from '../announcement/schema.ts';
import type { Field } from '../announcement/field.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { changesIn } from './changes.ts';
import { placeIn, type Placed } from './fields.ts';
import { flowOf } from './flow.ts';
import { kindOf } from './kind-of.ts';
import type { Evidence } from './evidence.ts';
import { statementsIn } from './pairs.ts';
import { recordsIn } from './records.ts';
import { statedInSentences } from './sentences.ts';
import { withoutStates } from './title-state.ts';
import type { AnyNode } from './tree.ts';

/** What is known of a page or a document before its words are read. */
interface Source {
  title: string;
  body: readonly AnyNode[];
  category?: Category;
  /** Id or name of the type, where the column says it. */
  type?: string;
  publishedAt?: string;
}

export interface Recognised extends Placed {
  /** Without the states that a page glued to it. */
  title: string;
  /** These states. */
  removed: readonly string[];
  category?: Category;
  type?: TypeSpec;
  typeEvidence?: Evidence;
  /** The types that it could be, where title and column leave several. */
  typeCandidates: readonly TypeSpec[];
}

/**
 * What a page says of itself: category, type and the fields of its form, each with its evidence. Nothing is made up:
 * what is stated twice and differently, or cannot be read, is doubtful; what is no field's is unplaced.
 */
export function recognise(source: Source): Recognised {
  const { title, removed } = withoutStates(source.title);
  const flow = flowOf(source.body);
  const { pairs, tables } = statementsIn(flow);
  const { category, type, evidence, candidates } = kindOf({ ...source, title }, pairs);
  const form = type ? formOf(type) : category ? formOfCategory(category) : [];
  const placed = placeIn(form, [...pairs, ...statedInSentences(flow, form), ...changesIn(flow, form)]);
  const records = recordsIn(form, tables, pairs);
  return {
    title,
    removed,
    ...(category && { category }),
    ...(type && { type }),
    ...(evidence && { typeEvidence: evidence }),
    typeCandidates: candidates,
    ...placed,
    values: [...placed.values, ...records],
  };
}

const forms = new Map<Category, readonly Field[]>();

/** Every field of a category, where the type is not known. */
function formOfCategory(category: Category): readonly Field[] {
  const known = forms.get(category);
  if (known) return known;
  const all = new Map(typesIn(category).flatMap((spec) => formOf(spec).map((field) => [field.key, field])));
  const form = [...all.values()];
  forms.set(category, form);
  return form;
}
