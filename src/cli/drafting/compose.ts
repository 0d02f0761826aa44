import { constants, copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Field } from '../../core/announcement/field.ts';
import { formOf } from '../../core/announcement/schema.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import { check, isPublishable } from '../../core/check.ts';
import { inspectAttachments } from '../../core/corpus/inspect.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import {
  answerOf,
  ATTACHMENTS_LABEL,
  ID_LABEL,
  partOf,
  specOf,
  understand,
  type Answers,
} from '../../core/drafting/draft.ts';
import { toMarkdown } from '../../core/drafting/write.ts';
import { idOf, toText } from '../../core/report.ts';
import { SettingsError } from '../../settings.ts';
import { lineReader } from '../lines.ts';
import { Trial } from '../trial.ts';
import type { Given } from './answers.ts';
import type { ExistingAnnouncements } from './existing.ts';
import { Interview } from './interview.ts';
import { keepDraft } from './keep.ts';
import { missingAnswers } from './missing.ts';
import { Proposals } from './proposals.ts';
import { isAtTerminal, Stopped, terminal } from './terminal.ts';

export interface Room {
  contentDir: string;
  now: string;
  archive: ExistingAnnouncements;
}

/**
 * From answers to a file that passes the check: asks for what is missing, tries the announcement in a trial folder,
 * shows it and writes it. Without a terminal it says what is missing. Returns 0 when it is written, 1 when the check
 * stands against it, 2 when something is missing or the clerk stopped.
 */
export async function compose(given: Given, room: Room): Promise<number> {
  return isAtTerminal() ? composeWithClerk(given, room) : composeAlone(given, room);
}

async function composeWithClerk(given: Given, room: Room): Promise<number> {
  const interview = new Interview(given.answers, room.archive, room.now);
  let attachments = given.attachments;
  try {
    const spec = await interview.fill();
    attachments = await askForAttachments(attachments);
    for (;;) {
      const made = make(interview.answers, attachments, spec, room);
      if (made.findings.length > 0) terminal.show(made.text, '检查结果');
      if (isPublishable(made.findings)) {
        terminal.show(summary(interview.answers, spec), '将要发布');
        if (!given.yes && !(await terminal.confirm(`写入 content/${made.file}？`, '写入', '先不写')))
          throw new Stopped();
        write(made, room.contentDir);
        terminal.close(written(made));
        return 0;
      }
      await mendAnswers(interview, made.findings, spec);
    }
  } catch (reason) {
    if (!(reason instanceof Stopped)) throw reason;
    const draft = keepDraft(interview.answers, attachments);
    terminal.close(`没有写入。草稿存在 ${draft}，接着写：npm run new -- --from ${draft}`);
    return 2;
  }
}

function composeAlone(given: Given, room: Room): number {
  const missing = missingAnswers(given.answers, room);
  if (missing !== undefined) {
    console.error(missing);
    return 2;
  }
  const spec = specOf(given.answers)!;
  const understood = Object.fromEntries(
    Object.entries(given.answers).map(([label, answer]) => {
      const field = formOf(spec).find((one) => one.label === label);
      const read = field && understand(field, answer);
      return [label, read && 'answer' in read ? read.answer : answer];
    }),
  );
  const id = answerOf(understood, ID_LABEL) ?? new Proposals(room.archive, spec, room.now).id(understood);
  if (id === undefined) throw new SettingsError('没有可以参照的标识，请写 --id，例如 --id gm-tz-2026-001');
  const made = make({ ...understood, [ID_LABEL]: id }, given.attachments, spec, room);
  process.stdout.write(made.text);
  if (!isPublishable(made.findings)) {
    const draft = keepDraft(given.answers, given.attachments);
    console.error(`没有写入。答案存在 ${draft}，改好后：npm run new -- --from ${draft}`);
    return 1;
  }
  write(made, room.contentDir);
  console.log(written(made));
  return 0;
}

/** An announcement that was tried and is not yet written. */
interface Made {
  id: string;
  /** Path from the content folder. */
  file: string;
  markdown: string;
  attachments: readonly string[];
  findings: readonly Diagnostic[];
  /** The findings in words. */
  text: string;
}

/** Tries an announcement in a folder of its own, by the same check that the build runs. */
function make(answers: Answers, attachments: readonly string[], spec: TypeSpec, room: Room): Made {
  const id = answerOf(answers, ID_LABEL)!;
  const related = answerOf(answers, '关联公告');
  const year = partOf(answers)!.publishedAt.slice(0, 4);
  const home = `announcements/${spec.category}/${year}/${id}`;
  const file = attachments.length > 0 ? `${home}/index.md` : `${home}.md`;
  const listed = attachments.map((path) => ({
    文件: basename(path),
    名称: basename(path).replace(/\.[^.]*$/u, ''),
  }));
  const all = listed.length > 0 ? { ...answers, [ATTACHMENTS_LABEL]: listed } : answers;
  const markdown = toMarkdown(all, spec, room.archive.entry(related)?.announcement.title);
  const names = [id, related, answerOf(answers, '项目编号')].filter((name) => name !== undefined);
  const trial = new Trial(room.contentDir, new Set(names));
  try {
    trial.write(file, markdown);
    for (const path of attachments) copyFileSync(path, join(trial.folder, home, basename(path)));
    const about = new Set([id]);
    const { findings: found } = check(trial.folder, about, inspectAttachments);
    const findings = found.filter((finding) => idOf(finding.file) === id);
    return { id, file, markdown, attachments, findings, text: toText(findings, lineReader(trial.folder)) };
  } finally {
    trial.remove();
  }
}

function write({ file, markdown, attachments }: Made, contentDir: string): void {
  const path = join(contentDir, file);
  const folder = dirname(path);
  if (existsSync(path)) throw new SettingsError(`content/${file} 已经有了，没有改动它。换一个标识再写。`);
  mkdirSync(folder, { recursive: true });
  for (const attachment of attachments)
    copyFileSync(attachment, join(folder, basename(attachment)), constants.COPYFILE_EXCL);
  writeFileSync(path, markdown, { flag: 'wx' });
}

const written = ({ id, file }: Made): string =>
  `已写入 content/${file}\n   看看网页上的样子：npm run preview -- ${id}`;

/** The announcement as it will stand on its page: every field as a reader sees it. */
function summary(answers: Answers, spec: TypeSpec): string {
  const part = partOf(answers) as unknown as Readonly<Record<string, unknown>>;
  const lines = formOf(spec).flatMap(({ key, label, kind, shape }) => {
    const value = part[key];
    if (value === undefined) return [];
    if (shape === 'scalar') return [`${label}  ${kind!.print(value)}`];
    return [`${label}  ${(value as readonly unknown[]).length} 项`];
  });
  return lines.join('\n');
}

/** Asks again for the fields that errors point at; where none is named, for one that the clerk picks. */
async function mendAnswers(
  interview: Interview,
  findings: readonly Diagnostic[],
  spec: TypeSpec,
): Promise<void> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const form = formOf(spec).filter(({ key }) => !['category', 'type'].includes(key));
  const codeOfField = ({ label }: Field): string | undefined =>
    errors.find(({ field, help = '' }) => field === label || help.startsWith(`${label}:`))?.code;
  const choices = form
    .toSorted((a, b) => Number(codeOfField(b) !== undefined) - Number(codeOfField(a) !== undefined))
    .map((field) => ({
      value: field.key,
      label: field.label,
      ...(codeOfField(field) !== undefined && { hint: codeOfField(field)! }),
    }));
  const codes = [...new Set(errors.map(({ code }) => code))].join('、');
  const key = await terminal.choose(`还不能发布（${codes}）。改哪一栏？`, choices);
  await interview.field(form.find((field) => field.key === key)!);
}

async function askForAttachments(given: readonly string[]): Promise<readonly string[]> {
  const attachments = [...given];
  for (;;) {
    const count =
      attachments.length === 0 ? '没有就直接回车' : `已有 ${attachments.length} 个，没有了就直接回车`;
    const path = await terminal.text(`附件文件的位置（${count}）`, {
      check: (text) => fileFault(unquoted(text)),
    });
    if (path === '') return attachments;
    attachments.push(unquoted(path));
  }
}

/** A file dragged into a terminal comes in quotation marks. */
const unquoted = (path: string): string => path.replace(/^(["'])(.*)\1$/u, '$2');

export function fileFault(path: string): string | undefined {
  if (path === '') return undefined;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? undefined : `没有 ${path} 这个文件`;
}
