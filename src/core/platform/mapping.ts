import { parse } from 'yaml';
import { z } from 'zod';
import { CATEGORIES } from '../announcement/category.ts';
import type { Field } from '../announcement/field.ts';
import { formOf, types } from '../announcement/schema.ts';

/** What is no field and stands in a mapping behind an `@`. */
const SPECIALS = ['正文', '网址', '网站名称', '版本时间', '标段', '中标人', '中标人代码', '成交价'] as const;

export type Special = (typeof SPECIALS)[number];

const FORMS = ['文字', '时间', '元', '万元', '是否'] as const;

const categoryIds = Object.keys(CATEGORIES);
const typeIds = [...new Set(types.map(({ id }) => id))];
const stageIds = [...new Set(types.map(({ stage }) => stage as string))];

const column = z.strictObject({
  名称: z.string().min(1),
  说明: z.string().min(1),
  取自: z.array(z.string()).min(1).optional(),
  固定值: z.string().optional(),
  形式: z.enum(FORMS).default('文字'),
  代码: z.record(z.string(), z.string()).optional(),
});

const mapping = z.strictObject({
  名称: z.string().min(1),
  状态: z.string().min(1),
  表: z
    .array(
      z.strictObject({
        名称: z.string().regex(/^[A-Za-z0-9_]+$/u),
        标题: z.string().min(1),
        类别: z.array(z.enum(categoryIds)).min(1),
        阶段: z.array(z.enum(stageIds)).min(1),
        类型: z.array(z.enum(typeIds)).min(1).optional(),
        每行: z.enum(['公告', '结果']),
        栏: z.array(column).min(1),
      }),
    )
    .min(1),
});

/** Which fields of ours go where in the files for a platform above, as a file in the words of its keys says. */
export type Mapping = z.output<typeof mapping>;
export type MappedTable = Mapping['表'][number];
export type MappedColumn = MappedTable['栏'][number];

/** Reads a mapping. What is wrong with it is told in Chinese, with the place. */
export function parseMapping(text: string): { mapping: Mapping } | { fault: string } {
  let plain: unknown;
  try {
    plain = parse(text);
  } catch (cause) {
    const [line] = (cause as { linePos?: readonly { line: number }[] }).linePos ?? [];
    return { fault: line ? `第 ${line.line} 行的写法读不出来` : '写法读不出来' };
  }
  const read = mapping.safeParse(plain);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { fault: `“${issue!.path.map(placeOf).join(' › ') || '文件'}”写得不对` };
  }
  const unknown = sourcesIn(read.data).find(({ source }) => !isKnown(source));
  if (unknown) return { fault: `“${unknown.column}”取自“${unknown.source}”，本站没有这一栏` };
  return { mapping: read.data };
}

/** A place in a list is told from 1. */
const placeOf = (part: PropertyKey): string =>
  typeof part === 'number' ? `第 ${part + 1} 项` : String(part);

const sourcesIn = ({ 表 }: Mapping): readonly { column: string; source: string }[] =>
  表.flatMap(({ 栏 }) =>
    栏.flatMap(({ 名称, 取自 = [] }) => 取自.map((source) => ({ column: 名称, source }))),
  );

const isKnown = (source: string): boolean =>
  source.startsWith('@') ? SPECIALS.includes(source.slice(1) as Special) : labelsByKey.has(source);

const withRecords = (field: Field): readonly Field[] => [field, ...(field.fields ?? [])];

/** The term of each field by its English key, those in lists too; of two of one key the first. */
const labelsByKey: ReadonlyMap<string, string> = new Map(
  types
    .flatMap((spec) =>
      formOf(spec)
        .flatMap(withRecords)
        .map(({ key, label }) => [key, label] as const),
    )
    .toReversed(),
);

/** How a source is called for people: 投标截止, 正文. */
export const nameOfSource = (source: string): string =>
  source.startsWith('@') ? source.slice(1) : labelsByKey.get(source)!;
