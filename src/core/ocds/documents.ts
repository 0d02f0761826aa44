import { elsewhereOf } from '../announcement/elsewhere.ts';
import { momentOf } from './values.ts';
import { filled, type Json } from './json.ts';
import type { Statement } from './statement.ts';

/** The page of an announcement, the notices published elsewhere that it follows, and its attachments. */
export const documentsOf = (
  statement: Statement,
  documentType?: string,
  description?: string,
): readonly Json[] => [
  noticeOf(statement, documentType, description),
  ...elsewhereIn(statement),
  ...attachmentsOf(statement, documentType),
];

const noticeOf = ({ id, announcement, url }: Statement, documentType?: string, description?: string): Json =>
  filled({
    id,
    documentType,
    title: announcement.title,
    description,
    url,
    datePublished: momentOf(announcement.publishedAt),
    format: 'text/html',
    language: 'zh',
  });

const elsewhereIn = ({ id, announcement }: Statement): readonly Json[] =>
  elsewhereOf(announcement).map(({ title, url, publishedAt }, index) =>
    filled({
      id: `${id}/elsewhere/${index + 1}`,
      title,
      url,
      datePublished: momentOf(publishedAt),
      language: 'zh',
    }),
  );

const attachmentsOf = ({ id, attachments }: Statement, documentType?: string): readonly Json[] =>
  attachments.map(({ file, name, url, format }) =>
    filled({
      id: `${id}/${file}`,
      documentType: documentType === 'tenderNotice' ? 'biddingDocuments' : undefined,
      title: name,
      url,
      format,
    }),
  );
