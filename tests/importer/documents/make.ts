import { strToU8, zipSync, type Zippable } from 'fflate';

/**
 * Word files as Word and WPS write them, in raw OOXML, so that a test sees what it reads. All content is invented.
 */

/** A document's parts beside its body. */
export interface Made {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  /** By file name: `header1.xml`. */
  edges?: Readonly<Record<string, string>>;
  /** Links and others: id, type, target; outside the package. */
  links?: readonly (readonly [id: string, type: string, target: string])[];
  /** Other files of the package. */
  files?: Zippable;
  /** The root element's own attributes: namespaces of other programs. */
  attributes?: string;
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

/** What WPS adds to the root of its documents. */
export const OF_WPS =
  'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" mc:Ignorable="w14 wpsCustomData"';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of a document. */
export function docx(made: Made | string): Uint8Array {
  const {
    body,
    links = [],
    edges = {},
    files = {},
    attributes = '',
    ...parts
  } = typeof made === 'string' ? { body: made } : made;
  const named = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
  const related = [
    ...named.map(([name]) => `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`),
    ...Object.keys(edges).map(
      (name) => `<Relationship Id="${name}" Type="${OFFICE}/${name.replace(/\d.*/u, '')}" Target="${name}"/>`,
    ),
    ...links.map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/>`,
    ),
  ];
  const texts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}</Relationships>`,
    'word/document.xml': `<w:document ${NAMESPACES} ${attributes}><w:body>${body}${body.endsWith('</w:tbl>') ? p('') : ''}<w:sectPr>${Object.keys(
      edges,
    )
      .map((name) => `<w:${name.replace(/\d.*/u, '')}Reference w:type="default" r:id="${name}"/>`)
      .join('')}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
    ...Object.fromEntries(named.map(([name, xml]) => [`word/${name}.xml`, rooted(name, xml)])),
    ...Object.fromEntries(
      Object.entries(edges).map(([name, xml]) => [
        `word/${name}`,
        `<w:${name.startsWith('header') ? 'hdr' : 'ftr'} ${NAMESPACES}>${xml}</w:${name.startsWith('header') ? 'hdr' : 'ftr'}>`,
      ]),
    ),
  };
  return zipSync(
    {
      ...Object.fromEntries(Object.entries(texts).map(([name, xml]) => [name, strToU8(HEAD + xml)])),
      ...files,
    },
    { mtime: '2026-01-01T00:00:00' },
  );
}

const rooted = (name: string, xml: string): string => `<w:${name} ${NAMESPACES}>${xml}</w:${name}>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A run of text; `properties` is XML. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, or of a text; `properties` is XML. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`;

export const title = (text: string): string =>
  p(r(text, '<w:b/><w:sz w:val="36"/>'), '<w:jc w:val="center"/>');

/** A paragraph of a list. */
export const item = (text: string, list: number, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A cell; `properties` is XML. */
export const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;

export const tr = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell))).join('')}</w:tr>`;

export const tbl = (rows: readonly string[]): string => {
  const columns = Math.max(...rows.map((row) => row.split('<w:tc>').length - 1));
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;
};

/** A level of a list: format, text, and further XML. */
export type Level = readonly [format: string, text: string, more?: string];

/** Definitions of lists, each with its levels; the numbers 1, 2 … use them in their order; `more` is further XML. */
export const lists = (definitions: readonly (readonly Level[])[], more = ''): string =>
  [
    ...definitions.map(
      (levels, id) =>
        `<w:abstractNum w:abstractNumId="${id}">${levels
          .map(
            ([format, text, further = ''], level) =>
              `<w:lvl w:ilvl="${level}">${further.includes('<w:start ') ? '' : '<w:start w:val="1"/>'}<w:numFmt w:val="${format}"/>${further}<w:lvlText w:val="${escaped(text)}"/></w:lvl>`,
          )
          .join('')}</w:abstractNum>`,
    ),
    ...definitions.map((_, id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`),
    more,
  ].join('');

/** 一、（一）1.（1）, as official documents count. */
export const OFFICIAL: readonly Level[] = [
  ['chineseCounting', '%1、', '<w:suff w:val="nothing"/>'],
  ['chineseCounting', '（%2）', '<w:suff w:val="nothing"/>'],
  ['decimal', '%3.'],
  ['decimal', '（%4）', '<w:suff w:val="nothing"/>'],
  ['decimalEnclosedCircleChinese', '%5', '<w:suff w:val="space"/>'],
];

/** A complex field: what it is told, and what it shows. */
export const field = (instruction: string, shown?: string, data = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r><w:r><w:instrText xml:space="preserve">${escaped(instruction)}</w:instrText></w:r>${shown === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown.startsWith('<') ? shown : r(shown)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** A text box as Word writes it: for new programs and once more for old ones. */
export const textBox = (content: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

/** A text box of older programs, and of WPS in its own way of keeping them. */
export const oldTextBox = (content: string): string =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

/** The picture of a stamp. */
export const picture = (id = 'rIdPicture'): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="公章"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
