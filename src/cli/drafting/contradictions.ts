import { CATEGORIES } from '../../core/announcement/category.ts';
import { formOf, typeNamed } from '../../core/announcement/schema.ts';
import type { TypeSpec } from '../../core/announcement/type.ts';
import { answerOf, categoryOf, type Answer, type Answers } from '../../core/drafting/draft.ts';
import { inWords, isFor } from '../../core/drafting/summary.ts';
import type { Said } from './sources.ts';

/**
 * Sentences, one for each field of which the command line says other than the document does. The command line has the
 * last word; who typed it may have been in the wrong document.
 */
export function contradictions(
  given: Answers,
  said: readonly Said[],
  spec: TypeSpec | undefined,
): readonly string[] {
  const category = categoryOf(given);
  const type = answerOf(given, '类型');
  const form = spec ? formOf(spec) : [];
  const wordsFor = (label: string, answer: Answer): string | undefined => {
    if (label === '类别') return category && answer === given[label] ? CATEGORIES[category] : String(answer);
    if (label === '类型' && spec) return typeNamed(spec.category, String(answer))?.term ?? String(answer);
    const field = form.find((one) => one.label === label && isFor(one, answer));
    return field && inWords(field, answer);
  };
  return said.flatMap(({ label, answer, source }) => {
    const own = label === '类型' ? type : given[label];
    if (own === undefined || answer === undefined) return [];
    const [mine, theirs] = [wordsFor(label, own), wordsFor(label, answer)];
    return mine === undefined || theirs === undefined || mine === theirs
      ? []
      : [`“${label}”照命令里写的“${mine}”；文件里是“${theirs}”（${source}），请核对`];
  });
}
