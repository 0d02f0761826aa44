import { printDate } from '../../core/announcement/instant.ts';
import { headingsOf, renderBody } from '../../core/body/render.ts';
import type { DisclosureItem } from '../../core/corpus/corpus.ts';
import { classesOf } from '../../core/disclosure/class.ts';
import { DOCUMENT_KINDS, OPENNESS, VALIDITY } from '../../core/disclosure/item.ts';
import type { Edition } from '../../core/edition.ts';
import { disclosureListPath, disclosurePath, itemAttachmentPath, itemSumsPath } from '../address.ts';
import type { FileLine } from '../attachments.ts';
import { bodyLinks } from '../body-links.ts';
import { siteFrame } from '../frame.ts';
import { fileOfItem } from './files.ts';
import { publishedText } from './full-text.ts';
import { lineOf, type ItemLine } from './lines.ts';

/** What the page of an item shows. */
export interface ItemPage extends ItemLine {
  path: string;
  url: string;
  crumbs: readonly { label: string; href: string }[];
  description: string;
  publisher: string;
  class: string;
  /** Its facts, as rules for government sites ask for them, in pairs of label and text. */
  facts: readonly { label: string; text: string }[];
  /** Its text as HTML; empty where it is a file alone. */
  html: string;
  headings: ReturnType<typeof headingsOf>;
  files: readonly FileLine[];
  sumsHref: string | undefined;
  /** What is said of an item that is no longer in force. */
  endedWords: string | undefined;
  /** What is said where there is no text to read. */
  withoutText: string | undefined;
  phone: string;
}

/** @throws for an id that there is not */
export function itemPage(edition: Edition, id: string): ItemPage {
  const item = edition.disclosure.find((one) => one.id === id);
  if (!item) throw new Error(`${id} is not in the catalogue of government information`);
  const { fields, body, attachments } = item;
  const path = disclosurePath(id);
  const line = lineOf(edition, item);
  return {
    ...line,
    path,
    url: edition.absolute(path),
    crumbs: crumbsOf(edition, item),
    description: `${fields.title}，索引号 ${fields.index}，${fields.publisher} ${line.published}发布。`,
    publisher: fields.publisher,
    class: fields.class,
    facts: factsOf(item),
    html: renderBody(
      body,
      (file) => {
        const at = attachments.findIndex((one) => one.file.normalize('NFC') === file);
        return at < 0 ? undefined : edition.address(itemAttachmentPath(id, at, attachments[at]!.file));
      },
      bodyLinks(edition, path),
    ),
    headings: headingsOf(body),
    files: fileOfItem(edition, item),
    sumsHref: attachments.length === 0 ? undefined : edition.address(itemSumsPath(id)),
    endedWords: wordsOfEnd(item),
    withoutText: wordsWithoutText(edition, item),
    phone: siteFrame(edition).phone,
  };
}

function crumbsOf(edition: Edition, { fields }: DisclosureItem): ItemPage['crumbs'] {
  const own = classesOf(edition.site).find(({ name }) => name === fields.class)!;
  return [
    { label: '首页', href: edition.address() },
    { label: '政府信息公开', href: edition.address(disclosurePath()) },
    { label: own.name, href: edition.address(disclosureListPath(own.id)) },
  ];
}

function factsOf({ fields }: DisclosureItem): ItemPage['facts'] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['索引号', fields.index],
    ['分类', fields.class],
    ['发布机构', fields.publisher],
    ['文号', fields.documentNumber],
    ['文件种类', fields.documentKind && DOCUMENT_KINDS[fields.documentKind]],
    ['成文日期', printDate(fields.madeOn)],
    ['发布日期', printDate(fields.publishedOn)],
    ['有效性', VALIDITY[fields.validity]],
    ['失效日期', fields.endedOn && printDate(fields.endedOn)],
    ['公开方式', OPENNESS[fields.openness]],
  ];
  return facts.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
}

function wordsOfEnd({ fields }: DisclosureItem): string | undefined {
  if (fields.validity === 'valid') return undefined;
  const since = fields.endedOn === undefined ? '已经' : `从${printDate(fields.endedOn)}起`;
  return `这条信息${since}${VALIDITY[fields.validity]}，只供查阅，不能再作依据。`;
}

function wordsWithoutText(edition: Edition, item: DisclosureItem): string | undefined {
  if (item.fields.openness === 'on-request')
    return '这条信息只列目录。需要内容的，按“依申请公开”的说明提出申请。';
  if (item.body.trim() !== '') return undefined;
  return publishedText(edition, item) === false
    ? '这条信息只有扫描件或者图片，没有能复制、能朗读的文字。'
    : '全文在附件里。';
}
