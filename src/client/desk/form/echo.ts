import type { Field } from '../../../core/announcement/field.ts';
import type { Fault } from '../../../core/announcement/kind.ts';
import { understand, type Answer } from '../../../core/drafting/draft.ts';

/** What was understood of an answer, as a reader will see it; nothing where that is what was typed. */
export function echoOf(field: Field, answer: Answer | undefined): string | undefined {
  if (typeof answer !== 'string' || answer.trim() === '' || !field.kind) return undefined;
  const understood = understand(field, answer);
  if ('fault' in understood) return undefined;
  const printed = field.kind.print(understood.value);
  return printed === answer.trim() ? undefined : printed;
}

/** Why an answer cannot be read, before the desk's server has looked at it. */
export function faultOf(field: Field, answer: Answer | undefined): Fault | undefined {
  if (answer === undefined || answer.length === 0 || field.shape === 'records') return undefined;
  const understood = understand(field, answer);
  return 'fault' in understood ? understood.fault : undefined;
}
