import type { Area } from '../announcement/area.ts';
import { printMoney } from '../announcement/money.ts';
import { sumIn, type Price } from '../announcement/price.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import type { Finding } from '../diagnostic.ts';

type Row = Readonly<Record<string, unknown>>;

/** Holds each total of an announcement's fields against the sum of its parts, where every part is stated. */
export function checkTotals(id: string, announcement: Announcement): readonly Finding[] {
  const values = announcement as unknown as Row;
  const form = formOf(typeOf(announcement.category, announcement.type));
  return form.flatMap(({ key: whole, sumOf }): readonly Finding[] => {
    if (!sumOf) return [];
    const { list, part } = sumOf;
    const isPrice = form.find((field) => field.key === whole)?.kind?.name !== 'area';
    const stated = (value: unknown): unknown => (isPrice ? sumIn(value as Price | undefined) : value);
    const total = stated(values[whole]);
    const rows = (values[list] as readonly Row[] | undefined)?.filter(
      ({ name }) => !String(name).startsWith('其中'),
    );
    const parts = rows?.map((row) => stated(row[part]));
    if (total === undefined || !parts || parts.length < 2 || parts.includes(undefined)) return [];
    const sum =
      typeof total === 'number'
        ? moneySum(total, parts as number[])
        : areaSum(total as Area, parts as Area[]);
    if (!sum) return [];
    const labelOf = (key: string): string => form.find((field) => field.key === key)!.label;
    const message = `${labelOf(whole)}是 ${sum.stated}，而${labelOf(list)}各项相加是 ${sum.added}`;
    const help = '核对每一项和总数；只算一部分的那一项，名称以“其中”开头';
    const also = { at: list, text: `${parts.length} 项，共 ${sum.added}` };
    return [{ code: 'C204', id, at: whole, message, help, also }];
  });
}

/** What differs, or nothing. */
type Difference = { stated: string; added: string } | undefined;

function moneySum(total: number, parts: readonly number[]): Difference {
  const added = parts.reduce((sum, part) => sum + part, 0);
  return added === total ? undefined : { stated: printMoney(total), added: printMoney(added) };
}

/** Areas are compared in one unit only: a 亩 is no round number of square metres. */
function areaSum(total: Area, parts: readonly Area[]): Difference {
  if (total.about || parts.some(({ unit, about }) => unit !== total.unit || about)) return undefined;
  const places = Math.max(...[total, ...parts].map(({ value }) => value.split('.')[1]?.length ?? 0));
  const added = parts.reduce((sum, { value }) => sum + Number(value), 0).toFixed(places);
  const stated = Number(total.value).toFixed(places);
  return added === stated ? undefined : { stated: `${stated}${total.unit}`, added: `${added}${total.unit}` };
}
