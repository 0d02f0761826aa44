import type { Fault } from '../announcement/kind.ts';

/** What was seen in an attachment's bytes. */
export interface Seen {
  /** What the leading bytes say the file is, as an ending; absent when they say nothing. */
  kind?: string;
  /** Whether it is plain text that no browser takes for a page. */
  isText?: boolean;
  /** Whether it is the note that Git LFS leaves in the place of a file. */
  isPointer?: boolean;
  /** Its words, a text for every page or sheet, where they could be read within the limits. */
  texts?: readonly string[];
  /** How many pages a PDF has, where its words could be read. */
  pages?: number;
}

/** Opens files; `undefined` for one that could not be looked at. Never throws. */
export type Inspect = (paths: readonly string[]) => readonly (Seen | undefined)[];

/** What the leading bytes may say under each ending. Office files are archives, or the compound files of before 2007. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  doc: ['cfb'],
  docx: ['docx', 'zip'],
  xls: ['cfb'],
  xlsx: ['xlsx', 'zip'],
  ppt: ['cfb'],
  pptx: ['pptx', 'zip'],
  wps: ['cfb', 'docx', 'zip'],
  et: ['cfb', 'xlsx', 'zip'],
  ofd: ['ofd', 'zip'],
  zip: ['zip'],
  rar: ['rar'],
  '7z': ['7z'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  png: ['png', 'apng'],
  dwg: ['dwg'],
};

/** Endings of plain text. */
const TEXTS: readonly string[] = ['csv', 'txt', 'dxf'];

/** What is wrong with an attachment's content, seen from its ending. */
export function contentFault(file: string, seen: Seen): Fault | undefined {
  const ending = /\.([A-Za-z0-9]+)$/u.exec(file)?.[1]?.toLowerCase() ?? '';
  if (seen.isPointer) {
    return {
      code: 'A110',
      message: `“${file}”只是 Git LFS 的指针，不是文件本身`,
      help: '取回文件本身再放进来；公告的附件不用 Git LFS',
    };
  }
  const kinds = KINDS[ending];
  const fits = kinds
    ? seen.kind !== undefined && kinds.includes(seen.kind)
    : TEXTS.includes(ending) && seen.kind === undefined && seen.isText === true;
  if (fits) return undefined;
  const really = seen.kind ?? (seen.isText ? '文本' : undefined);
  const message = `“${file}”的内容不是 .${ending} 文件${really === undefined ? '' : `，而是 ${really}`}`;
  return { code: 'A108', message, help: '用能打开它的软件另存为正确的格式；不要只改文件名的结尾' };
}
