import { fileTypeFromBuffer } from 'file-type';
import { LARGEST_READ } from '../../core/corpus/attachment/limits.ts';
import { lookIntoOffice } from '../../core/corpus/attachment/office.ts';
import { lookIntoOldOffice } from '../../core/corpus/attachment/old-office.ts';
import { isPage, readText } from '../../core/corpus/attachment/text.ts';
import { Refusal } from './refusal.ts';
import { LOCKED } from './word/parts.ts';
import { BROKEN } from './word/xml.ts';

/** What a document really is, by its bytes, whatever its name says. */
export type Kind = 'docx' | 'doc' | 'works' | 'rtf' | 'odt' | 'word-xml' | 'pdf' | 'html' | 'txt';

/** The names of each kind that are no surprise; the first is the usual one. */
export const EXTENSIONS: Readonly<Record<Kind, readonly string[]>> = {
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  doc: ['doc', 'wps', 'wpt', 'dot'],
  works: ['wps'],
  rtf: ['rtf'],
  odt: ['odt'],
  'word-xml': ['xml'],
  pdf: ['pdf'],
  html: ['html', 'htm'],
  txt: ['txt', 'md'],
};

/** How a clerk calls each. */
export const NAMES: Readonly<Record<Kind, string>> = {
  docx: 'Word 文件（.docx）',
  doc: '老格式的 Word、WPS 文件（.doc、.wps）',
  works: '微软 Works 文件（.wps）',
  rtf: 'RTF 文件（.rtf）',
  odt: 'OpenDocument 文件（.odt）',
  'word-xml': 'Word 的 XML 文件（.xml）',
  pdf: 'PDF 文件',
  html: '网页',
  txt: '文本文件',
};

/**
 * Finds out what a file is.
 * @throws {Refusal} where nothing of its kind can be read
 */
export async function kindOf(bytes: Uint8Array, extension: string): Promise<Kind> {
  if (bytes.length === 0) throw new Refusal('文件是空的，一个字节也没有。请来文单位重新发一份。');
  if (bytes.length > LARGEST_READ) {
    throw new Refusal(
      `文件有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，超过 ${LARGEST_READ / 1024 / 1024} MB，不像一份公告。图片多的，在 Word、WPS 里压缩图片；厚的，把公告正文单独存成一个文件。`,
    );
  }
  const found = (await fileTypeFromBuffer(bytes))?.ext;
  if (found === 'cfb') return oldKind(bytes, extension);
  if (found === 'rtf' || found === 'pdf' || found === 'odt') return found;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return zippedKind(bytes);
  if (found !== undefined && found !== 'xml') throw new Refusal(refusalOf(found));
  return textKind(bytes);
}

function oldKind(bytes: Uint8Array, extension: string): Kind {
  const { kind, marks } = lookIntoOldOffice(bytes);
  if (marks.some(({ what }) => what === 'encrypted')) throw new Refusal(LOCKED);
  if (kind === 'doc') return 'doc';
  if (kind === 'cfb' && extension === 'wps') return 'works';
  throw new Refusal(kind === 'cfb' ? BROKEN : refusalOf(kind));
}

async function zippedKind(bytes: Uint8Array): Promise<Kind> {
  const { kind } = await lookIntoOffice(bytes).catch((cause: unknown) => {
    throw new Refusal(BROKEN, { cause });
  });
  if (kind === 'docx') return kind;
  throw new Refusal(refusalOf(kind));
}

function textKind(bytes: Uint8Array): Kind {
  const text = readText(bytes)?.text;
  if (text === undefined) throw new Refusal(refusalOf('?'));
  if (/schemas\.microsoft\.com\/office\/(?:word\/2003\/wordml|2006\/xmlPackage)/u.test(text))
    return 'word-xml';
  if (/^\s*MIME-Version:/iu.test(text)) throw new Refusal(refusalOf('mht'));
  return isPage(text) ? 'html' : 'txt';
}

const PICTURES: ReadonlySet<string> = new Set([
  'jpg',
  'png',
  'apng',
  'gif',
  'bmp',
  'tif',
  'webp',
  'heic',
  'jp2',
  'avif',
]);

function refusalOf(kind: string): string {
  if (PICTURES.has(kind))
    return '这是一张图片，里面没有文字可以读。向来文单位要 Word 文件；没有的话，照着图片录入：npm run new。';
  return (
    REFUSALS[kind] ??
    '认不出这是什么文件。用能打开它的软件另存为 .docx，再试；打不开就向来文单位要一份 .docx。'
  );
}

const REFUSALS: Readonly<Record<string, string>> = {
  ofd: '这是 OFD 文件，这里读不出里面的文字。用 WPS 或者 OFD 阅读器打开，导出成 .docx，再试。',
  xlsx: '这是表格文件（.xlsx），不是公告正文。把公告正文单独存成 .docx；表格可以作附件：--attach 文件。',
  xls: '这是表格文件（.xls），不是公告正文。把公告正文单独存成 .docx；表格可以作附件：--attach 文件。',
  pptx: '这是幻灯片（.pptx），不是公告正文。把公告正文单独存成 .docx，再试。',
  ppt: '这是幻灯片（.ppt），不是公告正文。把公告正文单独存成 .docx，再试。',
  zip: '这是压缩包。解开它，把里面公告的 Word 文件拿来用；其余的可以作附件：--attach 文件。',
  rar: '这是压缩包。解开它，把里面公告的 Word 文件拿来用；其余的可以作附件：--attach 文件。',
  '7z': '这是压缩包。解开它，把里面公告的 Word 文件拿来用；其余的可以作附件：--attach 文件。',
  mht: '这是存成一个文件的网页（.mht）。用 Word 或者 WPS 打开，另存为 .docx，再试。',
  encrypted: LOCKED,
};
