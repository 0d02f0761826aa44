import type { Field } from '../announcement/field.ts';
import { formOf } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { groupsOf } from '../drafting/groups.ts';
import { controlOf, type Control } from './control.ts';

/** A part of a form, as the screen lists them at its side. */
export interface Section {
  readonly name: SectionName;
  /** In the order of how much a form needs them; none without a field. */
  readonly groups: readonly Group[];
}

export interface Group {
  readonly name: '法律要求' | '常用' | '其他';
  readonly controls: readonly Control[];
}

export const SECTIONS = ['项目', '时间', '金额', '资格', '清单', '联系'] as const;
type SectionName = (typeof SECTIONS)[number];

/**
 * The form of a type as the desk shows it, every field of the schema in its place: one that is added there appears here.
 * Left out is what other screens fill in: category and type, attachments, and what comes after publication.
 */
export function formFor(spec: TypeSpec): readonly Section[] {
  const groupOf = grouping(spec);
  const controls = controlsOf(spec);
  return SECTIONS.flatMap((name): readonly Section[] => {
    const own = controls.filter(({ field }) => sectionOf(field) === name);
    const groups = (['法律要求', '常用', '其他'] as const).map((group) => ({
      name: group,
      controls: own.filter(({ field }) => groupOf(field) === group),
    }));
    return own.length === 0 ? [] : [{ name, groups: groups.filter((group) => group.controls.length > 0) }];
  });
}

/** Fields that are filled in elsewhere: on the screens of the type and of the attachments, or once it is published. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'category',
  'type',
  'attachments',
  'errata',
  'withdrawn',
  'legacyUrls',
  'originalHash',
]);

/** The controls of a form; two fields of one label are one. */
function controlsOf(spec: TypeSpec): readonly Control[] {
  const form = formOf(spec);
  const labelOf = (key: string): string | undefined => form.find((field) => field.key === key)?.label;
  const oneOf = (key: string): readonly string[] =>
    (spec.oneOf.find((group) => group.includes(key)) ?? []).flatMap((other) => labelOf(other) ?? []);
  const asked = form.filter(({ key }) => !ELSEWHERE.has(key));
  return asked.flatMap((field, index): readonly Control[] => {
    const first = asked.findIndex(({ label }) => label === field.label);
    if (first < index) return [];
    const twin = asked.find(({ label, key }) => label === field.label && key !== field.key);
    const others = oneOf(field.key);
    return [
      {
        ...controlOf(field),
        ...(others.length > 0 && { oneOf: others }),
        ...(twin && { twin: controlOf(twin) }),
      },
    ];
  });
}

/** What no question asks for in its turn is rarely needed, unless the form cannot do without it. */
function grouping(spec: TypeSpec): (field: Field) => Group['name'] {
  const { byLaw, usual } = groupsOf(spec);
  return (field) =>
    field.required || byLaw.includes(field)
      ? '法律要求'
      : usual.includes(field) || (field.key === 'related' && spec.link !== 'never')
        ? '常用'
        : '其他';
}

function sectionOf({ shape, kind, part, block, role }: Field): SectionName {
  if (shape === 'records') return '清单';
  if (part === 'qualification') return '资格';
  if (block === 'contact' || kind?.name === 'phone') return '联系';
  if (role === 'opening-place') return '时间';
  if (kind && TIMES.has(kind.name)) return '时间';
  return kind && SUMS.has(kind.name) ? '金额' : '项目';
}

const TIMES: ReadonlySet<string> = new Set(['instant', 'date', 'month', 'day-or-instant', 'working-days']);
const SUMS: ReadonlySet<string> = new Set(['price', 'money', 'balance']);
