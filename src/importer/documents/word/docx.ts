import mammoth from 'mammoth';
import { parseHtml, type Document as Tree } from '../../../core/import/tree.ts';
import { Notes } from '../notes.ts';
import { Refusal } from '../refusal.ts';
import { writeFields } from './fields.ts';
import { placeNotes } from './footnotes.ts';
import { writeFormulas } from './formulas.ts';
import { Numbering, writeNumbers } from './numbering.ts';
import { pack } from './pack.ts';
import { readParts, type Parts } from './parts.ts';
import { placeBoxes, removePictures } from './pictures.ts';
import { CENTRED, plainLooks } from './plain.ts';
import { writeMarks, writeSigns } from './signs.ts';
import { Styles } from './styles.ts';
import { evenTables } from './tables.ts';
import { refuseTracked } from './tracked.ts';
import { removeCovered, removeHidden } from './unseen.ts';
import { openWrappers } from './wrappers.ts';
import {
  attribute,
  BROKEN,
  childNamed,
  elementsNamed,
  removeNode,
  textIn,
  wordsElements,
  type Document,
  type Element,
} from './xml.ts';

/** A document as a tree of HTML, with what of it was left behind or changed in form, in sentences. */
interface WordRead {
  tree: Tree;
  notes: readonly string[];
  /** Why the file itself had better not be published. */
  notForReaders: readonly string[];
}

/**
 * Reads a Word document. mammoth makes the HTML: paragraphs, headings, links, tables with merged cells. What it drops
 * is written into the document as words before (numbers, boxes, signs, notes) or told.
 * @throws {Refusal} of what must not or cannot be taken
 */
export async function readDocx(bytes: Uint8Array): Promise<WordRead> {
  const parts = await readParts(bytes);
  const notes = new Notes();
  try {
    prepare(parts, notes);
    const { value } = await mammoth.convertToHtml(
      { buffer: pack(parts.document, parts.links) },
      {
        styleMap: [`p[style-name='${CENTRED}'] => p.centred:fresh`, 'strike => s'],
        externalFileAccess: false,
      },
    );
    // A line for each paragraph and row, so that evidence can name it.
    const tree = parseHtml(value.replaceAll(/<\/(?:p|h[1-6]|tr)>/gu, '$&\n'));
    return { tree, notes: notes.lines, notForReaders: notes.notForReaders };
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    // Elements within each other beyond any measure, or where none may stand.
    throw new Refusal(BROKEN, { cause });
  }
}

/** Makes of the document what mammoth reads whole. The order counts: what is not shown is no number and no word. */
function prepare(parts: Parts, notes: Notes): void {
  const body = childNamed(parts.document.documentElement ?? undefined, 'body');
  if (!body) throw new Refusal(BROKEN);
  const { footnotes, endnotes, comments } = parts;
  const stories = [parts.document, footnotes, endnotes].filter((story) => story !== undefined);
  refuseOutsideParts(parts.document);
  const styles = new Styles(parts.styles);
  for (const story of stories) openWrappers(story, notes);
  refuseTracked([...stories, ...parts.pageEdges.values()]);
  for (const story of stories) {
    writeFields(story, notes);
    removeHidden(story, styles, notes);
    removeCovered(story, notes);
    writeMarks(story);
    writeSigns(story, styles);
    writeFormulas(story, notes);
  }
  placeNotes(body, { footnotes, endnotes }, notes);
  writeNumbers(body, new Numbering(parts.numbering, styles), notes);
  plainLooks(body, styles);
  placeBoxes(body, notes);
  removePictures(body, notes);
  evenTables(body);
  for (const mark of wordsElements(body, 'bookmarkStart', 'bookmarkEnd')) removeNode(mark);
  if (comments) for (const _ of wordsElements(comments, 'comment')) notes.add('comments');
  if (parts.hasMacros) notes.add('macros');
  noteEdges(parts, notes);
}

/** @throws {Refusal} where a part of the words lies in a file of another kind within the package */
function refuseOutsideParts(document: Document): void {
  const count = wordsElements(document, 'altChunk', 'subDoc').length;
  if (count === 0) return;
  throw new Refusal(
    `文件里有 ${count} 处内容是整个嵌进来的别的文件，这里读不出来，所以没有采用。用 Word 打开，另存为 .docx（会并成一份），再试。`,
  );
}

/** The words at the head and the foot of the pages, without their page numbers. */
function noteEdges({ pageEdges, document }: Parts, notes: Notes): void {
  const named = new Map(
    wordsElements(document, 'headerReference', 'footerReference').map((one) => [
      attribute(one, 'id') ?? '',
      one,
    ]),
  );
  for (const [id, part] of pageEdges) {
    const reference = named.get(id);
    const words = reference ? wordsOfEdge(part) : '';
    if (words !== '') notes.add(reference!.localName === 'headerReference' ? 'headers' : 'footers', words);
  }
}

function wordsOfEdge(part: Document): string {
  openWrappers(part, new Notes());
  for (const instruction of wordsElements(part, 'instrText')) removeNode(instruction);
  const art = elementsNamed(part, 'textpath').map((path: Element) => attribute(path, 'string') ?? '');
  const words = [...art, textIn(part)].join(' ').trim();
  // 第 1 页 共 3 页, - 1 -
  return /[^\d\s\-—–/第页共,，.。]/u.test(words) ? words : '';
}
