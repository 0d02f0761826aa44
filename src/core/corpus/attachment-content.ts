import type { Fault } from '../announcement/kind.ts';
import type { Mark } from './attachment/mark.ts';

/** What was seen in an attachment's bytes. */
export interface Seen {
  /** What the file is by its content, as an ending; absent when that says nothing. */
  kind?: string;
  /** Whether it is plain text that no browser takes for a page. */
  isText?: boolean;
  /** Whether it is the note that Git LFS leaves in the place of a file. */
  isPointer?: boolean;
  /** Its words, a text for every page or sheet, where they could be read within the limits. */
  texts?: readonly string[];
  /**
   * Whether its pages or sheets have words, what its properties say aside; a scan has none. Absent where that was not
   * seen: by a password, damage, a limit, or a format that is not read.
   */
  hasWords?: boolean;
  /** How many pages a PDF has, where its words could be read. */
  pages?: number;
  /** What its reader would meet in it. */
  marks?: readonly Mark[];
  /** Whether the look ended before it was through: by the limits of time and memory, or by a fault of the reader. */
  isUnfinished?: boolean;
}

/** Opens files; a file that could not be looked at is unfinished. Nothing for any where nothing is opened. Never throws. */
export type Inspect = (paths: readonly string[]) => readonly Seen[];

/** What the content may be under each ending. WPS writes the formats of Office of before and after 2007. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  doc: ['doc'],
  docx: ['docx'],
  xls: ['xls'],
  xlsx: ['xlsx'],
  ppt: ['ppt'],
  pptx: ['pptx'],
  wps: ['doc', 'docx'],
  et: ['xls', 'xlsx'],
  ofd: ['ofd'],
  zip: ['zip'],
  rar: ['rar'],
  '7z': ['7z'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  png: ['png', 'apng'],
  dwg: ['dwg'],
};

/** What an Office file of each kind looks like from outside while its content cannot be read. */
const CONTAINERS: readonly string[] = ['cfb', 'encrypted', 'zip', 'docx', 'xlsx', 'pptx', 'ofd'];

/** Endings of plain text. */
const TEXTS: readonly string[] = ['csv', 'txt', 'dxf'];

/** What is wrong with an attachment's content, seen from its ending. */
export function contentFault(file: string, seen: Seen): Fault | undefined {
  const ending = /\.([A-Za-z0-9]+)$/u.exec(file)?.[1]?.toLowerCase() ?? '';
  if (seen.isPointer) {
    return {
      code: 'A110',
      message: `“${file}”只是几行字，说文件存在别处，不是文件本身`,
      help: '向发给您的人要文件本身，再放进来',
    };
  }
  const kinds = KINDS[ending];
  const fits = kinds
    ? seen.kind !== undefined && kinds.includes(seen.kind)
    : TEXTS.includes(ending) && seen.kind === undefined && seen.isText === true;
  if (
    fits ||
    (isClosed(seen) && kinds?.some((kind) => OFFICE.has(kind)) && CONTAINERS.includes(seen.kind ?? ''))
  ) {
    return undefined;
  }
  const really =
    seen.kind === undefined ? (seen.isText ? '文本' : undefined) : (NAMES[seen.kind] ?? seen.kind);
  const message = `“${file}”的内容不是 .${ending} 文件${really === undefined ? '' : `，而是 ${really}`}`;
  return { code: 'A108', message, help: '用能打开它的软件另存为正确的格式；不要只改文件名的结尾' };
}

/** Kinds that are packed: their content is known only once it is unpacked. */
const OFFICE: ReadonlySet<string> = new Set(['doc', 'xls', 'ppt', 'docx', 'xlsx', 'pptx', 'ofd']);

/** What a clerk calls kinds whose ending says little. */
const NAMES: Readonly<Record<string, string>> = {
  cfb: '别的软件的文件',
  zip: '压缩包',
  encrypted: '加了密码的 Office 文件',
};

/** A password, damage or a limit stands between the container and what it is. */
const isClosed = ({ marks = [], isUnfinished }: Seen): boolean =>
  isUnfinished === true ||
  marks.some(({ what, within }) => within === undefined && ['encrypted', 'damaged'].includes(what));
