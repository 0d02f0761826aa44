import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { workerData, type MessagePort } from 'node:worker_threads';
import { strFromU8, unzipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import { getDocumentProxy } from 'unpdf';
import type { Seen } from './attachment-content.ts';

/**
 * Largest file whose words are read, in bytes; of a larger one only the beginning is looked at. Tender documents are
 * a few megabytes; what is larger is drawings and scans, which have no words.
 */
const LARGEST = 20 * 1024 * 1024;
const HEAD = 256 * 1024;

/** Most pages and characters read of one file. */
const MOST_PAGES = 50;
const MOST_CHARACTERS = 1_000_000;

/** Largest part of an office file, in bytes, unpacked. */
const LARGEST_PART = 10 * 1024 * 1024;

const { signal, port } = workerData as { signal: Int32Array; port: MessagePort };

port.on('message', (path: string) => {
  void look(path)
    .catch(() => undefined)
    .then(() => {
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    });
});

/** Tells the kind before it tries the words, so that it is known even when the words are the file's trap. */
async function look(path: string): Promise<void> {
  const { bytes, whole } = read(path);
  const kind = (await fileTypeFromBuffer(bytes))?.ext;
  const text = kind === undefined ? textOf(bytes) : undefined;
  const isText = text !== undefined && !MARKUP.test(text);
  const isPointer = text?.startsWith('version https://git-lfs.github.com/spec/') ?? false;
  port.postMessage({ ...(kind !== undefined && { kind }), isText, isPointer } satisfies Seen);
  const words = text !== undefined ? { texts: [text] } : whole ? await wordsOf(kind!, bytes) : { texts: [] };
  port.postMessage(words satisfies Seen);
}

/** What a browser that guesses would take for a page. */
const MARKUP = /^\s*<(?:!doctype|!--|html|head|body|script|svg|iframe|\?xml)/iu;

function read(path: string): { bytes: Uint8Array; whole: boolean } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const whole = size <= LARGEST;
    const bytes = new Uint8Array(whole ? size : HEAD);
    readSync(file, bytes, 0, bytes.length, 0);
    return { bytes, whole };
  } finally {
    closeSync(file);
  }
}

/** The text of a file in one of the encodings in use; nothing when it is not text. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.subarray(0, HEAD).includes(0)) return undefined;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      // A cut may have gone through a character.
      return new TextDecoder(encoding, { fatal: true })
        .decode(bytes, { stream: true })
        .slice(0, MOST_CHARACTERS);
    } catch {
      continue;
    }
  }
  return undefined;
}

async function wordsOf(kind: string, bytes: Uint8Array): Promise<Pick<Seen, 'texts' | 'pages'>> {
  if (kind === 'pdf') return pagesOf(bytes);
  return { texts: ['docx', 'xlsx', 'pptx'].includes(kind) ? partsOf(bytes) : [] };
}

async function pagesOf(bytes: Uint8Array): Promise<Pick<Seen, 'texts' | 'pages'>> {
  const document = await getDocumentProxy(bytes, { verbosity: 0 });
  const pages: string[] = [];
  let characters = 0;
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    pages.push(text);
    characters += text.length;
    if (characters > MOST_CHARACTERS) break;
  }
  return { texts: pages, pages: document.numPages };
}

const PART =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes)|xl\/(?:sharedStrings|worksheets\/sheet\d+)|ppt\/slides\/slide\d+)\.xml$/u;

/** The words of an office file: each paragraph, cell or text on a line of its own. */
function partsOf(bytes: Uint8Array): readonly string[] {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => PART.test(name) && originalSize <= LARGEST_PART,
  });
  return Object.values(parts).map((part) =>
    strFromU8(part)
      .replace(/<\/(?:w:p|w:tc|si|c|a:p)>/gu, '\n')
      .replace(/<[^>]*>/gu, '')
      .slice(0, MOST_CHARACTERS),
  );
}
