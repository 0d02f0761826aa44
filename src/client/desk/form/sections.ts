import type { Field } from '../../../core/announcement/field.ts';
import type { TypeSpec } from '../../../core/announcement/type.ts';
import { groupsOf } from '../../../core/drafting/groups.ts';

/** A part of the form: what is always asked and often needed stands open, the rest is folded. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly open: readonly AskedField[];
  readonly folded: readonly AskedField[];
}

interface AskedField {
  readonly field: Field;
  readonly isByLaw: boolean;
}

const SUBJECTS = { matter: '项目', dates: '时间', sums: '金额', lists: '明细', contact: '联系' } as const;

type Subject = keyof typeof SUBJECTS;

const DATES: ReadonlySet<string> = new Set(['instant', 'date', 'month', 'days', 'term', 'working-days']);
const SUMS: ReadonlySet<string> = new Set(['price', 'money', 'percent', 'share', 'ratio']);

/** The sections of a type's form, each field in one of them by what it is; no field is named here. */
export function sectionsOf(spec: TypeSpec): readonly Section[] {
  const { byLaw, usual, other } = groupsOf(spec);
  const asked = (fields: readonly Field[], isByLaw: boolean): readonly AskedField[] =>
    fields.map((field) => ({ field, isByLaw }));
  const of = (fields: readonly AskedField[], subject: Subject): readonly AskedField[] =>
    fields.filter(({ field }) => subjectOf(field) === subject);
  return (Object.keys(SUBJECTS) as Subject[])
    .map((id) => ({
      id,
      title: SUBJECTS[id],
      open: of([...asked(byLaw, true), ...asked(usual, false)], id),
      folded: of(asked(other, false), id),
    }))
    .filter(({ open, folded }) => open.length + folded.length > 0);
}

function subjectOf({ kind, block, shape }: Field): Subject {
  if (shape === 'records') return 'lists';
  if (block === 'contact') return 'contact';
  if (kind && DATES.has(kind.name)) return 'dates';
  return kind && SUMS.has(kind.name) ? 'sums' : 'matter';
}
