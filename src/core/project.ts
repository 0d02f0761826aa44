import { distance } from 'fastest-levenshtein';
import type { Field } from './announcement/field.ts';
import type { Instant } from './announcement/instant.ts';
import { formOf, typeOf, type Announcement } from './announcement/schema.ts';
import type { Stage, TypeSpec } from './announcement/type.ts';
import type { Finding } from './diagnostic.ts';

/** One announcement as this room knows it: the fields, under the id that others name it by. */
export interface Linked {
  id: string;
  announcement: Announcement;
  body: string;
}

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
}

/** An announcement with all corrections applied. */
export interface Effective {
  announcement: Announcement;
  /** In the order of publication. */
  changes: readonly Change[];
}

/** What has happened to an announcement through later ones; each names the later announcement. */
export interface Events {
  corrected: readonly string[];
  suspended?: string;
  terminated?: string;
  failed?: string;
  result?: string;
}

/** All announcements under one project code, in the order of publication. */
export interface Project {
  code: string;
  ids: readonly string[];
}

export interface Links {
  effective: ReadonlyMap<string, Effective>;
  events: ReadonlyMap<string, Events>;
  projects: ReadonlyMap<string, Project>;
  findings: readonly Finding[];
}

const specOf = ({ category, type }: Announcement): TypeSpec => typeOf(category, type);

const relatedOf = (announcement: Announcement): string | undefined =>
  'related' in announcement ? announcement.related : undefined;

const codeOf = (announcement: Announcement): string | undefined =>
  'projectCode' in announcement ? announcement.projectCode : undefined;

const lotCodesOf = (announcement: Announcement): readonly string[] =>
  'lotCodes' in announcement ? (announcement.lotCodes ?? []) : [];

const byTime = (a: Linked, b: Linked): number =>
  a.announcement.publishedAt < b.announcement.publishedAt
    ? -1
    : a.announcement.publishedAt > b.announcement.publishedAt
      ? 1
      : a.id < b.id
        ? -1
        : 1;

/**
 * Joins announcements into projects and applies corrections. `ids` are all ids there are, those of unreadable
 * announcements too: to name one of those is no fault of the one that names it.
 */
export function linkAnnouncements(entries: readonly Linked[], ids: ReadonlySet<string>): Links {
  const linker = new Linker(entries, ids);
  linker.checkLinks();
  linker.applyCorrections();
  linker.checkErrata();
  linker.gatherProjects();
  linker.checkLives();
  return linker;
}

/** Stages that a terminated or failed matter cannot reach any more. */
const AFTER_END: ReadonlySet<Stage> = new Set(['answer', 'evaluation', 'result', 'contract', 'performance']);

class Linker implements Links {
  readonly effective = new Map<string, Effective>();
  readonly events = new Map<string, Events>();
  readonly projects = new Map<string, Project>();
  readonly findings: Finding[] = [];
  readonly #entries: readonly Linked[];
  readonly #byId: ReadonlyMap<string, Linked>;
  readonly #ids: ReadonlySet<string>;

  constructor(entries: readonly Linked[], ids: ReadonlySet<string>) {
    this.#entries = entries.toSorted(byTime);
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
    this.#ids = ids;
  }

  checkLinks(): void {
    for (const entry of this.#entries) {
      const related = relatedOf(entry.announcement);
      if (related !== undefined) this.#checkLink(entry, related);
      this.#checkRetender(entry);
    }
  }

  #checkLink(entry: Linked, related: string): void {
    const add = this.#adder(entry.id, 'related');
    const parent = this.#byId.get(related);
    if (related === entry.id) return add('L105', '关联公告写的是它自己', '写它所属的前一份公告');
    if (!parent) {
      if (!this.#ids.has(related)) add('L101', `找不到公告“${related}”`, this.#nearest(entry, related));
      return;
    }
    const spec = specOf(entry.announcement);
    const parentSpec = specOf(parent.announcement);
    if (this.#isCircular(entry))
      return add('L105', `“${entry.id}”和“${related}”互相关联`, '后发布的写先发布的');
    if (parentSpec.category !== spec.category || !spec.follows.includes(parentSpec.id)) {
      const allowed = spec.follows.map((id) => typeOf(spec.category, id).term).join('、');
      const root = parentSpec.stage === 'correction' ? relatedOf(parent.announcement) : undefined;
      return add(
        'L102',
        `${spec.term}不能接在${parentSpec.term}后面`,
        root ? `关联公告: ${root}（被更正的那一份）` : `可以接在：${allowed}`,
      );
    }
    const code = codeOf(entry.announcement);
    const parentCode = codeOf(parent.announcement);
    if (code && parentCode && code !== parentCode) {
      this.findings.push({
        code: 'L103',
        id: entry.id,
        at: 'projectCode',
        message: `项目编号与关联公告的“${parentCode}”不同`,
        help: `项目编号: ${parentCode}，或者核对关联公告`,
      });
    }
    if (entry.announcement.publishedAt < parent.announcement.publishedAt) {
      this.findings.push({
        code: 'L104',
        id: entry.id,
        at: 'publishedAt',
        message: `发布时间早于它所属的公告“${related}”`,
        help: `核对发布时间；那一份发布于 ${parent.announcement.publishedAt.slice(0, 16).replace('T', ' ')}`,
      });
    }
    this.#checkLots(entry, parent);
  }

  #checkRetender({ id, announcement }: Linked): void {
    if (!('retender' in announcement) || announcement.retender !== true) return;
    const parent = this.#byId.get(relatedOf(announcement) ?? '');
    if (!parent && relatedOf(announcement) !== undefined) return;
    const stage = parent && specOf(parent.announcement).stage;
    if (stage === 'failure' || stage === 'termination' || stage === 'result') return;
    const help = '关联公告写前一次的流标公告或者终止公告';
    this.findings.push({
      code: 'L114',
      id,
      at: 'retender',
      message: '重新招标没有写明前一次的流标或终止公告',
      help,
    });
  }

  #checkLots(entry: Linked, parent: Linked): void {
    const known = lotsOf(this.#callOf(parent)?.announcement);
    if (known.length === 0) return;
    for (const { at, lot } of lotUses(entry.announcement)) {
      if (known.includes(lot)) continue;
      this.findings.push({
        code: 'L112',
        id: entry.id,
        at,
        message: `没有编号为“${lot}”的标段（包）`,
        help: `有：${known.join('、')}`,
      });
    }
  }

  /** The call that opened the matter an announcement belongs to. */
  #callOf(entry: Linked): Linked | undefined {
    let current: Linked | undefined = entry;
    for (let steps = 0; current && steps < 20; steps += 1) {
      if (lotsOf(current.announcement).length > 0) return current;
      current = this.#byId.get(relatedOf(current.announcement) ?? '');
    }
    return undefined;
  }

  #isCircular(entry: Linked): boolean {
    const seen = new Set([entry.id]);
    for (
      let next = relatedOf(entry.announcement);
      next !== undefined;
      next = relatedOf(this.#byId.get(next)!.announcement)
    ) {
      if (seen.has(next)) return true;
      seen.add(next);
      if (!this.#byId.has(next)) return false;
    }
    return false;
  }

  #nearest(entry: Linked, related: string): string {
    const code = codeOf(entry.announcement);
    const siblings = this.#entries.filter(
      (other) => other.id !== entry.id && code !== undefined && codeOf(other.announcement) === code,
    );
    const typo = [...this.#ids].find((id) => id !== entry.id && distance(id, related) <= 2);
    if (typo !== undefined) return `关联公告: ${typo}`;
    if (siblings.length > 0) return `本项目的公告有：${siblings.map((other) => other.id).join('、')}`;
    return '核对文件名；先发布的公告要先写好';
  }

  /** Applies each correction, oldest first, to the announcement it names. */
  applyCorrections(): void {
    for (const { id, announcement } of this.#entries) this.effective.set(id, { announcement, changes: [] });
    for (const entry of this.#entries) {
      const { announcement } = entry;
      if (!('corrections' in announcement) || !announcement.corrections) continue;
      const target = this.#byId.get(relatedOf(announcement) ?? '');
      for (const [index, correction] of announcement.corrections.entries()) {
        const change = this.#change(entry, index, correction, target);
        if (!change || !target) continue;
        const before = this.effective.get(target.id)!;
        const after =
          change.value === undefined
            ? before.announcement
            : { ...before.announcement, [change.field!]: change.value };
        const { value: _, ...plain } = change;
        this.effective.set(target.id, {
          announcement: after as Announcement,
          changes: [...before.changes, plain],
        });
      }
    }
  }

  #change(
    { id, announcement }: Linked,
    index: number,
    correction: { field?: string | undefined; matter?: string | undefined; from: string; to: string },
    target: Linked | undefined,
  ): (Change & { value?: unknown }) | undefined {
    const { field: label, matter, from, to } = correction;
    const add = this.#adder(id, `corrections.${index}`);
    if ((label === undefined) === (matter === undefined)) {
      add(
        'L118',
        '每一项更正要写“字段”或者“事项”，二者取一',
        '改的是原公告的某一栏，写 字段: 投标截止；改的是文件的其他内容，写 事项: 招标文件第三章',
      );
      return undefined;
    }
    const base = { by: id, at: announcement.publishedAt };
    if (from === to) {
      add('L109', '“原”和“新”相同', '核对改了什么', 'to');
      return undefined;
    }
    if (matter !== undefined) return { ...base, label: matter, from, to };
    if (!target) return undefined;
    const form = formOf(specOf(target.announcement));
    const field = form.find((candidate) => candidate.label === label);
    if (!field?.kind || FIXED.has(field.key)) {
      add('L106', this.#whyNotField(label!, field, target), fieldHelp(label!, form), 'field');
      return undefined;
    }
    return this.#fieldChange({ base, add, field, from, to, target });
  }

  #fieldChange(given: {
    base: { by: string; at: Instant };
    add: Add;
    field: Field;
    from: string;
    to: string;
    target: Linked;
  }) {
    const { base, add, field, from, to, target } = given;
    const kind = field.kind!;
    const current = (this.effective.get(target.id)!.announcement as unknown as Record<string, unknown>)[
      field.key
    ];
    const old = kind.parse(from);
    if (current === undefined) {
      add('L107', `原公告没有写“${field.label}”`, '原公告没有的内容，用“事项”写明增加了什么', 'from');
      return undefined;
    }
    if ('fault' in old || !isSame(old.value, current)) {
      const last = this.effective.get(target.id)!.changes.findLast((change) => change.field === field.key);
      const since = last ? `（${last.by} 更正后）` : '';
      add(
        'L107',
        `“原”与当时有效的内容不一致：当时是 ${kind.print(current)}${since}`,
        `原: ${writable(kind.name, current, kind.print(current))}`,
        'from',
      );
      return undefined;
    }
    const fresh = kind.parse(to);
    if ('fault' in fresh) {
      add('L108', `“新”读不出来：${fresh.fault.message}`, fresh.fault.help, 'to');
      return undefined;
    }
    if (isSame(fresh.value, current)) {
      add('L109', '“原”和“新”是同一个值', '核对改了什么', 'to');
      return undefined;
    }
    return {
      ...base,
      field: field.key,
      label: field.label,
      from: kind.print(current),
      to: kind.print(fresh.value),
      value: fresh.value,
    };
  }

  #whyNotField(label: string, field: Field | undefined, target: Linked): string {
    const term = specOf(target.announcement).term;
    if (!field) return `原公告（${term}）没有“${label}”这一栏`;
    if (FIXED.has(field.key)) return `“${label}”发布后不能更正`;
    return `“${label}”是一列内容，不能整栏更正`;
  }

  /** An erratum's new words must be the ones that stand in the file now. */
  checkErrata(): void {
    for (const { id, announcement, body } of this.#entries) {
      const form = formOf(specOf(announcement));
      for (const [index, erratum] of (announcement.errata ?? []).entries()) {
        const add = this.#adder(id, `errata.${index}`);
        if (erratum.from === erratum.to) add('L109', '“原”和“新”相同', '核对改了什么', 'to');
        else if (erratum.field === undefined) this.#checkBodyErratum(add, body, erratum.to);
        else {
          const field = form.find((candidate) => candidate.label === erratum.field);
          if (!field || field.kind?.name !== 'text') {
            add('L116', `“${erratum.field}”不能用勘误改`, '另发一份更正公告', 'field');
          } else if (
            (announcement as unknown as Record<string, unknown>)[field.key] !== erratum.to.normalize('NFC')
          ) {
            add(
              'L115',
              `勘误的“新”与现在的“${field.label}”不一致`,
              `把“${field.label}”改成勘误后的内容，或者核对“新”`,
              'to',
            );
          }
        }
      }
    }
  }

  #checkBodyErratum(add: Add, body: string, text: string): void {
    const count = body.normalize('NFC').split(text).length - 1;
    if (count === 0) add('L115', '正文里找不到勘误的“新”', '把正文改成勘误后的文字，一字不差', 'to');
    if (count > 1)
      add(
        'L115',
        `勘误的“新”在正文里出现了 ${count} 次，分不清是哪一处`,
        '“原”和“新”都多写几个字，直到只有一处',
        'to',
      );
  }

  gatherProjects(): void {
    const ids = new Map<string, string[]>();
    for (const { id, announcement } of this.#entries) {
      const code = codeOf(announcement);
      if (code === undefined) continue;
      const list = ids.get(code);
      if (list) list.push(id);
      else ids.set(code, [id]);
    }
    for (const [code, list] of ids) this.projects.set(code, { code, ids: list });
  }

  /** Follows each matter through its life: what may not come after an end, which events reach the call. */
  checkLives(): void {
    const events = new Map<string, { -readonly [K in keyof Events]: Events[K] }>();
    for (const { id } of this.#entries) events.set(id, { corrected: [] });
    const failedLots = new Map<string, Set<string>>();
    for (const entry of this.#entries) {
      const { stage } = specOf(entry.announcement);
      const parent = this.#byId.get(relatedOf(entry.announcement) ?? '');
      if (!parent) continue;
      const line = this.#lineOf(parent);
      const end = line
        .map((id) => events.get(id)!.terminated ?? events.get(id)!.failed)
        .find((id) => id !== undefined);
      if (end !== undefined && AFTER_END.has(stage)) {
        this.#adder(entry.id, 'related')(
          'L110',
          `项目已经由“${end}”终止，不能再发${specOf(entry.announcement).term}`,
          '核对关联公告；重新招标的，接在重新招标的公告后面',
        );
      }
      if (stage === 'result') this.#checkResult(entry, parent, failedLots);
      const lots = lotCodesOf(entry.announcement);
      const partial = lots.length > 0;
      if (stage === 'failure' && partial) {
        const call = this.#callOf(entry);
        for (const lot of lots) add(failedLots, call?.id ?? parent.id, lot);
      }
      for (const id of line) {
        const event = events.get(id)!;
        if (stage === 'correction' && id === parent.id) event.corrected = [...event.corrected, entry.id];
        if (stage === 'suspension') event.suspended = entry.id;
        if (stage === 'termination' && !partial) event.terminated = entry.id;
        if (stage === 'failure' && !partial) event.failed = entry.id;
        if (stage === 'result') event.result = entry.id;
      }
    }
    for (const [id, event] of events) this.events.set(id, event);
  }

  /** An announcement and the ones it rests on, up to the call; a plan before the call is another matter. */
  #lineOf(entry: Linked): string[] {
    const line: string[] = [];
    for (let current: Linked | undefined = entry; current && line.length < 20;) {
      line.push(current.id);
      if (specOf(current.announcement).stage === 'call') break;
      current = this.#byId.get(relatedOf(current.announcement) ?? '');
    }
    return line;
  }

  #checkResult(entry: Linked, parent: Linked, failedLots: ReadonlyMap<string, ReadonlySet<string>>): void {
    const { announcement, id } = entry;
    const candidates = this.effective.get(parent.id)!.announcement;
    const failed = failedLots.get(this.#callOf(entry)?.id ?? parent.id);
    if ('lotResults' in announcement) {
      for (const [index, result] of (announcement.lotResults ?? []).entries()) {
        if (result.outcome === 'awarded' && failed?.has(result.lotCode)) {
          this.#adder(id, `lotResults.${index}`)(
            'L113',
            `标段（包）“${result.lotCode}”已经流标`,
            '结果: 流标',
            'outcome',
          );
        }
      }
    }
    if (candidates.category !== 'construction' || candidates.type !== 'candidate-notice') return;
    if (announcement.publishedAt.slice(0, 10) <= candidates.publicityUntil) {
      const help = `公示到 ${candidates.publicityUntil} 结束，结果在次日或之后发布`;
      this.#adder(id, 'publishedAt')('L111', '候选人公示还没有结束', help);
    }
    if (
      announcement.category !== 'construction' ||
      announcement.type !== 'award-notice' ||
      !announcement.winner
    )
      return;
    const names = candidates.candidates.map(({ name }) => name);
    if (!names.includes(announcement.winner)) {
      this.#adder(id, 'winner')(
        'L117',
        `“${announcement.winner}”不在公示的中标候选人里`,
        `候选人有：${names.join('、')}`,
      );
    }
  }

  #adder(id: string, at: string): Add {
    return (code, message, help, key) => {
      this.findings.push({ code, id, at: key === undefined ? at : `${at}.${key}`, message, help });
    };
  }
}

type Add = (code: string, message: string, help: string, key?: string) => void;

/** Fields that identify an announcement: to change them would make it another one. */
const FIXED: ReadonlySet<string> = new Set(['category', 'type', 'projectCode', 'publishedAt', 'related']);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The old value in a form that the clerk can copy. */
const writable = (kind: string, value: unknown, printed: string): string =>
  kind === 'instant'
    ? String(value).slice(0, 16).replace('T', ' ')
    : kind === 'date'
      ? String(value)
      : printed;

function fieldHelp(label: string, form: readonly Field[]): string {
  const able = form.filter((field) => field.kind && !FIXED.has(field.key)).map((field) => field.label);
  const best = able.toSorted((a, b) => distance(a, label) - distance(b, label))[0];
  return best !== undefined && distance(best, label) <= 2
    ? `字段: ${best}`
    : '改用“事项”写明改的是哪一处，例如 事项: 招标文件第三章';
}

function lotsOf(announcement: Announcement | undefined): readonly string[] {
  if (!announcement) return [];
  if ('lots' in announcement && announcement.lots) return announcement.lots.map(({ code }) => code);
  if ('assets' in announcement && announcement.assets) return announcement.assets.map(({ code }) => code);
  return [];
}

/** Where an announcement names lots, as paths with the code named there. */
function lotUses(announcement: Announcement): readonly { at: string; lot: string }[] {
  const uses = lotCodesOf(announcement).map((lot, index) => ({ at: `lotCodes.${index}`, lot }));
  for (const [key, value] of Object.entries(announcement)) {
    if (!Array.isArray(value)) continue;
    for (const [index, item] of value.entries()) {
      const lot = (item as { lotCode?: unknown }).lotCode;
      if (typeof lot === 'string') uses.push({ at: `${key}.${index}.lotCode`, lot });
    }
  }
  return uses;
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
