import { fieldNamed, type Field } from '../announcement/field.ts';
import { momentsJoined, namesIn } from '../announcement/joined-names.ts';
import { parseInstant } from '../announcement/instant-forms.ts';

/** A place, and nothing else, behind a moment. */
const PLACE = /^(?!.*(?:\d{4}\s*年|详见|另行|[：:；;\n]))[^，,。]{2,60}。?$/u;

/**
 * What a label of moments and a place says of each: 开标时间和地点：2026年12月31日9时30分，示例市公共资源交易中心三楼. Nothing
 * where the value is not just these two.
 */
export function placeBehind(
  name: string,
  text: string,
  form: readonly Field[],
): readonly (readonly [Field, string])[] {
  const names = namesIn(name);
  const place = fieldNamed(form, '开标地点');
  if (names.length < 2 || !place || !/^(?:开标|开启)?地[点址]$/u.test(names.at(-1)!)) return [];
  const moments = momentsOf(names.slice(0, -1), form);
  const [, moment = '', where = ''] =
    /^(.+?)\s*[，,；;。]\s*(?:(?:开标)?地点[：:为]?\s*)?(.+)$/su.exec(text) ?? [];
  if (moments.length === 0 || !('value' in parseInstant(moment)) || !PLACE.test(where)) return [];
  return [...moments.map((field) => [field, moment] as const), [place, where.replace(/。$/u, '')]];
}

function momentsOf(names: readonly string[], form: readonly Field[]): readonly Field[] {
  const [first, ...more] = names;
  if (more.length > 0) return momentsJoined(names.join('、'), form);
  const field = fieldNamed(form, first!) ?? fieldNamed(form, `${first!}时间`);
  return field?.kind?.name === 'instant' ? [field] : [];
}
