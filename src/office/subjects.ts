import { typeTermOf } from '../core/announcement/former-type.ts';
import { withdrawalOf } from '../core/announcement/withdrawal.ts';
import type { CheckedContent } from '../core/check.ts';
import { idOf } from '../core/report.ts';
import type { Change } from './changes.ts';

/** What is published, as a clerk would name it: an announcement with all its files, or another file. */
export interface Subject {
  readonly kind: 'new' | 'changed' | 'removed' | 'withdrawn';
  /** Of an announcement. */
  readonly id?: string | undefined;
  /** Its title, or the path of the file; its id where the title cannot be read. */
  readonly title: string;
  /** Term of its type, as 招标公告. */
  readonly type?: string | undefined;
  /** Files beside its text that are new or other than before. */
  readonly attachments: number;
}

/** Groups changed files by what they belong to, in the order of their paths. */
export function subjectsOf(changes: readonly Change[], { corpus }: CheckedContent): readonly Subject[] {
  const groups = Map.groupBy(changes, ({ file }) => idOf(file) ?? file);
  return [...groups].map(([name, own]) => {
    if (idOf(own[0]!.file) === undefined) return { kind: own[0]!.kind, title: name, attachments: 0 };
    const entry = corpus.entries.find(({ id }) => id === name);
    return {
      id: name,
      kind: entry && withdrawalOf(entry.announcement) ? 'withdrawn' : kindOf(own, corpus.ids.has(name)),
      title: entry?.announcement.title ?? name,
      type: entry && typeTermOf(entry.announcement),
      attachments: own.filter(({ file, kind }) => !isText(file) && kind !== 'removed').length,
    };
  });
}

const isText = (file: string): boolean => /\/[^/]+\/[^/]+\/(?:[^/]+\.md|[^/]+\/index\.md)$/u.test(file);

function kindOf(changes: readonly Change[], isThere: boolean): Subject['kind'] {
  if (!isThere) return 'removed';
  return changes.find(({ file }) => isText(file))?.kind === 'new' ? 'new' : 'changed';
}

/** What happens to it, in a word. */
export const VERBS: Readonly<Record<Subject['kind'], string>> = {
  new: '发布',
  changed: '修改',
  removed: '删去',
  withdrawn: '撤下',
};

/** The line under which a publication is remembered, and its trailers below. */
export function messageOf(subjects: readonly Subject[], trailers: readonly string[] = []): string {
  const [first, ...others] = subjects;
  const head = first === undefined ? '发布' : `${VERBS[first.kind]}：${first.title}`;
  const subject = others.length === 0 ? head : `${head} 等 ${subjects.length} 项`;
  const list = others.length === 0 ? [] : subjects.map(({ kind, title }) => `${VERBS[kind]}：${title}`);
  const ids = subjects.flatMap(({ id }) => id ?? []);
  const parts = [
    subject,
    list.join('\n'),
    ids.length > 0 ? `标识：${ids.join('、')}` : '',
    trailers.join('\n'),
  ];
  return parts.filter(Boolean).join('\n\n');
}
