import { ID } from '../../core/announcement/text.ts';
import type { Category } from '../../core/announcement/category.ts';
import {
  answerOf,
  ATTACHMENTS_LABEL,
  BODY_LABEL,
  ID_LABEL,
  partOf,
  specOf,
  type Answer,
  type Answers,
} from '../../core/drafting/draft.ts';
import { faultOfId } from '../../core/corpus/name-fault.ts';
import { attachedIn } from '../existing/attached.ts';
import { rewritten } from '../../core/rewrite/rewrite.ts';
import { writtenFile } from '../../core/rewrite/written-file.ts';
import { toMarkdown } from '../../core/drafting/write.ts';
import type { DraftRecord } from '../drafts/record.ts';

/** What of a draft becomes a file. */
export type Writable = Pick<DraftRecord, 'key' | 'answers' | 'body' | 'files' | 'existing'>;

/** A draft as the file that it will be. */
export interface Written {
  readonly id: string;
  /** Path from the content folder, with `/`. */
  readonly file: string;
  readonly text: string;
  /** All answers, the attachments among them. */
  readonly answers: Answers;
  /** The file whose place it takes, with its text as it was opened. */
  readonly replaces?: DraftRecord['existing'];
}

/**
 * A draft as a file of the content folder; nothing of one whose type is not there any more. Without a body of its own
 * it has the contents of the official form, from the fields.
 * @param year of the announcement where it has no time yet
 */
export function writtenOf(draft: Writable, year: string, originalTitle?: string): Written | undefined {
  const spec = specOf(draft.answers);
  if (!spec) return undefined;
  const answers = allAnswers(draft);
  if (draft.existing) return rewrittenOf(draft, draft.existing, answers);
  const id = ownIdOf(draft);
  return {
    id,
    file: fileOf(
      spec.category,
      partOf(answers)?.publishedAt?.slice(0, 4) ?? year,
      id,
      draft.files.length > 0,
    ),
    text: toMarkdown(answers, spec, originalTitle),
    answers,
  };
}

/** A file that was opened, with what was changed in it; it keeps its name, and gets a folder with its first attachment. */
function rewrittenOf(
  { body, files, ...draft }: Writable,
  existing: NonNullable<Writable['existing']>,
  answers: Answers,
): Written | undefined {
  const opened = writtenFile(existing.text);
  if (!opened) return undefined;
  // Another one only where it was taken meanwhile.
  const id = ownIdOf(draft);
  const [, folder, kind] = /^((?:[^/]+\/){3})[^/]+?((?:\/index)?\.md)$/u.exec(existing.file)!;
  const attached = isSameFiles(opened.answers[ATTACHMENTS_LABEL], files) ? opened.answers : answers;
  const all = { ...answers, [ATTACHMENTS_LABEL]: attached[ATTACHMENTS_LABEL] ?? [] };
  return {
    ...{ id, answers },
    ...(!existing.isAside && { replaces: existing }),
    file: `${folder!}${id}${files.length > 0 ? '/index.md' : kind!}`,
    text: rewritten(opened, all, body),
  };
}

/** Whether a list of attachments says what there is, whatever else it says of them. */
const isSameFiles = (answer: Answer | undefined, files: Writable['files']): boolean =>
  JSON.stringify(attachedIn(answer)) === JSON.stringify(files.map(({ name, label }) => ({ name, label })));

/** What a draft keeps elsewhere than among its answers. */
const APART = [ID_LABEL, BODY_LABEL, ATTACHMENTS_LABEL];

function allAnswers({ answers, body, files }: Writable): Answers {
  const fields = Object.entries(answers).filter(([label]) => !APART.includes(label));
  return {
    ...Object.fromEntries(fields),
    ...(files.length > 0 && {
      [ATTACHMENTS_LABEL]: files.map(({ name, label }) => ({ 文件: name, 名称: label })),
    }),
    ...(body.trim() !== '' && { [BODY_LABEL]: body }),
  };
}

/** Its own id, where it has one that can be; else one that no other announcement has. */
function ownIdOf({ answers, key }: Pick<Writable, 'answers' | 'key'>): string {
  const id = answerOf(answers, ID_LABEL);
  return id !== undefined && ID.test(id) && !faultOfId(id) ? id : `desk-${key}`;
}

const fileOf = (category: Category, year: string, id: string, hasFiles: boolean): string =>
  `announcements/${category}/${year}/${id}${hasFiles ? '/index' : ''}.md`;
