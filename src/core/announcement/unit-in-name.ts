import { fieldNamed, type Field } from './field.ts';

/** A name with the unit of its figure behind it, as tables have it. */
const WITH_UNIT =
  /^(.+?)[（(](元|万元|亿元|米|平方米|㎡|亩|公顷|平方公里|%|％|年|个月|月|日历天|天|日|个工作日)[）)]$/u;

/** The field and the unit that a name like 预算金额（万元） means. */
export function unitInName(key: string, form: readonly Field[]): { field: Field; unit: string } | undefined {
  const [, name, unit] = WITH_UNIT.exec(key) ?? [];
  const field = name === undefined ? undefined : fieldNamed(form, name);
  return field && { field, unit: unit! };
}

/** A figure that says no unit itself. */
const FIGURE = /^[¥￥]?[-−]?\d[\d,，.]*$/u;

/** A bound that says no unit itself. */
const BOUND = /^[^\d]*\d[\d.]*(?:[≤≥<>＜＞~～至到-][^\d%％]*[\d.]+|[≤≥<>＜＞][^\d%％]*[≤≥<>＜＞]?[\d.]*)?$/u;

/** The field that a name means, and the unit of its figure where that stands in the name; `text` is its value, if it is one text. */
export function fieldMeant(
  name: string,
  text: string | undefined,
  form: readonly Field[],
): { field: Field; unit?: string } | undefined {
  const field = fieldNamed(form, name) ?? momentNamed(name, text, form);
  if (field) return { field };
  const named = unitInName(name, form);
  if (!named || text === undefined) return undefined;
  const { unit, ...meant } = named;
  // Under another unit than its own, a figure could mean either.
  if (FIGURE.test(text)) return { ...meant, unit: unit.replace('％', '%') };
  const isSame = text.endsWith(unit) && FIGURE.test(text.slice(0, -unit.length).trim());
  if (isSame) return meant;
  // 35≤建筑密度≤60 of 建筑密度(%) is read with its sign, and so is 不超过60 of 建筑限高（米）.
  const kind = meant.field.kind;
  if (!kind || !BOUND.test(text)) return undefined;
  return 'value' in kind.parse(`${text}${unit}`) ? { ...meant, unit: unit.replace('％', '%') } : undefined;
}

/** 开标: 2026-03-25 09:30 is 开标时间, as long as what stands there is a date; 拍卖: 网上 is not 拍卖时间. */
function momentNamed(name: string, text: string | undefined, form: readonly Field[]): Field | undefined {
  const field = text === undefined || name.endsWith('时间') ? undefined : fieldNamed(form, `${name}时间`);
  const isOne = field?.kind && MOMENTS.has(field.kind.name) && 'value' in field.kind.parse(text!);
  return isOne ? field : undefined;
}

const MOMENTS: ReadonlySet<string> = new Set(['instant', 'date', 'month']);
