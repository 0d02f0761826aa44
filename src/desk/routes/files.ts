import { join } from 'node:path';
import type { DraftFile } from '../../core/desk/api.ts';
import type { Desk } from '../desk.ts';
import { filesOf, nameOfFile, removeFile, takeFile } from '../drafts/attachments.ts';
import { Refused } from '../refused.ts';
import type { Call, Route } from '../router.ts';
import { writable } from '../writable.ts';

/** Attachments of a draft. To bring or take away one raises no rev: what is being typed meanwhile stays the newest. */
export const fileRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'PUT',
    path: '/api/drafts/:key/files/:name',
    takes: 'bytes',
    answer: (call) => bring(desk, call),
  },
  {
    method: 'DELETE',
    path: '/api/drafts/:key/files/:name',
    takes: 'nothing',
    answer: (call) => takeAway(desk, call),
  },
];

async function bring(desk: Desk, call: Call): Promise<DraftFile> {
  const record = writable(desk, call, '改附件');
  const name = nameOfFile(
    call.params['name']!,
    record.files.map((file) => file.name),
  );
  const folder = desk.shelf.folderOf(record.key);
  const taken = await takeFile(folder, name, call.request);
  const findings = await desk.archive.ask('lookInto', join(filesOf(folder), name), name);
  const file = { name, label: name.replace(/\.[^.]*$/u, ''), ...taken, findings: [...findings] };
  desk.shelf.arrange(record.key, (files) => {
    const label = files.find((one) => one.name === name)?.label ?? file.label;
    return [...files.filter((one) => one.name !== name), { ...file, label }];
  });
  return file;
}

function takeAway(desk: Desk, call: Call): void {
  const record = writable(desk, call, '改附件');
  const name = call.params['name']!.normalize('NFC');
  // Only what the draft names is ever removed.
  if (!record.files.some((one) => one.name === name))
    throw new Refused(404, { message: '没有这个附件。', help: '刷新网页看看。' });
  desk.shelf.arrange(record.key, (files) => files.filter((one) => one.name !== name));
  removeFile(desk.shelf.folderOf(record.key), name);
}
