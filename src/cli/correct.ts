import { formOf, typesIn, type Announcement } from '../core/announcement/schema.ts';
import type { Field } from '../core/announcement/field.ts';
import type { TypeSpec } from '../core/announcement/type.ts';
import { isCurrent } from '../core/announcement/withdrawal.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import {
  answerOf,
  questionsOf,
  termsOf,
  understand,
  type Answers,
  type RecordAnswer,
} from '../core/drafting/draft.ts';
import { canCorrect, writable } from '../core/project/corrections.ts';
import { SettingsError } from '../settings.ts';
import { flagsHelp, readGiven, type Given } from './drafting/answers.ts';
import type { Archive } from './drafting/archive.ts';
import { compose, type Room } from './drafting/compose.ts';
import { keepDraft } from './drafting/keep.ts';
import { Proposals } from './drafting/proposals.ts';
import { dim, isAtTerminal, Stopped, terminal } from './drafting/terminal.ts';
import { openRoom } from './new.ts';

const usage = `用法：npm run correct -- 标识 [--change 栏目=新内容 …] [选项]

  给已经发布的公告写一份更正（或者能改它的澄清、延期公告）：选要改的栏，写新的内容；
  “原”按当时有效的内容自动填好，前面的更正也算在内。
  --change 栏目=新内容  要改的栏，写多次；例如 --change '投标截止=2026-04-10 09:30'

${flagsHelp}

  没有终端时不提问：缺什么就列出来，退出码 2。`;

const CHANGES_LABEL = '更正内容';

/** `npm run correct`: writes a correction whose old values are those in force. */
export async function run(args: readonly string[]): Promise<number> {
  const given = readGiven(args, usage);
  const [id] = given.positionals;
  if (given.help || id === undefined || given.positionals.length > 1) {
    console.log(usage);
    return given.help ? 0 : 2;
  }
  const room = openRoom();
  const target = targetOf(id, room.archive);
  const atTerminal = isAtTerminal();
  if (atTerminal) terminal.open(`更正：${target.announcement.title}`);
  let answers: Answers = { ...given.answers, 关联公告: target.id };
  try {
    const spec = await chooseType(target, answers);
    answers = { ...answers, ...termsOf(spec.category, spec.id) };
    const changes = await gatherChanges(target, given, room);
    if (changes.length > 0) answers = { ...answers, [CHANGES_LABEL]: changes };
    if (!atTerminal) answers = withKnown(answers, spec, room);
  } catch (reason) {
    if (!(reason instanceof Stopped)) throw reason;
    const draft = keepDraft(answers, given.attachments);
    terminal.close(`没有写入。草稿存在 ${draft}，接着写：npm run new -- --from ${draft}`);
    return 2;
  }
  return compose({ ...given, answers }, room);
}

/** What the corrected announcement says of its matter goes without saying; when to publish does not. */
function withKnown(answers: Answers, spec: TypeSpec, { archive, now }: Room): Answers {
  const proposals = new Proposals(archive, spec, now);
  const known = questionsOf(spec).flatMap((field) => {
    if (!field.required || answers[field.label] !== undefined || field.key === 'publishedAt') return [];
    const proposal = proposals.forField(field, answers);
    return proposal === undefined ? [] : [[field.label, proposal] as const];
  });
  return { ...Object.fromEntries(known), ...answers };
}

/** The announcement to correct; of a correction, the one that it corrects. */
function targetOf(id: string, archive: Archive): Entry {
  const entry = archive.entry(id);
  if (!entry) {
    const hint = archive.content.corpus.ids.has(id)
      ? `它还有错误，先运行 npm run check -- ${id}`
      : '核对文件名';
    throw new SettingsError(`没有可以更正的公告“${id}”：${hint}。`);
  }
  const { announcement } = entry;
  const related =
    'corrections' in announcement && 'related' in announcement ? announcement.related : undefined;
  if (related !== undefined) return targetOf(related, archive);
  if (!isCurrent(entry)) throw new SettingsError(`“${id}”已经撤下，不能再更正；要改内容请重新发布一份。`);
  return entry;
}

/** A type that can carry corrections and follow the announcement: the plain correction, unless another is asked for. */
async function chooseType({ announcement }: Entry, answers: Answers): Promise<TypeSpec> {
  const able = typesIn(announcement.category).filter(
    (spec) =>
      spec.follows.includes(announcement.type) && formOf(spec).some(({ key }) => key === 'corrections'),
  );
  const plain = able.find(({ stage }) => stage === 'correction') ?? able[0];
  if (!plain) throw new SettingsError(`“${announcement.title}”这种公告不能更正；请另发一份公告说明。`);
  const wanted = answerOf(answers, '类型');
  if (wanted !== undefined) {
    const found = able.find(({ term, also }) => term === wanted || also.includes(wanted));
    if (found) return found;
    throw new SettingsError(`不能用“${wanted}”更正它。可用：${able.map(({ term }) => term).join('、')}`);
  }
  if (!isAtTerminal() || able.length === 1) return plain;
  const term = await terminal.choose(
    '用哪一种公告来改？',
    able.map((spec) => ({ value: spec.term, label: spec.term })),
    plain.term,
  );
  return able.find((spec) => spec.term === term)!;
}

async function gatherChanges(target: Entry, given: Given, room: Room): Promise<readonly RecordAnswer[]> {
  const inForce = room.archive.inForce(target.id)!;
  const fields = formOf(room.archive.specOf(inForce)).filter(
    (field) => canCorrect(field) && valueOf(inForce, field) !== undefined,
  );
  const flagged = Object.entries(given.changes).map(([label, to]) =>
    changeByFlag(label, to, fields, inForce),
  );
  if (flagged.length > 0 || given.answers[CHANGES_LABEL] !== undefined || !isAtTerminal()) return flagged;
  return [...(await askForFields(fields, inForce)), ...(await askForMatters())];
}

function changeByFlag(
  label: string,
  to: string,
  fields: readonly Field[],
  inForce: Announcement,
): RecordAnswer {
  const field = fields.find((one) => one.label === label);
  if (!field) {
    const able = fields.map((one) => one.label).join('、');
    throw new SettingsError(
      `原公告没有可以更正的“${label}”。能改的有：${able}；其他内容写进 --from 的“更正内容”。`,
    );
  }
  const understood = understand(field, to);
  if ('fault' in understood) {
    const { message, help } = understood.fault;
    throw new SettingsError(`--change ${label}：${message}\n改成  ${help}`);
  }
  return { 字段: label, 原: oldValue(inForce, field), 新: understood.answer as string };
}

async function askForFields(
  fields: readonly Field[],
  inForce: Announcement,
): Promise<readonly RecordAnswer[]> {
  const chosen = await terminal.chooseSome(
    '改哪几栏？',
    fields.map((field) => ({ value: field.label, label: field.label, hint: oldValue(inForce, field) })),
  );
  const changes: RecordAnswer[] = [];
  for (const field of fields.filter(({ label }) => chosen.includes(label))) {
    const old = oldValue(inForce, field);
    const answer = await terminal.text(`${field.label}${dim(`（现在是 ${old}）`)} 改成`, {
      proposal: old,
      check: (text) => faultOf(field, text, old),
    });
    const understood = understand(field, answer);
    changes.push({
      字段: field.label,
      原: old,
      新: 'answer' in understood ? (understood.answer as string) : answer,
    });
  }
  return changes;
}

function faultOf(field: Field, text: string, old: string): string | undefined {
  const understood = understand(field, text);
  if ('fault' in understood) return `${understood.fault.message}\n改成  ${understood.fault.help}`;
  return text === old ? '和现在的一样，没有改' : undefined;
}

/** Changes of the documents that no field holds. */
async function askForMatters(): Promise<readonly RecordAnswer[]> {
  const changes: RecordAnswer[] = [];
  while (await terminal.confirm('还改了招标（采购）文件里的其他内容吗？', '还有', '没有了')) {
    const required = (text: string): string | undefined => (text === '' ? '要填写' : undefined);
    const 事项 = await terminal.text('改的是哪一处？', {
      example: '招标文件第三章第 2.1 条',
      check: required,
    });
    const 原 = await terminal.text('原来的内容', { check: required });
    const 新 = await terminal.text('现在的内容', { check: required });
    changes.push({ 事项, 原, 新 });
  }
  return changes;
}

const valueOf = (announcement: Announcement, { key }: Field): unknown =>
  (announcement as unknown as Readonly<Record<string, unknown>>)[key];

function oldValue(inForce: Announcement, field: Field): string {
  const value = valueOf(inForce, field);
  return writable(field.kind!.name, value, field.kind!.print(value));
}
