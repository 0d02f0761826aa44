import { strFromU8, unzipSync } from 'fflate';
import { readXml } from '../readers.ts';

/** A cell as a spreadsheet finds it: its text, or its number and the format in which it is shown. */
type SheetCell = string | { number: number; format: string } | undefined;

/**
 * The cells of a workbook's first sheet by row, read without the library that wrote them. Throws for a part that is not
 * well-formed, and for a formula.
 */
export function cellsInWorkbook(bytes: Uint8Array): readonly (readonly SheetCell[])[] {
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name]!);
  for (const name of Object.keys(parts).filter((one) => /\.(?:xml|rels)$/u.test(one))) readXml(text(name));
  const sheet = text('xl/worksheets/sheet1.xml');
  if (/<f[ >]/u.test(sheet)) throw new Error('a formula');
  const strings = elements(text('xl/sharedStrings.xml'), 'si').map(plain);
  const formats = formatsIn(text('xl/styles.xml'));
  return elements(sheet, 'row').map((row) => {
    const cells: SheetCell[] = [];
    for (const [, attributes = '', inner = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)) {
      const column = columnOf(/r="([A-Z]+)/u.exec(attributes)![1]!);
      const value = /<v>(.*?)<\/v>/su.exec(inner)?.[1];
      if (value === undefined) continue;
      cells[column] = attributes.includes('t="s"')
        ? strings[Number(value)]!
        : { number: Number(value), format: formats[Number(/s="(\d+)"/u.exec(attributes)?.[1] ?? 0)]! };
    }
    return cells;
  });
}

const elements = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gsu'))].map(([, inner]) => inner!);

const plain = (si: string): string =>
  elements(si, 't')
    .join('')
    .replace(
      /&(lt|gt|quot|apos|#10|#13|#x[aA]|#x[dD]|#9);/gu,
      (whole, name: string) => ENTITIES[name] ?? whole,
    )
    .replaceAll('&amp;', '&');

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'" };

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The format of each style of cells; those that a workbook need not spell are told by their number. */
function formatsIn(styles: string): readonly string[] {
  const own = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/gu)].map(([, id, code]) => [id, code]),
  );
  const cellXfs = /<cellXfs.*?<\/cellXfs>/su.exec(styles)![0];
  return [...cellXfs.matchAll(/<xf [^>]*numFmtId="(\d+)"/gu)].map(([, id]) => own.get(id) ?? id!);
}
