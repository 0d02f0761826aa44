/** A text in a PDF: where its first letter stands, in points from the lower left corner, and how large it is. */
export type Put = readonly [x: number, y: number, text: string, size?: number];

/**
 * A PDF in raw syntax, one list of texts for each page of A4. Its font says which code is which character and has no
 * shapes, which is all that a reader of words needs. A page without texts is a scan to whoever reads it.
 */
export function pdf(pages: readonly (readonly Put[])[]): Uint8Array {
  const contents = pages.map((texts) =>
    texts
      .map(([x, y, text, size = 12]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codesOf(text)}> Tj ET`)
      .join('\n'),
  );
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>',
    stream(
      '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end',
    ),
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + index * 2} 0 R >>`,
      stream(content),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = [0, ...places].map(
    (place, index) => `${String(place).padStart(10, '0')} ${index === 0 ? '65535 f' : '00000 n'} \n`,
  );
  const end = `xref\n0 ${table.length}\n${table.join('')}trailer\n<< /Size ${table.length} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(file + end);
}

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

const codesOf = (text: string): string =>
  [...text].map((sign) => sign.codePointAt(0)!.toString(16).padStart(4, '0')).join('');
