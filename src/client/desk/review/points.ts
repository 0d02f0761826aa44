import type { Field } from '../../../core/announcement/field.ts';
import type { Approval } from '../../../core/desk/api.ts';
import { formFor, type Section } from '../../../core/desk/form.ts';
import { specOf, type Answers } from '../../../core/drafting/draft.ts';
import { inWords, isFor } from '../../../core/drafting/summary.ts';

export type Tick = Approval['ticks'][number];

/** What a reviewer looks at before she approves, in this order, and what of the form belongs to it. */
export const POINTS: readonly {
  readonly tick: Tick;
  readonly name: string;
  readonly sections: readonly Section['name'][];
}[] = [
  { tick: 'title', name: '标题与文号', sections: ['项目', '资格'] },
  { tick: 'times', name: '时间', sections: ['时间'] },
  { tick: 'amounts', name: '金额与单位', sections: ['金额', '清单'] },
  { tick: 'files', name: '附件与隐私', sections: ['联系'] },
];

interface Line {
  readonly label: string;
  readonly words: string;
}

/** The fields of some sections that have an answer, as a reader will see them. */
export function linesOf(answers: Answers, names: readonly Section['name'][]): readonly Line[] {
  const spec = specOf(answers);
  if (!spec) return [];
  return formFor(spec)
    .filter(({ name }) => names.includes(name))
    .flatMap(({ groups }) => groups.flatMap(({ controls }) => controls))
    .flatMap(({ field, twin }) => [field, ...(twin ? [twin.field] : [])])
    .flatMap((field) => lineOf(field, answers));
}

function lineOf(field: Field, answers: Answers): readonly Line[] {
  const answer = answers[field.label];
  if (answer === undefined || !isFor(field, answer)) return [];
  return [{ label: field.label, words: inWords(field, answer) }];
}
