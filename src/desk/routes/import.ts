import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Imported } from '../../core/desk/api.ts';
import { LARGEST } from '../../core/corpus/attachments.ts';
import { readForDraft } from '../documents/read.ts';
import type { Desk } from '../desk.ts';
import { onDisk } from '../disk-trouble.ts';
import { writeFrom } from '../drafts/attachments.ts';
import { Refused } from '../refused.ts';
import type { Call, Route } from '../router.ts';
import { removed, rename } from '../../patience.ts';
import { writable } from '../writable.ts';

/** What comes into a draft from elsewhere: an agency's document. */
export const importRoutes = (desk: Desk): readonly Route[] => [
  { method: 'POST', path: '/api/drafts/:key/import', takes: 'bytes', answer: (call) => bring(desk, call) },
];

/** The document is kept beside the draft; nothing of it is taken before the clerk has said so. */
async function bring(desk: Desk, call: Call): Promise<Imported> {
  const { request } = call;
  const { key, category, type } = writable(desk, call, '导入');
  const name = nameIn(request.headers['x-file-name']);
  const folder = desk.shelf.folderOf(key);
  const beside = join(folder, `incoming-${randomBytes(6).toString('hex')}`);
  try {
    await writeFrom(request, beside, LARGEST);
    const imported = await readForDraft({ path: beside, name, category, type, programs: desk.programs });
    const file = `original${/\.[a-z0-9]{1,5}$/iu.exec(name)?.[0].toLowerCase() ?? ''}`;
    onDisk(() => rename(beside, join(folder, file)));
    const { proposals, doubtful } = imported;
    const sources = Object.entries(proposals).map(([label, { words }]) => [label, words] as const);
    desk.shelf.amend(key, {
      original: { name, file },
      found: proposals,
      doubtful: [...doubtful],
      sources: Object.fromEntries(sources),
    });
    return imported;
  } finally {
    removed(beside);
  }
}

/** A name to read the ending of and to tell the clerk; no file is called so. */
function nameIn(header: string | readonly string[] | undefined): string {
  try {
    const name = decodeURIComponent(String(header ?? '')).trim();
    if (name !== '' && name.length < 256) return name;
  } catch (cause) {
    throw new Refused(422, { message: '没有看懂文件名。', help: '改个名字再拖进来。' }, cause);
  }
  throw new Refused(422, { message: '没有看懂文件名。', help: '改个名字再拖进来。' });
}
