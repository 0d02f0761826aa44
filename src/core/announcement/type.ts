import { z } from 'zod';
import { CATEGORIES, type Category } from './category.ts';
import { commonHead, commonMay, commonMust, commonTail, followMay } from './every-type.ts';
import { kindOfTerms, type Shape } from './field.ts';

/**
 * What an announcement does to its project:
 * plan 计划 · call 公开征集 · answer 澄清补充 · correction 更正 · suspension 中止 · resumption 恢复 · evaluation 评审 · result 结果 ·
 * failure 流标 · termination 终止 · contract 合同 · performance 履约 · dispute 争议 · notice 通知
 */
export type Stage =
  | 'plan'
  | 'call'
  | 'answer'
  | 'correction'
  | 'suspension'
  | 'resumption'
  | 'evaluation'
  | 'result'
  | 'failure'
  | 'termination'
  | 'contract'
  | 'performance'
  | 'dispute'
  | 'notice';

/** Whether an announcement names an earlier one: it must, it may, or it opens a matter and never does. */
type Link = 'must' | 'may' | 'never';

export interface TypeSpec {
  category: Category;
  /** English identifier, unique within its category. */
  id: string;
  /** The Chinese term of the official form. */
  term: string;
  /** Other terms in use for the same type. */
  also: readonly string[];
  stage: Stage;
  /** Of the stage `contract`: that it ends the contract. */
  endsContract: boolean;
  link: Link;
  /** Ids of the types of the same category that this one may name as its earlier announcement. */
  follows: readonly string[];
  /** Groups of fields of which exactly one must be given. */
  oneOf: readonly (readonly string[])[];
  schema: z.ZodObject;
}

type Keys<F> = readonly (keyof F & string)[];

type TypeSchema<
  C extends string,
  Id extends string,
  F extends Shape,
  M extends keyof F,
  O extends keyof F,
> = z.ZodObject<
  { category: z.ZodLiteral<C>; type: z.ZodLiteral<Id> } & Pick<F, M> & { [K in O]: z.ZodOptional<F[K]> },
  z.core.$strict
>;

type Common = typeof commonHead & typeof commonTail;
type Always = (typeof commonMust)[number];
type AlwaysMay = (typeof commonMay)[number];
type FollowMay<L extends Link> = L extends 'never' ? never : (typeof followMay)[number];

/**
 * Gives the function that defines the types of one category over its fields. The order of a type's fields is the
 * order in which `fields` declares them, whatever the order of `must` and `may`.
 */
export function typesOf<const C extends Category, F extends Shape>(category: C, fields: F) {
  const all = { ...commonHead, ...fields, ...commonTail };
  return <
    const Id extends string,
    const L extends Link,
    const M extends Keys<Common & F>,
    const O extends Keys<Common & F> = [],
  >(
    id: Id,
    spec: {
      term: string;
      also?: readonly string[];
      stage: Stage;
      endsContract?: boolean;
      link: L;
      follows?: readonly string[];
      must: M;
      may?: O;
      oneOf?: readonly Keys<Common & F>[];
    },
  ) => {
    const must = new Set<string>([...commonMust, ...spec.must]);
    const may = new Set<string>([
      ...commonMay,
      ...(spec.may ?? []),
      ...(spec.link === 'never' ? [] : followMay),
    ]);
    const categorySchema = z.literal(category).meta({
      label: '类别',
      block: 'elsewhere',
      help: '五类之一，与文件所在的文件夹一致。',
      example: CATEGORIES[category],
    });
    const typeSchema = z.literal(id).meta({
      label: '类型',
      order: 30,
      help: '公告的种类；每一类别有自己的种类，决定要填哪些栏。',
      example: spec.term,
    });
    kindOfTerms(categorySchema, CATEGORIES);
    kindOfTerms(typeSchema, { [id]: spec.term });
    const shape: Shape = {};
    for (const [key, schema] of Object.entries(all)) {
      if (must.has(key)) shape[key] = schema;
      else if (may.has(key)) shape[key] = schema.optional();
      if (key === 'related' && spec.link === 'must')
        shape[key] = schema.optional().meta({ unlessTwin: true });
      if (key === 'title') Object.assign(shape, { category: categorySchema, type: typeSchema });
    }
    return {
      category,
      id,
      term: spec.term,
      also: spec.also ?? [],
      stage: spec.stage,
      endsContract: spec.endsContract ?? false,
      link: spec.link,
      follows: spec.follows ?? [],
      oneOf: spec.oneOf ?? [],
      schema: z.strictObject(shape) as unknown as TypeSchema<
        C,
        Id,
        Common & F,
        Always | M[number],
        AlwaysMay | O[number] | FollowMay<L>
      >,
    };
  };
}
