import { XMLSerializer } from '@xmldom/xmldom';
import { strToU8, zipSync } from 'fflate';
import { CENTRED, HEADINGS } from './plain.ts';
import type { Document } from './xml.ts';

/**
 * A package of the prepared document for mammoth: its words, our own few styles and its links. Nothing that came with
 * the file is in it, so nothing of it can be opened, fetched or run.
 */
export const pack = (document: Document, links: ReadonlyMap<string, string>): Buffer =>
  Buffer.from(
    zipSync(
      {
        '[Content_Types].xml': strToU8(TYPES),
        '_rels/.rels': strToU8(relationships([['rId1', 'officeDocument', 'word/document.xml', false]])),
        'word/document.xml': strToU8(new XMLSerializer().serializeToString(document)),
        'word/styles.xml': strToU8(STYLES),
        'word/_rels/document.xml.rels': strToU8(
          relationships([
            ['styles', 'styles', 'styles.xml', false],
            ...[...links].map(([id, target]) => [id, 'hyperlink', target, true] as const),
          ]),
        ),
      },
      { level: 0 },
    ),
  );

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const STYLES = `<w:styles xmlns:w="${WORD}">${[
  ...HEADINGS.map((level) => [`Heading${level}`, `heading ${level}`] as const),
  [CENTRED, CENTRED] as const,
]
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join('')}</w:styles>`;

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relationships(
  list: readonly (readonly [id: string, type: string, target: string, isOutside: boolean])[],
): string {
  const rows = list.map(
    ([id, type, target, isOutside]) =>
      `<Relationship Id="${escaped(id)}" Type="${TYPE}/${type}" Target="${escaped(target)}"${isOutside ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
