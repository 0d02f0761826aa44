import type { Field } from '../../../src/core/announcement/field.ts';
import { formOf, typeOf, type Announcement } from '../../../src/core/announcement/schema.ts';

/** One line of an announcement as a page of an old site has it. */
interface Said {
  field: Field;
  label: string;
  text: string;
}

/** What an announcement says in single values, in the order of its form, under the labels that `name` gives. */
export function saidBy(announcement: Announcement, name: (field: Field) => string): readonly Said[] {
  const values = announcement as unknown as Readonly<Record<string, unknown>>;
  return formOf(typeOf(announcement.category, announcement.type)).flatMap((field) => {
    const value = values[field.key];
    if (value === undefined || field.shape === 'records' || field.block === 'elsewhere') return [];
    if (/^(?:category|type|related|lotCodes)$/u.test(field.key)) return [];
    const text =
      field.shape === 'values'
        ? (value as readonly unknown[]).map((one) => field.item!.print(one)).join('、')
        : field.kind!.print(value);
    return [{ field, label: name(field), text }];
  });
}

const cell = (name: string, words: string): string => `<${name}>${words}</${name}>`;

const inPairs = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  items.flatMap((_, at) => (at % size === 0 ? [items.slice(at, at + size)] : []));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

/** How pages of old sites lay out labels and values. */
export const LAYOUTS: Readonly<Record<string, (said: readonly { label: string; text: string }[]) => string>> =
  {
    段落: (said) => said.map(({ label, text }) => `<p>\u3000\u3000${label}：${text}</p>`).join('\n'),
    编号段落: (said) =>
      said.map(({ label, text }, at) => `<p>1.${at + 1} <b>${label}</b>: ${text}</p>`).join('\n'),
    换行: (said) =>
      `<div>${said.map(({ label, text }) => `&nbsp;&nbsp;${label}：${text}`).join('<br/>')}</div>`,
    两列表: (said) =>
      `<table>${said.map(({ label, text }) => cell('tr', cell('td', label) + cell('td', text))).join('')}</table>`,
    四列表: (said) =>
      `<table border=1>${inPairs(said, 2)
        .map((row) =>
          cell('tr', row.map(({ label, text }) => cell('td', `<p>${label}</p>`) + cell('td', text)).join('')),
        )
        .join('\n')}</table>`,
    表头: (said) =>
      `<table>${said.map(({ label, text }) => `<tr><th>${label}</th><td><p>${text}</p></td></tr>`).join('')}</table>`,
    定义: (said) =>
      `<dl>${said.map(({ label, text }) => cell('dt', `${label}：`) + cell('dd', text)).join('')}</dl>`,
    并排: (said) =>
      inPairs(said, 2)
        .map((row) => cell('p', row.map(({ label, text }) => `${label}：${text}`).join('\u3000\u3000')))
        .join(''),
    下一行: (said) => said.map(({ label, text }) => `<p><strong>${label}：</strong><br>${text}</p>`).join(''),
    布局表: (said) =>
      `<table><tr><td colspan=2>${said.map(({ label, text }) => cell('p', `${label}：${text}`)).join('')}</td></tr></table>`,
  };

export const pageOf = (layout: string, said: readonly Said[]): string =>
  LAYOUTS[layout]!(said.map(({ label, text }) => ({ label: escaped(label), text: escaped(text) })));
