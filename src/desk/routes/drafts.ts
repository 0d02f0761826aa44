import { z } from 'zod';
import { categoryNamed, CATEGORIES } from '../../core/announcement/category.ts';
import { typeNamed } from '../../core/announcement/schema.ts';
import type { Conflict, Draft, Saved } from '../../core/desk/api.ts';
import type { Desk } from '../desk.ts';
import { draftOf } from '../draft-view.ts';
import { answersSchema, type DraftRecord, type FileRecord } from '../drafts/record.ts';
import { openExisting } from '../existing/open-existing.ts';
import { parsed } from '../parsed.ts';
import { Refused } from '../refused.ts';
import type { Call, Route } from '../router.ts';

const newSchema = z.object({
  category: z.string(),
  type: z.string(),
  related: z.string().optional(),
  existing: z.string().optional(),
});

const editSchema = z.object({
  rev: z.int(),
  answers: answersSchema,
  body: z.string(),
  files: z.array(z.object({ name: z.string(), label: z.string() })),
});

type Edit = z.output<typeof editSchema>;

/** Drafts: begun, opened, saved, thrown away. */
export const draftRoutes = (desk: Desk): readonly Route[] => [
  { method: 'POST', path: '/api/drafts', takes: 'json', answer: (call) => begin(desk, call) },
  { method: 'GET', path: '/api/drafts/:key', takes: 'nothing', answer: (call) => open(desk, call) },
  { method: 'PUT', path: '/api/drafts/:key', takes: 'json', answer: (call) => save(desk, call) },
  { method: 'DELETE', path: '/api/drafts/:key', takes: 'nothing', answer: (call) => discard(desk, call) },
];

async function begin(desk: Desk, { json, actor, window }: Call): Promise<Draft> {
  const { category: named, type, related, existing } = parsed(newSchema, json);
  if (existing !== undefined) return viewOf(desk, await openExisting(desk, existing, actor), window);
  const category = Object.hasOwn(CATEGORIES, named)
    ? (named as keyof typeof CATEGORIES)
    : categoryNamed(named);
  const spec = category && typeNamed(category, type);
  if (!category || !spec)
    throw new Refused(422, { message: '没有这种公告。', help: '回到“写哪一种”重新选。' });
  const record = desk.shelf.create({
    category,
    type: spec.term,
    ...(related !== undefined && { related }),
    author: actor,
    answers: {
      类别: CATEGORIES[category],
      类型: spec.term,
      ...(related !== undefined && { 关联公告: related }),
    },
    body: '',
  });
  return viewOf(desk, record, window);
}

async function open(desk: Desk, { params, window }: Call): Promise<Draft> {
  const key = params['key']!;
  const { phase } = desk.shelf.read(key);
  // What becomes of it is done at other desks.
  if (phase === 'submitted' || phase === 'approved') await desk.submissions.lookSoon();
  const draft = await viewOf(desk, desk.shelf.read(key), window);
  return { ...draft, unsent: desk.submissions.whyUnsent(key) };
}

async function viewOf(desk: Desk, record: DraftRecord, window: string | undefined): Promise<Draft> {
  const isReadOnly = !desk.leases.take(record.key, window);
  return draftOf(record, { proposals: await proposalsFor(desk, record), isReadOnly });
}

async function save(desk: Desk, { params, json, window }: Call): Promise<Saved> {
  const edit = parsed(editSchema, json);
  const before = desk.shelf.read(params['key']!);
  // Its answer was lost on the way: what was sent again is there already.
  if (before.rev === edit.rev + 1 && isSame(before, edit)) return savedOf(desk, before);
  if (!desk.leases.take(before.key, window)) throw await conflict(desk, before, '另一个窗口正在写这份草稿。');
  if (before.rev !== edit.rev) throw await conflict(desk, before, '这份草稿在别处改过了。');
  refuseFixed(before);
  const { answers, body } = edit;
  const record = desk.shelf.save(before.key, edit.rev, {
    answers,
    body,
    files: arranged(before.files, edit.files),
  });
  return savedOf(desk, record);
}

function discard(desk: Desk, { params, window }: Call): void {
  const record = desk.shelf.read(params['key']!);
  if (!desk.leases.take(record.key, window))
    throw new Refused(409, { message: '另一个窗口正在写这份草稿。', help: '先关掉那个窗口。' });
  if (record.phase !== 'draft')
    throw new Refused(409, { message: '送审过的不能删除。', help: '要改的先撤回，再接着写。' });
  desk.shelf.discard(record.key);
}

/** A draft opens and is saved at once; what is proposed comes with a later save, where not all has been read yet. */
async function proposalsFor(
  desk: Desk,
  { answers, found, doubtful }: DraftRecord,
): Promise<Draft['proposals']> {
  const usual = desk.archive.isLoaded ? await desk.archive.ask('proposals', answers, desk.now()) : {};
  // What the document says and nobody could read is no usual value.
  const ofArchive = Object.fromEntries(Object.entries(usual).filter(([label]) => !doubtful.includes(label)));
  const ofDocument = Object.entries(found)
    .filter(([label]) => answers[label] === undefined || answers[label] === '')
    .map(([label, { answer, words }]) => [label, { answer, reason: `来文：${words}` }] as const);
  return { ...ofArchive, ...Object.fromEntries(ofDocument) };
}

/** What was submitted stands as it is until it comes back. */
function refuseFixed({ phase }: DraftRecord): void {
  if (phase !== 'draft' && phase !== 'returned')
    throw new Refused(409, { message: '已经送审，现在不能改。', help: '要改的先撤回。' });
}

const savedOf = async (desk: Desk, record: DraftRecord): Promise<Saved> => ({
  rev: record.rev,
  savedAt: record.changedAt,
  proposals: await proposalsFor(desk, record),
});

async function conflict(desk: Desk, record: DraftRecord, message: string): Promise<Refused> {
  const theirs = draftOf(record, { proposals: await proposalsFor(desk, record), isReadOnly: true });
  const body: Conflict = { message, help: '对照两份，选一份留下。', theirs };
  return new Refused(409, body);
}

const isSame = (record: DraftRecord, { answers, body, files }: Edit): boolean =>
  record.body === body &&
  JSON.stringify(record.answers) === JSON.stringify(answers) &&
  JSON.stringify(record.files.map(({ name, label }) => ({ name, label }))) ===
    JSON.stringify(files.map(({ name, label }) => ({ name, label })));

/** Files in a new order, under new labels; one that the page does not know of yet stays, at the end. */
function arranged(files: readonly FileRecord[], wanted: Edit['files']): FileRecord[] {
  const known = wanted.flatMap(({ name, label }) => {
    const file = files.find((one) => one.name === name);
    return file ? [{ ...file, label }] : [];
  });
  return [...known, ...files.filter(({ name }) => !known.some((one) => one.name === name))];
}
