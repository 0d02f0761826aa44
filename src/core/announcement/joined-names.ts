import { fieldNamed, type Field } from './field.ts';

/** Between names that one label joins. */
const JOINS = /[、和及与/／暨兼即]|同时?也?[是为]/u;

/**
 * The names that one label joins: 投标截止时间（开标时间）, 递交投标文件截止时间及开标时间, 投标截止（开标）时间. One where
 * it joins none.
 */
export const namesIn = (label: string): readonly string[] =>
  label
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/^(.+?)（([^（）]+)）(时间|日期)$/u, '$1$3、$2$3')
    .replace(/（(?:即|亦即|同|也是|同为|暨|及|和)?([^（）]+)）/gu, '、$1、')
    .replace(/[，,]下同/gu, '')
    .split(JOINS)
    .filter((name) => name !== '');

/** The fields of one moment that a label joins; none where a part of it is the name of anything else. */
export function momentsJoined(label: string, form: readonly Field[]): readonly Field[] {
  const names = namesIn(label);
  const fields = names.map((name) => fieldNamed(form, name) ?? fieldNamed(form, `${name}时间`));
  const areMoments = names.length > 1 && fields.every((field) => field?.kind?.name === 'instant');
  return areMoments ? [...new Set(fields as readonly Field[])] : [];
}

/** The field at whose moment another takes place, 同投标截止时间, 与投标截止时间相同. */
export function sameMomentAs(text: string, form: readonly Field[]): Field | undefined {
  const [, name] = /^(?:同|与)(.{2,12}?)(?:相同|一致|同一时间|为同一时间)?$/u.exec(text) ?? [];
  const field = name === undefined ? undefined : fieldNamed(form, name);
  return field?.kind?.name === 'instant' ? field : undefined;
}
