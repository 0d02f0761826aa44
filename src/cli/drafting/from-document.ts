import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CATEGORIES } from '../../core/announcement/category.ts';
import { formOf, typeNamed } from '../../core/announcement/schema.ts';
import { ALLOWED } from '../../core/corpus/attachments.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import {
  answerOf,
  BODY_LABEL,
  categoryOf,
  recordsOf,
  type Answer,
  type Answers,
} from '../../core/drafting/draft.ts';
import { inWords, isFor } from '../../core/drafting/summary.ts';
import type { Evidence } from '../../core/import/evidence.ts';
import { findOffice } from '../../importer/documents/convert.ts';
import { noticeOf, type Notice } from '../../importer/documents/notice.ts';
import { readDocument, type DocumentRead } from '../../importer/documents/read.ts';
import { Refusal } from '../../importer/documents/refusal.ts';
import { SettingsError } from '../../settings.ts';
import type { Given } from './answers.ts';
import { contradictions } from './contradictions.ts';
import { fileFault } from './files.ts';
import { Sources, type Said } from './sources.ts';
import { isAtTerminal, terminal } from './terminal.ts';
import { fromTheFirst } from './trail.ts';

/** What a document gives to a draft. */
interface FromDocument {
  name: string;
  sources: Sources;
  /** Empty where it has no words of its own. */
  body: string;
  /** Types that it could be, where its title leaves several. */
  types: readonly string[];
  spec: TypeSpec | undefined;
  notes: readonly string[];
  personal: readonly string[];
  /** Why the file had better not be published. */
  notForReaders: readonly string[];
}

/**
 * Reads a document for a draft. At the terminal all that it says is proposed with where it stands; without one, what is
 * beyond doubt is the answer, and all is printed. What was given on the command line has the last word.
 * @throws {SettingsError} one sentence: what the file is, why it is not taken, what to do
 */
export async function withDocument(path: string, given: Given): Promise<Given> {
  const read = await readForDraft(path, given);
  const { sources, body, notForReaders } = read;
  const own: Answers = body === '' ? {} : { [BODY_LABEL]: body };
  const report = reportOf(read);
  if (isAtTerminal()) {
    terminal.show(report, '文件里认出来的');
    const isPublished = given.withOriginal && (await askForOriginal(read));
    return {
      ...given,
      sources,
      answers: { ...own, ...given.answers },
      attachments: isPublished ? [path, ...given.attachments] : given.attachments,
    };
  }
  console.log(`${report}\n`);
  return {
    ...given,
    sources,
    answers: { ...own, ...sources.answers, ...given.answers },
    attachments:
      given.withOriginal && notForReaders.length === 0 ? [path, ...given.attachments] : given.attachments,
  };
}

/** The original is published with the announcement, unless there is something in it that is not for readers. */
async function askForOriginal({ name, notForReaders }: FromDocument): Promise<boolean> {
  const yes = { value: 'yes', label: '作附件一起发布' };
  const no = {
    value: 'no',
    label: '不发布',
    ...(notForReaders.length > 0 && { hint: notForReaders.join('、') }),
  };
  const choices = notForReaders.length > 0 ? [no, yes] : [yes, no];
  return (await fromTheFirst(() => terminal.choose(`原文件 ${name}`, choices))) === 'yes';
}

async function readForDraft(path: string, given: Given): Promise<FromDocument> {
  const name = basename(path);
  const read = await readFileOf(path, name);
  const category = categoryOf(given.answers);
  const type = answerOf(given.answers, '类型');
  const notice = noticeOf(read, { ...(category && { category }), ...(type !== undefined && { type }) });
  const isOpen = ({ label }: Said): boolean => given.answers[label] === undefined;
  const { typeCandidates, category: found } = notice.recognised;
  const home = category ?? found;
  // A type on the command line has the last word over the title.
  const spec = (type !== undefined && home ? typeNamed(home, type) : undefined) ?? notice.recognised.type;
  const ofItself = category || type !== undefined ? noticeOf(read) : notice;
  const isAllowed = ALLOWED.includes(name.replace(/^.*\./u, '').toLowerCase());
  return {
    name,
    sources: new Sources(saidIn(notice, spec).filter(isOpen), (as) =>
      saidIn(noticeOf(read, { category: as.category, type: as.id }), as).filter(isOpen),
    ),
    body: notice.markdown,
    types: spec ? [] : typeCandidates.map(({ term }) => term),
    spec,
    notes: [
      ...contradictions(given.answers, saidIn(ofItself, ofItself.recognised.type), spec),
      ...notice.notes,
      ...notTaken(notice),
    ],
    personal: notice.personal,
    notForReaders: [...(isAllowed ? [] : ['本站不发布这种附件']), ...notice.notForReaders],
  };
}

async function readFileOf(path: string, name: string): Promise<DocumentRead> {
  const fault = path === '' ? '--from-document 后面要写文件' : fileFault(path);
  if (fault !== undefined) throw new SettingsError(`${fault}。把文件拖到窗口里，就是它的位置。`);
  try {
    return await readDocument(readFileSync(path), name, findOffice(process.env['PATH']));
  } catch (cause) {
    if (cause instanceof Refusal) throw new SettingsError(`${name}：${cause.message}`, { cause });
    if ((cause as NodeJS.ErrnoException).code !== undefined)
      throw new SettingsError(`打不开 ${path}。文件可能正被 Word、WPS 占着，关掉再试。`, { cause });
    throw cause;
  }
}

/** The time of publication is when it is published here, whatever day the document has. */
const NOT_TAKEN = '发布时间';

function saidIn({ recognised }: Notice, spec: TypeSpec | undefined): readonly Said[] {
  const { title, category, type, typeEvidence, values, doubtful } = recognised;
  const fields = new Set((spec ? formOf(spec) : []).map(({ label }) => label));
  const isAsked = (label: string): boolean =>
    label !== NOT_TAKEN && label !== '标题' && (!spec || fields.has(label));
  const own = (label: string, answer: Answer | undefined, source: string): readonly Said[] =>
    answer === undefined || answer === '' ? [] : [{ label, answer, source, candidates: [] }];
  return [
    ...own('类别', category && CATEGORIES[category], `标题“${title}”和文件里的栏目名`),
    ...own('类型', type?.term, typeEvidence ? sourceIn(typeEvidence) : `标题“${title}”`),
    ...own('标题', title, '文件开头的标题'),
    ...values
      .filter(({ field }) => isAsked(field.label))
      .map(({ field, answer, evidence }) => ({
        label: field.label,
        answer,
        source: sourceIn(evidence),
        candidates: [],
      })),
    ...doubtful
      .filter(({ label }) => isAsked(label))
      .map(({ label, why, candidates }) => ({
        label,
        why,
        source: candidates.map(({ evidence }) => sourceIn(evidence)).join('；'),
        candidates: candidates.map(({ text, evidence }) => ({ text, source: sourceIn(evidence) })),
      })),
  ];
}

const sourceIn = ({ rule, words }: Evidence): string => `${rule}“${words}”`;

function notTaken({ recognised }: Notice): readonly string[] {
  const said = recognised.values.find(({ field }) => field.label === NOT_TAKEN);
  return said
    ? [`文件里写的发布时间“${[said.answer].flat().join('、')}”没有用：发布时间写在本站实际发布的时间`]
    : [];
}

/** What was recognised, for the eye: each value with where it stands, then doubts, then what to look at. */
function reportOf({ name, sources, types, spec, notes, personal, notForReaders }: FromDocument): string {
  const form = spec ? formOf(spec) : [];
  const wordsFor = (label: string, answer: Answer): string => {
    const records = recordsOf(answer);
    if (records.length > 0)
      return `${records.length} 项：${records.map((record) => Object.values(record).join('，')).join('；')}`;
    const field = form.find((one) => one.label === label && isFor(one, answer));
    return field ? inWords(field, answer) : [answer].flat().join('、');
  };
  const sure = sources.all.flatMap(({ label, answer, source }) =>
    answer === undefined ? [] : [`  ${label}  ${wordsFor(label, answer)}（来自文件：${source}）`],
  );
  const doubtful = sources.all.flatMap(({ label, answer, why, candidates }) =>
    answer === undefined
      ? [`  ${label}  ${why}：${candidates.map(({ text, source }) => `${text}（${source}）`).join('；')}`]
      : [],
  );
  return [
    `从 ${name} 认出 ${sure.length} 项：`,
    ...sure,
    ...(doubtful.length > 0 ? [`拿不准 ${doubtful.length} 项，没有填：`, ...doubtful] : []),
    ...(types.length > 0 ? [`类型拿不准，可能是：${types.join('、')}`] : []),
    ...(notes.length > 0 ? ['请看一看：', ...notes.map((note) => `  ${note}`)] : []),
    ...(personal.length > 0
      ? ['有不能公开的号码，正文里要改：', ...personal.map((words) => `  ${words}`)]
      : []),
    ...(notForReaders.length > 0
      ? [`原文件默认不作附件（${notForReaders.join('、')}）；一定要发布，用 --attach 加上`]
      : []),
  ].join('\n');
}
