import { getDocumentProxy } from 'unpdf';
import { MOST_PAGES } from '../../core/corpus/attachment/limits.ts';
import { isCutPdf } from '../../core/corpus/attachment/pdf.ts';
import { parseHtml, type Document as Tree } from '../../core/import/tree.ts';
import { paragraphsOf, type Page, type Piece } from './pdf-lines.ts';
import { Refusal } from './refusal.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * Reads the words of a PDF as paragraphs. Where lines and columns end is measured, since a PDF does not say; a table
 * comes out line by line, and that is told.
 * @throws {Refusal} of scans, passwords and what is no document of words
 */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ tree: Tree; notes: readonly string[]; notForReaders: readonly string[] }> {
  const document = await open(bytes);
  if (document.numPages > MOST_PAGES) {
    throw new Refusal(
      `PDF 有 ${document.numPages} 页，超过 ${MOST_PAGES} 页，不像一份公告。把公告正文的几页单独存成一个文件，其余作附件。`,
    );
  }
  const pages = await readPages(document);
  const empty = pages.flatMap(({ pieces }, index) => (pieces.length === 0 ? [index + 1] : []));
  if (empty.length === pages.length) {
    throw new Refusal(
      `这份 PDF 是扫描件，${pages.length} 页都是图片，里面没有文字。向来文单位要 Word 文件或者直接导出的 PDF；没有的话，照着录入，扫描件作附件：npm run new -- --attach 文件。`,
    );
  }
  const words = pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
  if (isGarbled(words)) {
    throw new Refusal(
      'PDF 里的字体没有带文字编码，读出来是乱码。用 Word 或者 WPS 打开 PDF 另存为 .docx，核对以后再试；或者向来文单位要 Word 文件。',
    );
  }
  const { paragraphs, pageNumbers, hasColumns } = paragraphsOf(pages);
  const html = paragraphs.map(
    ({ text, isCentred, isCut }) =>
      `<p${isCentred ? ' class="centred"' : isCut ? ' class="cut"' : ''}>${escaped(text)}</p>\n`,
  );
  return {
    tree: parseHtml(html.join('')),
    notForReaders: [],
    notes: [
      'PDF 里分不出段落和标题，是按行距、缩进推出来的，请对照原文核对',
      hasColumns && 'PDF 里的表格读成了一行一行的字，请对照原文核对',
      empty.length > 0 && `第 ${empty.join('、')} 页是图片（扫描），没有文字可以带过来`,
      pages.some(({ slanted }) => slanted > 0) && '斜着排的字（水印）没有带过来',
      pageNumbers > 0 && `页码 ${pageNumbers} 处没有带过来`,
      pages.some(({ filled }) => filled > 0) && 'PDF 表单里填的字没有带过来，请对照原文补上',
    ].filter((note) => note !== false),
  };
}

async function open(bytes: Uint8Array): Promise<Document> {
  try {
    // The reader takes the bytes away.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new Refusal(
        'PDF 加了密码，读不出来。用能打开它的软件去掉密码另存一份，或者向来文单位要没有密码的文件。',
        { cause },
      );
    }
    throw new Refusal(
      `PDF 坏了${isCutPdf(bytes) ? '，后面缺了一截，可能没有下载完' : ''}，读不出来。请来文单位重新发一份。`,
      { cause },
    );
  }
}

async function readPages(document: Document): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const annotations = (await page.getAnnotations()) as readonly { fieldValue?: unknown }[];
    const { width, height } = page.getViewport({ scale: 1 });
    const pieces: Piece[] = [];
    let slanted = 0;
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [a, b, , d, x, y] = item.transform as [number, number, number, number, number, number];
      if (Math.abs(b) > Math.abs(a) * 0.05) slanted += 1;
      else pieces.push({ text: item.str, x, y, width: item.width, height: Math.abs(d) || item.height });
    }
    const filled = annotations.filter(
      ({ fieldValue }) => typeof fieldValue === 'string' && fieldValue !== '',
    ).length;
    pages.push({ pieces, slanted, filled, width, height });
    page.cleanup();
  }
  return pages;
}

/** Most of the words that may be no words: signs of private fonts, control characters. */
const MOST_GARBLED = 0.05;

function isGarbled(words: string): boolean {
  const strange = words.match(/[\ue000-\uf8ff\ufffd]|\p{Cc}/gu)?.length ?? 0;
  return strange > words.length * MOST_GARBLED;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
