import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { parse as parseHtml, type ParserError } from 'parse5';
import { SaxesParser } from 'saxes';

/** Reads a text as strictly as its format asks, and throws for the first thing that is not well-formed. */
export type Reader = (text: string) => void;

/** XML 1.0 with its names and characters; `saxes` refuses what the standard does. */
export const readXml: Reader = (text) => {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
};

/** HTML without a parse error. */
export const readHtml: Reader = (text) => {
  const errors: ParserError[] = [];
  parseHtml(text, { sourceCodeLocationInfo: true, onParseError: (error) => errors.push(error) });
  const [first] = errors;
  if (first) {
    const near = text.slice(Math.max(0, first.startOffset - 40), first.endOffset + 40);
    throw new Error(`${first.code} at ${first.startLine}:${first.startCol}: ${JSON.stringify(near)}`);
  }
};

export const readJson: Reader = (text) => {
  const value: unknown = JSON.parse(text);
  const again = JSON.stringify(value);
  if (again !== JSON.stringify(JSON.parse(again))) throw new Error('does not come back as it went');
};

/** iCalendar: no control within its lines, none longer than 75 bytes, and a calendar of events. */
export const readIcs: Reader = (text) => {
  for (const line of text.split('\r\n')) {
    if (/(?!\t)\p{Cc}/u.test(line)) throw new Error(`a control in ${JSON.stringify(line)}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 bytes: ${line}`);
  }
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  if (calendar.name !== 'vcalendar') throw new Error('not a calendar');
};

/** CSV with a head, every line as many cells as it. */
export const readCsv: Reader = (text) => {
  const rows = parseCsv(text, { bom: true, relax_column_count: false });
  if (rows.length === 0) throw new Error('no head');
};

/** The reader of a file of the site by its ending; `undefined` for one that is not text of ours. */
export function readerOf(file: string): Reader | undefined {
  const ending = /\.([a-z]+)$/u.exec(file)?.[1] ?? '';
  return {
    html: readHtml,
    xml: readXml,
    opml: readXml,
    svg: readXml,
    json: readJson,
    ics: readIcs,
    csv: readCsv,
  }[ending];
}
