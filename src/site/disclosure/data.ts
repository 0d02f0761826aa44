import { plainText } from '../../core/body/render.ts';
import type { DisclosureItem } from '../../core/corpus/corpus.ts';
import { DOCUMENT_KINDS, OPENNESS, PARTS, VALIDITY } from '../../core/disclosure/item.ts';
import type { Edition } from '../../core/edition.ts';
import type { Table, TableColumn } from '../../core/table.ts';
import { disclosurePath, itemAttachmentPath } from '../address.ts';
import { fullTextRate, publishedText } from './full-text.ts';

/** `/disclosure/catalogue.json`. Its keys stay; more may come. */
export function disclosureData(edition: Edition): object {
  const { total, withText, unknown } = fullTextRate(edition);
  return {
    publisher: edition.site?.organiser ?? edition.site?.centreName,
    url: edition.absolute(disclosurePath()),
    /** Of the items that are published of the centre's own accord. */
    fullText: { total, withText, unknown },
    items: edition.disclosure.map((item) => itemData(edition, item)),
  };
}

function itemData(edition: Edition, item: DisclosureItem): object {
  const { id, fields, attachments, body } = item;
  return {
    id,
    url: edition.absolute(disclosurePath(id)),
    title: fields.title,
    class: { id: item.folder, name: fields.class },
    index: fields.index,
    publisher: fields.publisher,
    madeOn: fields.madeOn,
    publishedOn: fields.publishedOn,
    documentNumber: fields.documentNumber,
    documentKind: fields.documentKind,
    validity: fields.validity,
    endedOn: fields.endedOn,
    openness: fields.openness,
    part: fields.part,
    reportYear: fields.reportYear,
    hasFullText: publishedText(edition, item) ?? null,
    text: plainText(body).trim(),
    attachments: attachments.map(({ file, name, bytes }, index) => ({
      name,
      url: edition.absolute(itemAttachmentPath(id, index, file)),
      bytes,
    })),
  };
}

export const disclosureColumns: readonly TableColumn[] = [
  { heading: '索引号' },
  { heading: '标题' },
  { heading: '分类' },
  { heading: '发布机构' },
  { heading: '文号' },
  { heading: '文件种类' },
  { heading: '成文日期', kind: 'day' },
  { heading: '发布日期', kind: 'day' },
  { heading: '有效性' },
  { heading: '失效日期', kind: 'day' },
  { heading: '公开方式' },
  { heading: '栏目' },
  { heading: '年度', kind: 'number' },
  { heading: '全文' },
  { heading: '附件（个）', kind: 'number' },
  { heading: '网址' },
];

/** `/disclosure/catalogue.csv`: an item a line. */
export const disclosureTable = (edition: Edition): Table => ({
  columns: disclosureColumns,
  rows: edition.disclosure.map((item) => {
    const { id, fields, attachments } = item;
    const hasText = publishedText(edition, item);
    return [
      fields.index,
      fields.title,
      fields.class,
      fields.publisher,
      fields.documentNumber,
      fields.documentKind && DOCUMENT_KINDS[fields.documentKind],
      fields.madeOn,
      fields.publishedOn,
      VALIDITY[fields.validity],
      fields.endedOn,
      OPENNESS[fields.openness],
      fields.part && PARTS[fields.part],
      fields.reportYear,
      hasText === undefined ? '无法判断' : hasText ? '有' : '没有',
      attachments.length,
      edition.absolute(disclosurePath(id)),
    ];
  }),
});
