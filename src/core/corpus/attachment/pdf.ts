import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { getDocumentProxy } from 'unpdf';
import { MOST_CHARACTERS, MOST_PAGES } from './limits.ts';
import { authorMark, type Mark } from './mark.ts';
import { filesInside } from './office.ts';

/** What is known of a PDF. */
interface Pdf {
  /** Its words, a text for every page. */
  texts: readonly string[];
  /** Absent when it could not be opened. */
  pages?: number;
  /** See `Seen`. */
  hasWords?: boolean;
  marks: readonly Mark[];
}

/** How far from the end the closing mark may stand: web servers and signatures add some. */
const TAIL = 64 * 1024;

/** What a reader adds to a page on top of what was printed. */
const REMARKS = ['Text', 'FreeText', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Caret', 'Ink'];

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Whether the end of a PDF is missing: its closing mark, or bytes that a file for the web counts on. */
export function isCutPdf(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.subarray(0, 2048).toString('latin1');
  const length = /\/Linearized\b[^>]*?\/L\s+(\d+)/u.exec(head)?.[1];
  return !file.subarray(-TAIL).includes('%%EOF') || (length !== undefined && Number(length) > bytes.length);
}

/** Looks into a PDF; never throws for what is wrong with it. */
export async function lookIntoPdf(bytes: Uint8Array): Promise<Pdf> {
  const cut: readonly Mark[] = isCutPdf(bytes) ? [{ what: 'damaged' }] : [];
  try {
    // The reader takes the bytes away.
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
    const { texts, remarks, hasWords } = await readPages(document);
    const { author, words } = await readProperties(document);
    const restricted = (await document.getPermissions()) !== null;
    const marks: readonly (Mark | false)[] = [
      remarks > 0 && { what: 'annotations', detail: `${remarks} 处` },
      restricted && { what: 'restricted' },
      document.numPages > MOST_PAGES && {
        what: 'partly-read',
        detail: `有 ${document.numPages} 页，只查了前 ${MOST_PAGES} 页的文字`,
      },
    ];
    const inside = await structureOf(bytes);
    return {
      texts: [`${texts[0] ?? ''}\n${words}`, ...texts.slice(1)].map((text) => text.trimEnd()),
      pages: document.numPages,
      ...(hasWords === undefined ? {} : { hasWords }),
      marks: [...cut, ...inside, ...marks.filter((mark) => mark !== false), ...author],
    };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      return { texts: [], marks: [{ what: 'encrypted' }] };
    return { texts: [], marks: [{ what: 'damaged' }, ...(await structureOf(bytes))] };
  }
}

async function readPages(
  document: Document,
): Promise<{ texts: readonly string[]; remarks: number; hasWords: boolean | undefined }> {
  const texts: string[] = [];
  let hasWords = false;
  let characters = 0;
  let remarks = 0;
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const added = (
      (await page.getAnnotations()) as readonly { subtype?: string; contentsObj?: { str?: string } }[]
    ).filter(({ subtype }) => REMARKS.includes(subtype ?? ''));
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    hasWords ||= text.trim() !== '';
    texts.push([text, ...added.map(({ contentsObj }) => contentsObj?.str ?? '')].join('\n'));
    remarks += added.length;
    characters += text.length;
    if (characters > MOST_CHARACTERS) break;
  }
  // The pages that were not read may have some.
  return { texts, remarks, hasWords: hasWords || (texts.length < document.numPages ? undefined : false) };
}

/** The author of the document and the words of its properties. */
async function readProperties(document: Document): Promise<{ author: readonly Mark[]; words: string }> {
  const { info, metadata } = (await document.getMetadata()) as unknown as {
    info: Readonly<Record<string, unknown>>;
    metadata: { get(name: string): unknown } | null;
  };
  const named = [info['Author'], metadata?.get('dc:creator')]
    .flat()
    .map((value) => (typeof value === 'string' ? value : undefined));
  const words = ['Title', 'Subject', 'Keywords', 'Author'].flatMap((key) =>
    typeof info[key] === 'string' ? [info[key]] : [],
  );
  return { author: authorMark(named, []), words: words.join('\n') };
}

/**
 * What the objects of a PDF would do: all of them, in whatever stream they are packed, whether a page leads to them
 * or not, since programs differ in what they reach.
 */
async function structureOf(bytes: Uint8Array): Promise<readonly Mark[]> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    password: '',
    preserveXFA: true,
    warnOnInvalidObjects: false,
  }).catch(() => undefined);
  if (!document) return [{ what: 'unread', detail: '里面的结构不合规范' }];
  const found = { script: false, launch: false, form: false, files: new Set<string>() };
  const waiting: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFArray) waiting.push(...object.asArray());
    const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined;
    if (!dict) continue;
    waiting.push(...dict.values());
    const action = dict.get(PDFName.of('S'));
    found.script ||= action === PDFName.of('JavaScript') || dict.has(PDFName.of('JS'));
    found.launch ||= action === PDFName.of('Launch');
    found.form ||= dict.has(PDFName.of('XFA')) || dict.get(PDFName.of('Subtype')) === PDFName.of('RichMedia');
    if (dict.has(PDFName.of('EF'))) found.files.add(nameOf(dict));
    else if (dict.get(PDFName.of('Type')) === PDFName.of('EmbeddedFile')) found.files.add('');
  }
  // A file without a name is the content of one that has been named, unless there is none.
  const files = [...found.files].filter((name) => name !== '' || found.files.size === 1);
  const marks: readonly (Mark | false)[] = [
    found.script && { what: 'script', detail: '脚本（JavaScript）' },
    found.launch && { what: 'script', detail: '打开别的程序的命令（Launch）' },
    found.form && { what: 'controls', detail: '只有个别软件显示得出来的动态表单或者多媒体' },
  ];
  return [
    ...marks.filter((mark) => mark !== false),
    ...filesInside(files.map((name) => name || '没有名字的文件')),
  ];
}

function nameOf(dict: PDFDict): string {
  const name = ['UF', 'F', 'Unix', 'DOS']
    .map((key) => dict.get(PDFName.of(key)))
    .find((value) => value !== undefined);
  return name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : '没有名字的文件';
}
