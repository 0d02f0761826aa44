import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ATTACHMENTS_LABEL } from '../../core/drafting/draft.ts';
import { writtenFile } from '../../core/rewrite/written-file.ts';
import { remove, removed, removeEmpty } from '../../patience.ts';
import type { Desk } from '../desk.ts';
import { onDisk } from '../disk-trouble.ts';
import type { DraftRecord } from '../drafts/record.ts';
import { Refused } from '../refused.ts';
import { attachedIn } from './attached.ts';

/** @throws {Refused} 409 where the file that a draft was opened from is another now */
export function refuseChanged(
  contentDir: string,
  { file, text }: NonNullable<DraftRecord['existing']>,
): void {
  const path = join(contentDir, file);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text)
    throw new Refused(409, { message: '这个文件在别处改过了。', help: '回到工作台，重新打开它再改。' });
}

/** Attachments that a file names and that lie beside it. */
export const namedBeside = (text: string): readonly string[] =>
  attachedIn(writtenFile(text)?.answers[ATTACHMENTS_LABEL]).flatMap(({ name }) =>
    name === '' || /[/\\]/u.test(name) ? [] : name,
  );

/**
 * Takes the file that a draft was opened from out of the folder before the draft is sent where all desks meet: from there
 * it comes back as it was published, and would find the old one in its place. The draft holds all of it.
 * @throws {Refused} 409 where it was changed meanwhile
 */
export function setAside(desk: Desk, { key, existing }: DraftRecord): void {
  if (!existing || existing.isAside) return;
  refuseChanged(desk.contentDir, existing);
  desk.shelf.amend(key, { existing: { ...existing, isAside: true } });
  const path = join(desk.contentDir, existing.file);
  onDisk(() => {
    remove(path);
    if (!path.endsWith('index.md')) return;
    for (const name of namedBeside(existing.text)) removed(join(dirname(path), name));
    // What else lies there is the clerk's.
    if (readdirSync(dirname(path)).length === 0) removeEmpty(dirname(path));
  });
}
