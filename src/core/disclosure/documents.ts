import { DOCUMENT_KINDS, type ItemFields } from './item.ts';

/** 第二十条第（一）项 of one kind of document: how many, or why it cannot be counted. */
export type DocumentCount = { name: string } & (
  { issued: number; repealed: number; inForce: number } | { unknown: string }
);

/** Whatever the centre calls it, the class of laws and official documents has this folder. */
const CLASS_OF_DOCUMENTS = 'regulations';

interface Counted {
  folder: string;
  fields: Pick<ItemFields, 'documentKind' | 'madeOn' | 'endedOn' | 'validity' | 'publisher'>;
}

/**
 * Counts the rules 规章 and normative documents 行政规范性文件 that the centre itself has issued, by the end of a year.
 * It counts only what every document of the catalogue states; nothing is nought because nobody wrote it down.
 */
export function countDocuments(
  items: readonly Counted[],
  year: number,
  own: readonly string[],
): readonly DocumentCount[] {
  const issuedHere = items.filter(({ fields }) => own.includes(fields.publisher));
  const unstated = issuedHere.filter(
    ({ folder, fields }) => folder === CLASS_OF_DOCUMENTS && fields.documentKind === undefined,
  ).length;
  return (['rules', 'normative'] as const).map((kind) => {
    const name = DOCUMENT_KINDS[kind];
    const documents = issuedHere.filter(({ fields }) => fields.documentKind === kind);
    const undated = documents.filter(
      ({ fields }) => fields.validity !== 'valid' && fields.endedOn === undefined,
    ).length;
    if (unstated > 0) return { name, unknown: `法规公文里有 ${unstated} 件没有写“文件种类”` };
    if (undated > 0) return { name, unknown: `有 ${undated} 件已经废止、失效，没有写“失效日期”` };
    if (documents.length === 0) return { name, unknown: `目录里没有本中心的${name}；确实没有的写 0` };
    return { name, ...inYear(documents, year) };
  });
}

function inYear(documents: readonly Counted[], year: number) {
  const end = `${year}-12-31`;
  const isIn = (day: string | undefined): boolean => day?.startsWith(`${year}-`) === true;
  return {
    issued: documents.filter(({ fields }) => isIn(fields.madeOn)).length,
    repealed: documents.filter(({ fields }) => fields.validity === 'repealed' && isIn(fields.endedOn)).length,
    inForce: documents.filter(
      ({ fields }) => fields.madeOn <= end && (fields.endedOn === undefined || fields.endedOn > end),
    ).length,
  };
}
