import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  ATTACHMENTS_LABEL,
  BODY_LABEL,
  ID_LABEL,
  type Answer,
  type Answers,
} from '../../core/drafting/draft.ts';
import { SettingsError } from '../../settings.ts';
import { readOptions } from '../options.ts';
import { Sources, SOURCES_LABEL } from './sources.ts';

/** What was given on the command line. */
export interface Given {
  answers: Answers;
  /** Files to publish with the announcement, as paths. */
  attachments: readonly string[];
  /** The file of answers, if they came from one. */
  from?: string | undefined;
  /** Write without asking once more. */
  yes: boolean;
  help: boolean;
  positionals: readonly string[];
  /** Values given by `--change`, for a correction. */
  changes: Readonly<Record<string, string>>;
  /** A document of an agency to begin with. */
  document?: string | undefined;
  /** Whether that document is published as an attachment. */
  withOriginal: boolean;
  /** What it says of the fields, as a draft has kept it. */
  sources?: Sources;
}

const SHORT = { category: '类别', type: '类型', related: '关联公告', id: ID_LABEL } as const;

/** Flags of the commands that write an announcement, for their help. */
export const flagsHelp = `  --category 类别   --type 类型   --related 关联公告   --id 标识
  --set 栏目=内容   任何一栏，写多次；几个值用“、”隔开，有空格的用双引号，例如
                    --set "开标时间=2026-04-10 09:30"；一栏有几项内容的写在 --from 的文件里
  --from 文件.json  从文件读答案：{"类别":"建设工程","类型":"招标公告","标题":"…",
                    "标段":[{"编号":"01","名称":"道路工程"}]}
  --body 文件.md    正文；不写时按各栏生成
  --attach 文件     附件，写多次；会复制到公告的文件夹里
  --yes             不再确认，直接写入`;

/** Reads flags and, with `--from`, a file of answers; a flag has the last word. */
export function readGiven(args: readonly string[], usage: string): Given {
  const { values, positionals } = readArguments(args, usage);
  const file = values.from === undefined ? {} : readAnswersFile(values.from);
  const { [ATTACHMENTS_LABEL]: attached, [SOURCES_LABEL]: sources, ...fromFile } = file;
  const answers: Record<string, Answer> = { ...fromFile };
  for (const [flag, label] of Object.entries(SHORT)) {
    const value = values[flag as keyof typeof SHORT];
    if (value !== undefined) answers[label] = value;
  }
  Object.assign(answers, gathered(values.set, usage));
  if (values.body !== undefined) answers[BODY_LABEL] = read(values.body);
  return {
    answers,
    from: values.from,
    attachments: [...pathsIn(attached), ...values.attach],
    yes: values.yes,
    help: values.help,
    positionals,
    changes: Object.fromEntries(values.change.map((pair) => cut(pair, usage))),
    document: values['from-document'],
    withOriginal: !values['without-original'],
    ...(sources !== undefined && { sources: Sources.fromRecords(sources) }),
  };
}

const readArguments = (args: readonly string[], usage: string) =>
  readOptions(args, usage, {
    category: { type: 'string' },
    type: { type: 'string' },
    related: { type: 'string' },
    id: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
    change: { type: 'string', multiple: true, default: [] },
    from: { type: 'string' },
    body: { type: 'string' },
    attach: { type: 'string', multiple: true, default: [] },
    'from-document': { type: 'string' },
    'without-original': { type: 'boolean', default: false },
    yes: { type: 'boolean', short: 'y', default: false },
  });

/** A field set twice has two values. */
function gathered(pairs: readonly string[], usage: string): Answers {
  const answers: Record<string, Answer> = {};
  for (const [label, text] of pairs.map((pair) => cut(pair, usage))) {
    const value = text.startsWith('[') ? parseJson(text, answerSchema, `--set ${label}`) : text;
    const before = answers[label];
    answers[label] = before === undefined ? value : ([before, value].flat() as Answer);
  }
  return answers;
}

function cut(pair: string, usage: string): [label: string, text: string] {
  const match = /^\s*([^=＝]+?)\s*[=＝](.*)$/su.exec(pair);
  if (!match) throw new SettingsError(`“${pair}”要写成 栏目=内容。\n\n${usage}`);
  return [match[1]!, match[2]!.trim()];
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform((value) => {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
});
const answerSchema = z.union([scalar, z.array(scalar), z.array(z.record(z.string(), scalar))]);
const answersSchema = z.record(z.string(), answerSchema);

function readAnswersFile(file: string): Answers {
  if (/\.(?:docx?|wps|rtf|odt|pdf|txt)$/iu.test(file))
    throw new SettingsError(`${file} 不是草稿。从来文写一份新的，用 --from-document ${file}。`);
  return parseJson(read(file), answersSchema, file);
}

function parseJson<T>(text: string, schema: z.ZodType<T>, name: string): T {
  try {
    return schema.parse(JSON.parse(text.replace(/^\ufeff/u, '')));
  } catch (cause) {
    throw new SettingsError(
      `${name} 的写法不对，读不出来：照 npm run new -- --help 里的例子写，每一栏一个值、一列值，或者几项内容。`,
      { cause },
    );
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new SettingsError(`打不开 ${file}。`, { cause });
  }
}

/** Attachments of an answers file: paths, or records as in the front matter. */
const pathsIn = (answer: Answer | undefined): readonly string[] => {
  if (answer === undefined) return [];
  if (typeof answer === 'string') return [answer];
  return answer.map((item) => (typeof item === 'string' ? item : (item['文件'] ?? '')));
};
