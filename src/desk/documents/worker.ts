import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { typeNamed } from '../../core/announcement/schema.ts';
import type { Category } from '../../core/announcement/category.ts';
import { findOffice } from '../../importer/documents/convert.ts';
import { noticeOf } from '../../importer/documents/notice.ts';
import { readDocument, type DocumentRead } from '../../importer/documents/read.ts';
import { Refusal } from '../../importer/documents/refusal.ts';
import { plainHtml } from './plain-html.ts';
import { importedOf } from './said.ts';

/* Reads one document in a thread that can be ended: nothing in it is trusted to come to an end. */

const { path, name, category, type, programs } = workerData as {
  path: string;
  name: string;
  /** With the type absent where the document is to be shown as it is. */
  category?: string;
  type?: string;
  programs: string;
};

function imported(read: DocumentRead, of: Category, term: string) {
  const notice = noticeOf(read, { category: of, type: term });
  return importedOf(notice, typeNamed(of, term));
}

try {
  const read = await readDocument(readFileSync(path), name, findOffice(programs));
  parentPort!.postMessage(
    category === undefined || type === undefined
      ? { html: plainHtml(read.tree) }
      : { imported: imported(read, category as Category, type) },
  );
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  parentPort!.postMessage({ refused: error.message });
}
