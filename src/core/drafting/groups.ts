import { contentsOf } from '../announcement/contents.ts';
import type { Field } from '../announcement/field.ts';
import { formOf } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { questionsOf } from './draft.ts';

/** The questions of a form in three groups, each in the order of the form. */
interface Groups {
  /** 法律要求: the form or an order on notices asks for it, or it decides which law governs. Always asked. */
  byLaw: readonly Field[];
  /** 常用 */
  usual: readonly Field[];
  /** 其他 */
  other: readonly Field[];
}

export function groupsOf(spec: TypeSpec): Groups {
  const asked = askedByLaw(spec);
  const questions = questionsOf(spec);
  const isByLaw = ({ required, key }: Field): boolean =>
    required || (asked.has(key) && !spec.oneOf.some((group) => group.includes(key)));
  const rest = questions.filter((field) => !isByLaw(field));
  return {
    byLaw: questions.filter(isByLaw),
    usual: rest.filter(({ group }) => group === undefined),
    other: rest.filter(({ group }) => group === 'other'),
  };
}

/** Of what an order lists, the fields that say it; a list of records only where no single value would do. */
function askedByLaw(spec: TypeSpec): ReadonlySet<string> {
  const contents = (contentsOf(spec) ?? []).flatMap((part) => part.contents);
  const keys = contents.flatMap(({ need, keys: able }) => {
    if (need === 'may') return [];
    const fields = formOf(spec).filter(({ key }) => able.includes(key));
    const single = fields.filter(({ shape }) => shape !== 'records');
    return (single.length > 0 ? single : fields).map(({ key }) => key);
  });
  return new Set(keys);
}
