import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decode, LARGEST_FILE } from '../../core/corpus/front-matter.ts';
import { mayBeRead, readRegular } from '../../core/corpus/regular-file.ts';
import { ATTACHMENTS_LABEL, ID_LABEL } from '../../core/drafting/draft.ts';
import { recordsOf } from '../../core/drafting/draft.ts';
import { writtenFile, type WrittenFile } from '../../core/rewrite/written-file.ts';
import type { Actor } from '../../core/desk/api.ts';
import type { Desk } from '../desk.ts';
import { onDisk } from '../disk-trouble.ts';
import { filesOf } from '../drafts/attachments.ts';
import type { DraftRecord, FileRecord } from '../drafts/record.ts';
import { Refused } from '../refused.ts';
import { attachedIn } from './attached.ts';

/** A file of the content folder that a form can hold; why not, else. */
export function readExisting(
  contentDir: string,
  file: string,
): { opened: WrittenFile; text: string } | string {
  const read = readRegular(join(contentDir, file), LARGEST_FILE);
  const bytes = 'bytes' in read ? read.bytes : undefined;
  const text = bytes && decode(file, bytes).text !== undefined ? exactText(bytes) : undefined;
  if (text === undefined) return '这个文件读不了';
  const opened = writtenFile(text);
  if (!opened) return '栏目的写法有错，分不清意思';
  const attached = opened.fields.find(({ label }) => label === ATTACHMENTS_LABEL);
  const isPlain = !attached || recordsOf(attached.answer).every((one) => one['文件'] !== undefined);
  return (attached && !attached.answer) || !isPlain ? '附件的写法这里改不了' : { opened, text };
}

/** With the mark that some editors put at the beginning. */
const exactText = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/**
 * Opens a file that is not published as a draft; the one that was opened from it before, where there is one.
 * @throws {Refused} 409 where it is published, 422 where a form cannot hold it
 */
export async function openExisting(desk: Desk, id: string, author: Actor): Promise<DraftRecord> {
  const file = (await desk.unpublished()).get(id);
  if (file === undefined)
    throw new Refused(409, {
      message: '这份公告已经发布，或者不在文件夹里了。',
      help: '发布了的，请写更正。',
    });
  const before = desk.shelf
    .list()
    .drafts.find(
      ({ existing, phase }) => existing?.file === file && !existing.isAside && phase !== 'published',
    );
  if (before) return before;
  const read = readExisting(desk.contentDir, file);
  if (typeof read === 'string')
    throw new Refused(422, { message: `${read}。`, help: '请技术人员按检查的结果改好，再打开。' });
  const { opened, text } = read;
  const { [ATTACHMENTS_LABEL]: attached, ...answers } = opened.answers;
  const { key } = desk.shelf.create({
    ...{ category: opened.spec.category, type: opened.spec.term, author },
    ...{
      existing: { file, text, isAside: false },
      answers: { ...answers, [ID_LABEL]: id },
      body: opened.body,
    },
  });
  const files = await bring(desk, key, dirname(join(desk.contentDir, file)), attachedIn(attached));
  if (files.length > 0) desk.shelf.amend(key, { files: [...files] });
  return desk.shelf.read(key);
}

/** Attachments as the draft's own; what is missing stays named, and the check tells it. */
async function bring(
  desk: Desk,
  key: string,
  folder: string,
  attached: ReturnType<typeof attachedIn>,
): Promise<readonly FileRecord[]> {
  const own = filesOf(desk.shelf.folderOf(key));
  const files: FileRecord[] = [];
  for (const { name, label } of attached) {
    const [from, to] = [join(folder, name), join(own, name)];
    if (/[/\\]/u.test(name) || !existsSync(from) || !mayBeRead(from)) {
      files.push({ name, label, bytes: 0, sha256: '', findings: [] });
      continue;
    }
    onDisk(() => {
      mkdirSync(own, { recursive: true });
      copyFileSync(from, to);
    });
    const bytes = readFileSync(to);
    const findings = await desk.archive.ask('lookInto', to, name);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files.push({ name, label, bytes: bytes.length, sha256, findings: [...findings] });
  }
  return files;
}
