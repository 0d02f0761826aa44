import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import CFB from 'cfb';
import { strToU8, zipSync } from 'fflate';

/**
 * A file that another program made: LibreOffice 7.4 the documents (locked under a password, protected under the one
 * with which Excel opens without asking), qpdf 11 the encrypted PDFs.
 */
export const realFile = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/attachments/${name}`, import.meta.url)));

/** A zip of texts or bytes by their path. */
export const zip = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

/** A PDF with one page and one line of text; `catalog` stands in the catalog, `objects` are further ones from 6 on. */
export const pdf = (line: string, catalog = '', objects = ''): string => {
  const drawn = `BT /F1 12 Tf 50 700 Td (${line}) Tj ET`;
  return `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R${catalog}>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length ${drawn.length}>> stream
${drawn}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
${objects}trailer <</Root 1 0 R>>
%%EOF
`;
};

const types = (part: string, type: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.${type}.main+xml"/></Types>`;

type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A Word file with one paragraph in two runs; further parts replace its own. */
export const docx = (text: string, parts: Parts = {}): Uint8Array =>
  zip({
    '[Content_Types].xml': types(
      'word/document.xml',
      'openxmlformats-officedocument.wordprocessingml.document',
    ),
    'word/document.xml': document(
      `<w:r><w:t>${text.slice(0, 4)}</w:t></w:r><w:r><w:t>${text.slice(4)}</w:t></w:r>`,
    ),
    ...parts,
  });

/** The main part of a Word file with these runs in its paragraph. */
export const document = (runs: string): string =>
  `<w:document><w:body><w:p>${runs}</w:p></w:body></w:document>`;

/** An Excel file with one text; further parts replace its own. */
export const xlsx = (text: string, parts: Parts = {}): Uint8Array =>
  zip({
    '[Content_Types].xml': types('xl/workbook.xml', 'openxmlformats-officedocument.spreadsheetml.sheet'),
    'xl/workbook.xml': '<workbook><sheets><sheet name="清单" sheetId="1"/></sheets></workbook>',
    'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
    'xl/worksheets/sheet1.xml': '<worksheet/>',
    ...parts,
  });

/** Slides; further parts replace its own. */
export const pptx = (parts: Parts = {}): Uint8Array =>
  zip({
    '[Content_Types].xml': types(
      'ppt/presentation.xml',
      'openxmlformats-officedocument.presentationml.presentation',
    ),
    'ppt/presentation.xml': '<p:presentation/>',
    'ppt/slides/slide1.xml': '<p:sld><a:t>表</a:t></p:sld>',
    ...parts,
  });

/** The content types of a file with macros, which Word and Excel write into docm and xlsm. */
export const macroTypes = (part: string, type: string): string => types(part, `${type}.macroEnabled`);

/** A reading file of the national standard OFD. */
export const ofd = (): Uint8Array =>
  zip({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<ofd:Document/>' });

/** An OLE compound file of streams by their path. */
export function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${path}`, content);
  CFB.utils.cfb_del(file, '/\u0001Sh33tJ5');
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}

/** The header of a Word document of before 2007: its flags, and how long its list of comments is. */
export function wordStream(flags = 0, comments = 0): Uint8Array {
  const stream = Buffer.alloc(5000);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(flags, 0x0a);
  stream.writeUInt32LE(comments, 0xbe);
  return new Uint8Array(stream);
}

/** Records of an Excel workbook of before 2007, between its first and last. */
export const bookStream = (...records: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      record(0x809, Buffer.alloc(16)),
      ...records,
      record(0x0a, Buffer.alloc(0)),
      Buffer.alloc(5000),
    ]),
  );

export const record = (type: number, content: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, content]);
};

/** The record of a sheet: 1 hidden, 2 very hidden; 1 a sheet of macros. */
export const sheetRecord = (hidden: number, type: number, name: string): Uint8Array =>
  record(
    0x85,
    Buffer.concat([Buffer.from([0, 0, 0, 0, hidden, type, name.length, 0]), Buffer.from(name, 'latin1')]),
  );

/** A property set with an author in it, as Office keeps it in a compound file. */
export function summary(author: string): Uint8Array {
  const name = Buffer.from(`${author}\0`);
  const padded = Buffer.concat([name, Buffer.alloc((4 - (name.length % 4)) % 4)]);
  const number = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
  const places = [number(1), number(24), number(4), number(32)];
  const values = [number(2), number(65001), number(0x1e), number(name.length), padded];
  const head = Buffer.concat([
    Buffer.from([0xfe, 0xff, 0, 0]),
    Buffer.alloc(20),
    number(1),
    Buffer.alloc(16),
    number(48),
  ]);
  const body = Buffer.concat([number(40 + padded.length), number(2), ...places, ...values]);
  return new Uint8Array(Buffer.concat([head, body]));
}

/** A rar of version 5 with a file in it that is not compressed. */
export function rar(name: string, content: Uint8Array): Uint8Array {
  const nameBytes = Buffer.from(name);
  /** A number in groups of seven bits, the lowest first. */
  const vint = (value: number): readonly number[] =>
    value < 128 ? [value] : [(value & 127) | 128, ...vint(value >> 7)];
  const block = (body: readonly number[]): Buffer => {
    const sized = Buffer.from([...vint(body.length), ...body]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(sized));
    return Buffer.concat([sum, sized]);
  };
  const size = vint(content.length);
  // Type 2 with data: flags, size, attributes, method (stored), system (Windows), name.
  const file = block([2, 2, ...size, 0, ...size, 0, 0, 0, nameBytes.length, ...nameBytes]);
  const signature = Buffer.from('526172211a070100', 'hex');
  return new Uint8Array(Buffer.concat([signature, block([1, 0, 0]), file, content, block([5, 0, 0])]));
}

/** A picture of one point. */
export const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const segment = (marker: number, content: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** A JPEG by its segments, with properties in front where there are some. */
export const jpeg = (exif?: Uint8Array): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      exif
        ? segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif]))
        : segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
      segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
      segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([0x7f, 0xff, 0x00, 0x7f, 0xff, 0xd0, 0x7f, 0xff, 0xd9]),
    ]),
  );

/** Properties of a photograph that say where it was taken: 22° 53' N, 112° 53' E. */
export function exifWithPlace(): Uint8Array {
  const file = Buffer.alloc(200);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(value, at + 8);
  };
  file.writeUInt16LE(1, 8);
  entry(10, 0x8825, 4, 1, 30);
  file.writeUInt16LE(4, 30);
  entry(32, 1, 2, 2, 'N'.charCodeAt(0));
  entry(44, 2, 5, 3, 100);
  entry(56, 3, 2, 2, 'E'.charCodeAt(0));
  entry(68, 4, 5, 3, 124);
  for (const [index, value] of [22, 1, 53, 1, 0, 1, 112, 1, 53, 1, 0, 1].entries())
    file.writeUInt32LE(value, 100 + index * 4);
  return new Uint8Array(file);
}
