import { rfc3339 } from '../announcement/instant.ts';
import { priceIn, recordOf, recordsOf, type LotRecord } from '../announcement/lot-records.ts';
import { toYuan, type Fen } from '../announcement/money.ts';
import { lotCodesOf, statedOutcomes, type LotOutcome } from '../announcement/outcomes.ts';
import { printPrice, sumIn, type Price } from '../announcement/price.ts';
import { typeOf, type Announcement } from '../announcement/schema.ts';
import { statedIn, type Stated } from '../announcement/stated.ts';
import type { MappedColumn, MappedTable, Special } from './mapping.ts';

/** An announcement as it is reported. */
export interface Reported {
  id: string;
  /** With its corrections in force. */
  announcement: Announcement;
  url: string;
  siteName: string;
  /** The body as HTML. */
  html: string;
  /** When it was published, or changed for the last time. */
  versionDate: string;
}

/** What cannot be filled of a row, and why. */
export interface Gap {
  id: string;
  column: string;
  why: string;
}

type Cells = Readonly<Record<string, string>>;

/** Whether a table takes an announcement. */
export const takes = ({ 类别, 阶段, 类型 }: MappedTable, { category, type }: Announcement): boolean =>
  类别.includes(category) &&
  阶段.includes(typeOf(category, type).stage) &&
  (类型 === undefined || 类型.includes(type));

/** The rows of an announcement in a table; a cell without a value is left out and told. */
export function rowsIn(
  table: MappedTable,
  reported: Reported,
): { rows: readonly Cells[]; gaps: readonly Gap[] } {
  const gaps: Gap[] = [];
  const rows = partsOf(table, reported.announcement).map((part) =>
    Object.fromEntries(
      table.栏.flatMap((column) => {
        const cell = cellOf(column, reported, part);
        if ('value' in cell) return [[column.名称, cell.value]];
        gaps.push({ id: reported.id, column: column.名称, why: cell.why });
        return [];
      }),
    ),
  );
  return { rows, gaps };
}

/** What a row is of: the whole announcement, or one lot of a result. */
interface Part {
  lots: readonly string[];
  record?: LotRecord;
  outcome?: LotOutcome;
  /** Whether other rows have the same announcement, so that a price of the whole is not this one's. */
  isOneOfSeveral?: boolean;
}

function partsOf({ 每行 }: MappedTable, announcement: Announcement): readonly Part[] {
  if (每行 === '公告') {
    const named = lotCodesOf(announcement);
    const listed = recordsOf(announcement).flatMap(({ code }) => code ?? []);
    return [{ lots: named.length > 0 ? named : [...new Set(listed)] }];
  }
  return statedOutcomes(announcement)
    .filter(({ state }) => state === 'won')
    .map((outcome, _, won): Part => {
      const [lot] = outcome.lots;
      const record = lot === undefined ? undefined : recordOf(announcement, lot);
      return { lots: outcome.lots, outcome, isOneOfSeveral: won.length > 1, ...(record && { record }) };
    });
}

type Cell = { value: string } | { why: string };

function cellOf(column: MappedColumn, reported: Reported, part: Part): Cell {
  const { 固定值, 取自 = [], 代码 } = column;
  if (固定值 !== undefined) return 固定值 === '' ? { why: '对应表里的“固定值”没有填' } : { value: 固定值 };
  const stated = statedIn([part.record, reported.announcement]);
  const found = 取自
    .map((source) =>
      source.startsWith('@') ? special(source, reported, part) : fieldIn(source, column, stated, reported),
    )
    .find((cell) => cell !== undefined);
  if (found === undefined) return { why: '公告里没有写' };
  if ('why' in found || 代码 === undefined) return found;
  const code = 代码[found.value];
  return code === undefined ? { why: `对应表里没有“${found.value}”的代码` } : { value: code };
}

function special(source: string, reported: Reported, part: Part): Cell | undefined {
  const said = (value: string | undefined): Cell | undefined =>
    value === undefined || value === '' ? undefined : { value };
  const { announcement } = reported;
  const values: Readonly<Record<Special, () => Cell | undefined>> = {
    正文: () => said(reported.html),
    网址: () => said(reported.url),
    网站名称: () => said(reported.siteName),
    版本时间: () => said(rfc3339(reported.versionDate)),
    标段: () => said(part.lots.join(',')),
    中标人: () => said(part.outcome?.winner?.text),
    中标人代码: () => said(winnerCode(announcement, part)),
    成交价: () => {
      const found = priceIn(announcement, 'price', part.record);
      if (found?.isWhole && part.isOneOfSeveral) return { why: '几个标段（包、地块）合写一笔，分不开' };
      return found && inWan(found.price);
    },
  };
  return values[source.slice(1) as Special]();
}

/** The code that a result gives is of the one whom it names above its list. */
function winnerCode(announcement: Announcement, { record, outcome }: Part): string | undefined {
  const own = statedIn([record]).value('winnerCode');
  if (typeof own === 'string') return own;
  const whole = statedIn([announcement]);
  const named = whole.value('winner') ?? whole.value('supplier') ?? whole.value('grantee');
  const code = whole.value('winnerCode') ?? whole.value('granteeCode');
  return typeof code === 'string' && named === outcome?.winner?.text ? code : undefined;
}

function fieldIn(
  key: string,
  { 形式 }: MappedColumn,
  stated: Stated,
  { announcement }: Reported,
): Cell | undefined {
  if (key === 'category' || key === 'type') return { value: announcement[key] };
  const value = stated.value(key);
  if (value === undefined) return undefined;
  switch (形式) {
    case '时间':
      return { value: String(stated.json(key)) };
    case '是否':
      return { value: value === true ? '1' : '0' };
    case '元':
    case '万元':
      return inMoney(value as Price, 形式);
    default:
      return { value: stated.printed(key) ?? String(value) };
  }
}

const inWan = (price: Price): Cell => inMoney(price, '万元');

function inMoney(price: Price, unit: '元' | '万元'): Cell {
  const fen = sumIn(price);
  if (fen === undefined) return { why: `不是一笔确定的总数：${printPrice(price)}` };
  return { value: unit === '元' ? toYuan(fen) : toWan(fen) };
}

/** 万元 as exact decimal text, moved as text so that nothing is rounded. */
function toWan(fen: Fen): string {
  const text = String(fen).padStart(7, '0');
  const places = text.slice(-6).replace(/0+$/u, '');
  return places === '' ? text.slice(0, -6) : `${text.slice(0, -6)}.${places}`;
}
