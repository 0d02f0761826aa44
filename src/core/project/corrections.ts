import { distance } from 'fastest-levenshtein';
import { fieldNamed, type Field } from '../announcement/field.ts';
import type { Instant } from '../announcement/instant.ts';
import { isLegacy } from '../announcement/legacy.ts';
import { formOf, type Announcement } from '../announcement/schema.ts';
import { isCurrent, stoodAt } from '../announcement/withdrawal.ts';
import { remarkBehind } from '../announcement/remark-behind.ts';
import { remedyIn, type Remedy } from '../announcement/kind.ts';
import type { Finding } from '../diagnostic.ts';
import { specOf, type LinkedAnnouncements, type Linked } from './links.ts';

/** One change by a correction: old and new in the words of a page. */
export interface Change {
  /** Id of the correction. */
  by: string;
  at: Instant;
  /** English key of the changed field; absent where a matter of the documents was changed. */
  field?: string;
  /** What changed, in Chinese. */
  label: string;
  from: string;
  to: string;
  /** The values of a changed field, before and after; absent where a matter of the documents was changed. */
  values?: { from: unknown; to: unknown };
}

/** An announcement with all corrections applied but those that were withdrawn. */
export interface Effective {
  announcement: Announcement;
  /** In the order of publication. */
  changes: readonly Change[];
}

interface Correction {
  field?: string | undefined;
  matter?: string | undefined;
  from: string;
  to: string;
}

/** A change with the value that a field takes by it. */
type Applied = { change: Change; value?: unknown };
type Refused = { code: string; message: string; key?: keyof Correction } & Remedy;

/**
 * Applies each correction, oldest first, to the announcement it names. The old value of a correction is held against
 * what was in force when it was published: one that is withdrawn later makes no other one wrong.
 */
export function applyCorrections(archive: LinkedAnnouncements): {
  effective: ReadonlyMap<string, Effective>;
  findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const made = new Map<string, Made[]>(archive.entries.map(({ id }) => [id, []]));
  for (const entry of archive.entries) {
    const target = archive.parentOf(entry);
    const { publishedAt } = entry.announcement;
    for (const [index, correction] of correctionsOf(entry.announcement).entries()) {
      const before =
        target && inForce(target, made, ({ by }) => by === entry || stoodAt(by.announcement, publishedAt));
      const result = readCorrection(entry, correction, before);
      if ('code' in result) {
        // What cannot be held against the one before it is read in the old announcement alone.
        if (isLegacy(entry.announcement)) continue;
        const { key, ...finding } = result;
        const at = `corrections.${index}${key === undefined ? '' : `.${key}`}`;
        findings.push({ ...finding, id: entry.id, at });
      } else if (target) made.get(target.id)!.push({ by: entry, applied: result });
    }
  }
  const effective = archive.entries.map(
    (entry) => [entry.id, inForce(entry, made, ({ by }) => isCurrent(by))] as const,
  );
  return { effective: new Map(effective), findings };
}

/** A change and the announcement that makes it. */
interface Made {
  by: Linked;
  applied: Applied;
}

const inForce = (
  { id, announcement }: Linked,
  made: ReadonlyMap<string, readonly Made[]>,
  counts: (one: Made) => boolean,
): Effective =>
  made
    .get(id)!
    .filter(counts)
    .reduce<Effective>((before, one) => applied(before, one.applied), { announcement, changes: [] });

export const correctionsOf = (announcement: Announcement): readonly Correction[] =>
  'corrections' in announcement ? (announcement.corrections ?? []) : [];

const applied = ({ announcement, changes }: Effective, { change, value }: Applied): Effective => ({
  announcement:
    change.field === undefined ? announcement : ({ ...announcement, [change.field]: value } as Announcement),
  changes: [...changes, change],
});

function readCorrection(
  by: Linked,
  correction: Correction,
  before: Effective | undefined,
): Applied | Refused {
  const { field, matter, from, to } = correction;
  if ((field === undefined) === (matter === undefined)) {
    return {
      code: 'L118',
      message: '每一项更正要写“字段”或者“事项”，二者取一',
      help: '改的是原公告的某一栏，写 字段: 投标截止；改的是文件的其他内容，写 事项: 招标文件第三章',
    };
  }
  if (from === to) return { code: 'L109', message: '“原”和“新”相同', help: '核对改了什么', key: 'to' };
  const change = { by: by.id, at: by.announcement.publishedAt, label: matter ?? field!, from, to };
  if (field === undefined || !before) return { change };
  const form = formOf(specOf(before.announcement));
  const known = fieldNamed(form, field);
  if (known?.kind && canCorrect(known)) return readFieldChange(change, known, before);
  const message = whyNotField(field, known, specOf(before.announcement).term);
  return { code: 'L106', message, help: whatElse(field, form), key: 'field' };
}

/** Holds the old value against the one in force, and reads the new one. */
function readFieldChange(change: Change, field: Field, before: Effective): Applied | Refused {
  const { key, label, kind } = field;
  const current = (before.announcement as unknown as Record<string, unknown>)[key];
  if (current === undefined) {
    const help = '原公告没有的内容，用“事项”写明增加了什么';
    return { code: 'L107', message: `原公告没有写“${label}”`, help, key: 'from' };
  }
  const { name, parse, print } = kind!;
  const old = parse(remarkBehind(field, change.from)?.head ?? change.from);
  if ('fault' in old || !isSame(old.value, current)) {
    const last = before.changes.findLast(({ field }) => field === key);
    const since = last ? `（${last.by} 更正后）` : '';
    const message = `“原”与当时有效的内容不一致：当时是 ${print(current)}${since}`;
    return { code: 'L107', message, help: `原: ${writable(name, current, print(current))}`, key: 'from' };
  }
  const behind = remarkBehind(field, change.to);
  const fresh = parse(behind?.head ?? change.to);
  if ('fault' in fresh) {
    const message = `“新”读不出来：${fresh.fault.message}`;
    return { code: 'L108', message, ...remedyIn(fresh.fault), key: 'to' };
  }
  if (isSame(fresh.value, current)) {
    return { code: 'L109', message: '“原”和“新”是同一个值', help: '核对改了什么', key: 'to' };
  }
  const remark = behind === undefined ? '' : `（${behind.rest}）`;
  const words = { from: print(current), to: `${print(fresh.value)}${remark}` };
  const values = { from: current, to: fresh.value };
  return { change: { ...change, ...words, field: key, label, values }, value: fresh.value };
}

/** Whether a correction may change a field: it has one value, and the announcement stays itself. */
export const canCorrect = ({ key, kind }: Field): boolean => kind !== undefined && !FIXED.has(key);

/** Fields that identify an announcement: to change them would make it another one. */
const FIXED: ReadonlySet<string> = new Set(['category', 'type', 'projectCode', 'publishedAt', 'related']);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A value in a form that the clerk can copy into a file. */
export function writable(kind: string, value: unknown, printed: string): string {
  if (kind === 'instant') return String(value).slice(0, 19).replace('T', ' ').replace(/:00$/u, '');
  return kind === 'date' ? String(value) : printed;
}

function whyNotField(label: string, field: Field | undefined, term: string): string {
  if (!field) return `原公告（${term}）没有“${label}”这一栏`;
  if (FIXED.has(field.key)) return `“${label}”发布后不能更正`;
  return `“${label}”是一列内容，不能整栏更正`;
}

function whatElse(label: string, form: readonly Field[]): string {
  const able = form.filter(canCorrect).map((field) => field.label);
  const best = able.toSorted((a, b) => distance(a, label) - distance(b, label))[0];
  if (best !== undefined && distance(best, label) <= 2 && best !== label) return `字段: ${best}`;
  return '改用“事项”写明改的是哪一处，例如 事项: 招标文件第三章';
}
