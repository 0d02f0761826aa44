import { canFollow } from '../core/announcement/former-type.ts';
import { formOf, writtenTypesIn } from '../core/announcement/schema.ts';
import type { TypeSpec } from '../core/announcement/type.ts';
import { isCurrent } from '../core/announcement/withdrawal.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import {
  answerOf,
  questionsOf,
  recordsOf,
  termsOf,
  type Answers,
  type RecordAnswer,
} from '../core/drafting/draft.ts';
import { SettingsError } from '../settings.ts';
import { flagsHelp, readGiven, type Given } from './drafting/answers.ts';
import type { ExistingAnnouncements } from '../core/proposals/existing.ts';
import { ChangeForm } from './drafting/changes.ts';
import { compose, keptIn } from './drafting/compose.ts';
import { Draft } from './drafting/keep.ts';
import type { Room } from './drafting/make.ts';
import { Proposals } from '../core/proposals/proposals.ts';
import { isAtTerminal, Stopped, terminal } from './drafting/terminal.ts';
import { fromTheFirst, Trail } from './drafting/trail.ts';
import { openRoom } from './new.ts';

const usage = `用法：npm run correct -- 标识 [--change 栏目=新内容 …] [选项]

  给已经发布的公告写一份更正（或者能改它的澄清、延期公告）：选要改的栏，写新的内容；
  “原”按当时有效的内容自动填好，前面的更正也算在内。
  --change 栏目=新内容  要改的栏，写多次；例如 --change "投标截止=2026-04-10 09:30"

${flagsHelp}

  由别的程序运行时不提问：缺什么就列出来。`;

const CHANGES_LABEL = '更正内容';

/** `npm run correct`: writes a correction whose old values are those in force. */
export async function run(args: readonly string[]): Promise<number> {
  const given = readGiven(args, usage);
  const [id] = given.positionals;
  if (given.help || id === undefined || given.positionals.length > 1) {
    console.log(usage);
    return given.help ? 0 : 2;
  }
  if (given.document !== undefined)
    throw new SettingsError('更正不从文件写：改了哪些栏，用 --change 写，或者一问一答地选。');
  const room = openRoom();
  const target = targetOf(id, room.archive);
  const atTerminal = isAtTerminal();
  if (atTerminal) terminal.open(`更正：${target.announcement.title}`);
  const form = new ChangeForm(room.archive.inForce(target.id)!);
  const draft = new Draft(given.from);
  let answers: Answers = { ...given.answers, 关联公告: target.id };
  const keep = (changes: readonly RecordAnswer[]): void => {
    answers = { ...answers, [CHANGES_LABEL]: changes };
    draft.save(answers, given.attachments);
  };
  try {
    const trail = new Trail();
    const said = answers;
    let spec: TypeSpec | undefined;
    await fromTheFirst(() =>
      trail.follow(async () => {
        await trail.ask('类型', true, async () => {
          spec = await chooseType(target, said);
          answers = { ...answers, ...termsOf(spec.category, spec.id) };
        });
        await trail.ask(CHANGES_LABEL, true, async () => {
          const changes = await gatherChanges(form, given, keep);
          if (changes.length > 0) answers = { ...answers, [CHANGES_LABEL]: changes };
        });
      }),
    );
    if (!atTerminal) answers = withKnown(answers, spec!, room);
  } catch (reason) {
    if (!(reason instanceof Stopped)) throw reason;
    terminal.close(`没有写入。${keptIn(draft.save(answers, given.attachments))}`);
    return 2;
  }
  return compose({ ...given, answers }, room, draft, {
    [CHANGES_LABEL]: async (now) => {
      const changes = await form.ask();
      return changes.length > 0 ? changes : now[CHANGES_LABEL]!;
    },
  });
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
function targetOf(id: string, archive: ExistingAnnouncements): Entry {
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
  const able = writtenTypesIn(announcement.category).filter(
    (spec) => canFollow(spec, announcement) && formOf(spec).some(({ key }) => key === 'corrections'),
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

async function gatherChanges(
  form: ChangeForm,
  given: Given,
  keep: (changes: readonly RecordAnswer[]) => void,
): Promise<readonly RecordAnswer[]> {
  const fromFile = recordsOf(given.answers[CHANGES_LABEL]);
  const flagged = [...fromFile, ...form.read(given.changes)];
  if (!isAtTerminal()) {
    form.refuseBrokenOrder(flagged);
    return flagged;
  }
  return flagged.length > 0 ? [...flagged, ...(await form.askForCompanions(flagged))] : form.ask(keep);
}
