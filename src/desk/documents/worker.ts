import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { typeNamed } from '../../core/announcement/schema.ts';
import type { Category } from '../../core/announcement/category.ts';
import { findOffice } from '../../importer/documents/convert.ts';
import { noticeOf } from '../../importer/documents/notice.ts';
import { readDocument } from '../../importer/documents/read.ts';
import { Refusal } from '../../importer/documents/refusal.ts';
import { importedOf } from './said.ts';

/* Reads one document in a thread that can be ended: nothing in it is trusted to come to an end. */

const { path, name, category, type, programs } = workerData as {
  path: string;
  name: string;
  category: string;
  type: string;
  programs: string;
};

try {
  const read = await readDocument(readFileSync(path), name, findOffice(programs));
  const notice = noticeOf(read, { category: category as Category, type });
  parentPort!.postMessage({ imported: importedOf(notice, typeNamed(category as Category, type)) });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  parentPort!.postMessage({ refused: error.message });
}
