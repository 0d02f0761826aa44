/** An attachment with its words, a text for every page or sheet; none where they could not be read. */
export interface AttachedText {
  file: string;
  texts: readonly string[];
}

/** What sends a reader to an attachment: `详见附件`, `见附件1`, or `附件：招标文件` as the last line. */
const SEES_ATTACHMENT =
  /(?:详|请|参|具体|内容|名单|清单|要求)?见(?:本公告|公告|下方|文末|所附)?[“"《]?附件|附件下载|\n附件\s*[\d一二三四五六七八九十]*\s*[:：][^\n]+\s*$/u;

/** Whether the attachment is said to be with another: the documents, the original, an earlier notice. */
const ELSEWHERE = /见(?:招标|采购|磋商|谈判|询价|出让|挂牌|拍卖|原|合同|征集|资格预审)[^。；，\n]{0,12}附件/u;

/** The words of a body that send its reader to an attachment of the announcement. */
export const attachmentReferred = (body: string): string | undefined =>
  SEES_ATTACHMENT.exec(body.replace(ELSEWHERE, ''))?.[0].trim();
