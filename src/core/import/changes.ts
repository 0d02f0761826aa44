import type { Field } from '../announcement/field.ts';
import type { Flow } from './flow.ts';
import type { Stated } from './stated.ts';

/** Kinds of values that notices change. */
const KINDS: ReadonlySet<string> = new Set(['instant', 'date', 'price', 'money', 'days']);

const forms = new WeakMap<readonly Field[], readonly { field: Field; form: RegExp }[]>();

function patternsOf(form: readonly Field[]): readonly { field: Field; form: RegExp }[] {
  const known = forms.get(form);
  if (known) return known;
  const made = form.flatMap((field) => {
    if (field.shape !== 'scalar' || !KINDS.has(field.kind?.name ?? '')) return [];
    const names = [field.label, ...field.alsoCalled].filter(
      (name) => name.length >= 2 && !/[（）]/u.test(name),
    );
    const either = names.toSorted((a, b) => b.length - a.length).join('|');
    const verb = '(?:延期|延长|延后|延|推迟|提前|顺延|调整|更正|变更|修改|修正|改)(?:至|到|为|成)';
    return [
      {
        field,
        form: new RegExp(
          `(?:${either})(?:由[^，。；]{1,40}?)?(?:相应)?(?<value>${verb}\\s*[:：“]?[^\\d，。；]{0,8}\\d[^，。；]{0,40})`,
          'gu',
        ),
      },
    ];
  });
  forms.set(form, made);
  return made;
}

/**
 * What a page says to have changed: 投标截止时间延期至2026年3月31日9时30分. It cannot be read as a value, so that the field is
 * doubtful where the page states it elsewhere too.
 */
export const changesIn = (flow: Flow, form: readonly Field[]): readonly Stated[] =>
  flow.flatMap((item) =>
    (item.kind === 'line' ? [item] : item.rows.flatMap((row) => row.flatMap(({ lines }) => lines))).flatMap(
      ({ text, line }) =>
        patternsOf(form).flatMap(({ field, form: pattern }) =>
          [...text.matchAll(pattern)].map(({ 0: words, groups }) => ({
            label: field.label,
            value: groups!['value']!,
            name: field.label,
            isOfLot: false,
            isOpen: false,
            evidence: { rule: '段落', words: [...words].slice(0, 60).join(''), line },
          })),
        ),
    ),
  );
