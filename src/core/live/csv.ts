import { parse } from 'csv-parse/sync';
import { isWords, LONGEST_LIVE, MOST_COLUMNS, MOST_ROWS, type Column } from './browser/live.ts';

/** What a table of a spreadsheet holds: its columns, that of names first, and its rows in their order. */
interface Sheet {
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
}

/** What is wrong with a table of a spreadsheet, for whoever made it. */
export class SheetFault extends Error {
  override readonly name = 'SheetFault';
}

/** How the column of bidders is headed. */
const BIDDERS =
  /^(?:投标|响应|报价|竞买|竞租|竞价|申请|参加)?(?:人|单位|供应商)(?:名称)?$|^(?:公司|企业|单位)?名称$|^供应商(?:名称)?$/u;
/** A column that counts the rows: the screen counts them itself. */
const NUMBERS = /^(?:序号?|编号|唱标顺序|顺序|No\.?)$/iu;
/** Columns by which one bidder may stand in a table twice. */
const LOTS = /^(?:标段|分标|包|包号|标段号|采购包|标的)/u;

/**
 * The bytes of a CSV as text. Excel in Chinese writes GB18030, or UTF-8 with a mark before it; its “Unicode text” is
 * UTF-16.
 * @throws {SheetFault}
 */
export function textOfSheet(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new SheetFault('这是 Excel 工作簿，不是 CSV。在 Excel 里另存为“CSV UTF-8（逗号分隔）”再来');
  const names = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const name of names) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // The next may read it.
    }
  }
  throw new SheetFault('看不懂文件的编码。在 Excel 里另存为“CSV UTF-8（逗号分隔）”再来');
}

/**
 * Reads the table of an opening or another small one.
 * @param isOpening whether it is of bidders: theirs is put first, and numbers of rows are passed over
 * @throws {SheetFault} with the line that is wrong, counted from 1
 */
export function parseSheet(text: string, isOpening: boolean): Sheet {
  const lines = cellsOf(text);
  const [head, ...body] = lines;
  if (!head) throw new SheetFault('文件是空的');
  refuseUnnamed(head, body);
  const order = orderOf(head.cells, isOpening);
  const columns = order.map((place) => columnOf(head.cells[place]!, head.line));
  if (columns.length > MOST_COLUMNS)
    throw new SheetFault(`有 ${columns.length} 列，屏幕最多放 ${MOST_COLUMNS} 列：把不用念的列删掉`);
  const rows = body.map(({ cells, line }) => {
    if (cells.length > head.cells.length)
      throw new SheetFault(
        `第 ${line} 行有 ${cells.length} 格，表头只有 ${head.cells.length} 格：看看是不是金额里的逗号没有加引号`,
      );
    return order.map((place, index) => cellOf(cells[place] ?? '', columns[index]!, line, index === 0));
  });
  if (rows.length > MOST_ROWS) throw new SheetFault(`有 ${rows.length} 行，最多 ${MOST_ROWS} 行`);
  if (isOpening)
    refuseTwice(
      rows,
      columns,
      body.map(({ line }) => line),
    );
  return { columns, rows };
}

interface Line {
  cells: readonly string[];
  /** Counted from 1. */
  line: number;
}

/** Lines that hold something. */
function cellsOf(text: string): readonly Line[] {
  const [first = ''] = text.split('\n', 1);
  const delimiter = first.includes('\t') ? '\t' : first.includes(',') || !first.includes(';') ? ',' : ';';
  try {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      trim: true,
      info: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return records
      .map(({ record, info }) => ({ cells: record, line: info.lines }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (cause) {
    const { lines } = cause as { lines?: number };
    throw new SheetFault(`第 ${lines ?? 1} 行的引号不成对`, { cause });
  }
}

/** Which columns are taken, in this order. */
function orderOf(head: readonly string[], isOpening: boolean): readonly number[] {
  const places = head.flatMap((cell, place) =>
    cell === '' || (isOpening && NUMBERS.test(cell)) ? [] : [place],
  );
  if (!isOpening) return places;
  const names = places.filter((place) => BIDDERS.test(labelOf(head[place]!).label));
  if (names.length !== 1)
    throw new SheetFault(
      names.length === 0
        ? `第 1 行表头里没有“投标人”这一列，只有：${head.filter(Boolean).join('、')}`
        : `第 1 行表头里有几列像是投标人：${names.map((place) => head[place]!).join('、')}。只留一列`,
    );
  return [names[0]!, ...places.filter((place) => place !== names[0])];
}

/** `报价（万元）` and `报价 万元` are 报价 in 万元. */
function labelOf(cell: string): Column {
  const [, label, unit] =
    /^(.+?)\s*[（(]([^（()）]+)[)）]$/u.exec(cell) ?? /^(\S+)\s+(\S+)$/u.exec(cell) ?? [];
  return label !== undefined && unit !== undefined ? { label, unit } : { label: cell };
}

function columnOf(cell: string, line: number): Column {
  const column = labelOf(cell);
  refuse(column.label, LONGEST_LIVE.label, line, '列名');
  if (column.unit !== undefined) refuse(column.unit, LONGEST_LIVE.unit, line, '单位');
  return column;
}

function cellOf(cell: string, { label }: Column, line: number, isName: boolean): string {
  if (isName && cell === '') throw new SheetFault(`第 ${line} 行没有写${label}`);
  if (cell !== '') refuse(cell, isName ? LONGEST_LIVE.name : LONGEST_LIVE.value, line, label);
  return cell;
}

function refuse(text: string, longest: number, line: number, what: string): void {
  if (isWords(text, longest)) return;
  throw new SheetFault(
    [...text].length > longest
      ? `第 ${line} 行的${what}有 ${[...text].length} 个字，最多 ${longest} 个：${text}`
      : `第 ${line} 行的${what}里有换行或者看不见的字符：在记事本里重新打一遍`,
  );
}

/** What stands below no heading would be passed over, and nobody would miss it. */
function refuseUnnamed({ cells, line }: Line, body: readonly Line[]): void {
  const place = cells.findIndex(
    (cell, index) => cell === '' && body.some((row) => (row.cells[index] ?? '') !== ''),
  );
  if (place >= 0)
    throw new SheetFault(
      `第 ${place + 1} 列有内容，第 ${line} 行表头里却没有它的列名：写上列名，或者删掉这一列`,
    );
}

/** A bidder that is entered twice would be counted twice. */
function refuseTwice(rows: Sheet['rows'], columns: readonly Column[], lines: readonly number[]): void {
  const lot = columns.findIndex(({ label }) => LOTS.test(label));
  const seen = new Map<string, number>();
  rows.forEach((row, index) => {
    const key = JSON.stringify([row[0], lot < 0 ? '' : row[lot]]);
    const before = seen.get(key);
    if (before !== undefined)
      throw new SheetFault(`第 ${lines[index]!} 行和第 ${before} 行是同一家：${row[0]!}`);
    seen.set(key, lines[index]!);
  });
}
