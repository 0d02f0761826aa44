import { contentsOf, type Content } from '../announcement/contents.ts';
import { typeOf } from '../announcement/schema.ts';
import { attachmentReferred } from './attached-text.ts';
import type { Facts, Matter } from './matter.ts';
import { fail, pass } from './outcome.ts';
import type { Outcome } from './rule.ts';

/**
 * Whether an announcement says what the order on notices asks of its type, each content in one of its fields or in
 * words of its body, whatever its headings; all that is missing is told at once. Where the body sends its reader to an
 * attachment, or the text is another site's, what is missing may stand there.
 */
export function complete(matter: Matter, isMeant: (content: Content) => boolean = () => true): Outcome {
  const missing = missingIn(matter, isMeant);
  if (missing.length === 0) return pass('type', '应当载明的内容都写了');
  const named = missing.map(({ name }) => name).join('；');
  if (isSaidElsewhere(matter)) {
    const message = `正文让读者看附件或者原文，${named}是不是写在那里无法判断`;
    return { verdict: 'unknown', at: 'type', message };
  }
  return fail('type', `没有写明：${named}`, '写在各自的栏目里，或者写进正文');
}

/** The same of a result; where every lot has failed there is nothing to say of a supplier. */
export const completeResult = (matter: Matter): Outcome | undefined =>
  winnersIn(matter.facts).length === 0 ? undefined : complete(matter);

const winnersIn = ({ winner, lotResults = [] }: Facts): readonly unknown[] =>
  [winner, ...lotResults.map((lot) => ('winner' in lot ? lot.winner : undefined))].filter(
    (one) => one !== undefined,
  );

function missingIn(
  { category, type, facts, body }: Matter,
  isMeant: (content: Content) => boolean,
): readonly Content[] {
  const words = body.replaceAll(/[\s*_]/gu, '');
  const values = facts as Readonly<Record<string, unknown>>;
  return (contentsOf(typeOf(category, type)) ?? [])
    .flatMap(({ contents }) => contents)
    .filter(
      (content) =>
        content.words !== undefined &&
        isMeant(content) &&
        !content.keys.some((key) => values[key] !== undefined) &&
        !content.words.test(words),
    );
}

/** Whether a body sends its reader elsewhere for the rest. */
export const isSaidElsewhere = ({ facts, body, attachments }: Matter): boolean =>
  facts.originalUrl !== undefined || (attachments.length > 0 && attachmentReferred(body) !== undefined);
