import { readText } from '../../core/corpus/attachment/text.ts';
import { parseHtml, type Document as Tree } from '../../core/import/tree.ts';
import { convertToDocx } from './convert.ts';
import { readHtml } from './html.ts';
import { EXTENSIONS, kindOf, NAMES, type Kind } from './kinds.ts';
import { readPdf } from './pdf.ts';
import { Refusal } from './refusal.ts';
import { readDocx } from './word/docx.ts';

/** A document from an agency: its words as a tree, and what the clerk must know of it. */
export interface DocumentRead {
  tree: Tree;
  /** Sentences: what was not carried, what to look at. */
  notes: readonly string[];
  /** Why the file itself had better not be published beside the announcement. */
  notForReaders: readonly string[];
}

/**
 * Reads a document by what it is: Word and WPS, old and new, PDF, web pages and texts that are called Word files.
 * `office` is LibreOffice on this machine, for those that need it.
 * @throws {Refusal} one sentence for the clerk, of whatever cannot or must not be taken
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  office: string | undefined,
): Promise<DocumentRead> {
  if (name.startsWith('~$')) {
    throw new Refusal(
      `这是 Word、WPS 打开文件时留下的临时文件，里面没有公告。真正的文件在同一个文件夹里，名字大致是“${name.slice(2)}”：关掉 Word、WPS，再把它拖进来。`,
    );
  }
  const extension = /\.([^.\\/]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = await kindOf(bytes, extension);
  const { tree, notes, notForReaders } = await readAs(kind, bytes, office);
  const misnamed = EXTENSIONS[kind].includes(extension)
    ? []
    : [
        `文件名叫 ${extension === '' ? '（没有扩展名）' : `.${extension}`}，里面其实是${NAMES[kind]}，按里面的读`,
      ];
  return {
    tree,
    notes: [...misnamed, ...notes],
    notForReaders: [...(misnamed.length > 0 ? ['文件名与里面不符'] : []), ...notForReaders],
  };
}

async function readAs(kind: Kind, bytes: Uint8Array, office: string | undefined): Promise<DocumentRead> {
  switch (kind) {
    case 'docx':
      return readDocx(bytes);
    case 'pdf':
      return readPdf(bytes);
    case 'html':
      return readHtml(readText(bytes)!.text);
    case 'txt':
      return { tree: treeOfText(readText(bytes)!.text), notes: [], notForReaders: [] };
    default: {
      if (office === undefined) {
        throw new Refusal(
          `这是${NAMES[kind]}，要先转成 .docx。用 Word 或者 WPS 打开，另存为 .docx，再试；或者请管电脑的人装上 LibreOffice，以后就能直接用。`,
        );
      }
      const read = await readDocx(await convertToDocx(bytes, EXTENSIONS[kind][0]!, office));
      return {
        ...read,
        notes: ['文件是用 LibreOffice 转成 .docx 再读的，请对照原文核对表格和编号', ...read.notes],
      };
    }
  }
}

/** A paragraph for each line that says something. */
const treeOfText = (text: string): Tree =>
  parseHtml(
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .split(/\r\n?|\n/u)
      .map((line) => `<p>${line}</p>\n`)
      .join(''),
  );
