import { remedyIn, remedyOf, type Fault } from '../announcement/kind.ts';
import { z } from 'zod';
import { fieldsOf, type Field } from '../announcement/field.ts';
import { isCategory, type Category } from '../announcement/category.ts';
import { FIELD_CODE, unfinishedInField, unreadableIn } from '../announcement/legible/marks.ts';
import { near } from '../announcement/near.ts';
import { isLegacy } from '../announcement/legacy.ts';
import { announcementSchema, formOf, types, type Announcement } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import { codeOf, type Diagnostic, type Span } from '../diagnostic.ts';
import { diagnostic } from './front-matter.ts';
import { isKeptUnderAny } from './kept.ts';
import { bracketed } from './leading-sign.ts';
import { inOwnNames } from './own-names.ts';
import { fieldsMeant } from './fields-meant.ts';
import { unitInName } from '../announcement/unit-in-name.ts';
import { placeForFacts, type PlaceForFact } from './other-fact.ts';
import { entryOf, placeOf } from './places.ts';
import type { MapEntry, MapNode, TextNode, Tree } from './tree.ts';
import { readType, type Add } from './type-line.ts';
import { mayHave } from './unclear.ts';

/**
 * Reads the meaning of an announcement's front matter: Chinese keys and texts become the values of its schema. Where
 * its type is not known, or a part of it could not be read, the findings are those of the rest. `named` is the tree with
 * every field under its own name.
 */
export function readAnnouncement(
  file: string,
  written: Tree,
): { announcement?: Announcement; findings: readonly Diagnostic[]; named: Tree } {
  const { tree, kept } = inOwnNames(written, categoryOfFolder(file));
  const reader = new MeaningReader(file, undefined);
  if (tree.kind === 'unclear') return { findings: [], named: tree };
  if (tree.kind !== 'map') return { findings: [reader.notMap(tree, '标题')], named: tree };
  // What the clerk is told to paste goes into what she wrote.
  const { spec, possible, isSlip } = reader.typeOf(tree, written);
  if (!spec) {
    reader.ofAnyType(tree, possible.map(formOf));
    return { findings: reader.findings, named: tree };
  }
  reader.typeLine = entryOf(tree, '类型')!.value.span;
  const input = reader.record(tree, formOf(spec), spec);
  reader.oneOf(tree, spec);
  reader.tellKept(kept);
  const announcement = reader.parse(
    announcementSchema,
    { ...input, category: spec.category, type: spec.id },
    tree,
    formOf(spec),
  );
  const read = { findings: reader.findings, named: tree };
  return announcement && !isSlip ? { announcement, ...read } : read;
}

/**
 * Reads the meaning of a file that is one record, such as `content/site.yaml`. Its faults bear `code`; without one each
 * bears its own.
 */
export function readRecord<S extends z.ZodObject>(
  file: string,
  tree: Tree,
  schema: S,
  code: string | undefined,
): { value?: z.output<S>; findings: readonly Diagnostic[] } {
  const reader = new MeaningReader(file, code);
  const fields = fieldsOf(schema);
  if (tree.kind === 'unclear') return { findings: [] };
  if (tree.kind !== 'map') return { findings: [reader.notMap(tree, fields[0]!.label)] };
  const value = reader.parse(schema, reader.record(tree, fields), tree, fields);
  return value === undefined ? { findings: reader.findings } : { value, findings: reader.findings };
}

/** What may be written where a name is no field's. */
function whatFits(within: string | Field): string {
  if (typeof within === 'string') return '核对“栏目手册”里这个文件有哪些栏目；没有的写了不起作用';
  const own = within.fields!.map(({ label }) => `“${label}”`).join('');
  const reason = within.fields!.find(({ key }) => key === 'reason');
  return `“${within.label}”的每一项只写${own}${reason ? `；别的话并到“${reason.label}”里` : '，别的删去'}`;
}

/** The place of a part of a text; of the whole text where it is not written as it is read. */
function partOf({ text, span }: Pick<TextNode, 'text' | 'span'>, index: number, part: string): Span {
  const quotes = span.length - [...text].length;
  if (quotes !== 0 && quotes !== 2) return span;
  const column = span.column + quotes / 2 + [...text.slice(0, index)].length;
  return { ...span, column, length: Math.max(1, [...part].length) };
}
/** Whether a list may stand on one line. An address may have commas in it: one is a list of one, of several none is told apart. */
const isOnOneLine = (text: string, { item }: Field): boolean =>
  item?.name !== 'old-address' || !/[、，；;\s]|,(?:https?:\/)?\//u.test(text.trim());

/** What stands between the commas of a text, those in brackets aside. */
const partsOf = (text: string): readonly string[] =>
  text
    .split(/[、，,；;](?![^（(]*[）)])/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The category in whose folder an announcement lies. */
function categoryOfFolder(file: string): Category | undefined {
  const name = file.split('/')[1] ?? '';
  return isCategory(name) ? name : undefined;
}

/** Names in one sentence. */
const MOST_NAMED = 6;

/** The fields that say the type; what is wrong with them is found before all else. */
const TYPE_LABELS: readonly (string | undefined)[] = ['类别', '类型'];

class MeaningReader {
  readonly findings: Diagnostic[] = [];
  /** Where an announcement states its type: a missing field is missing because of it. */
  typeLine: Span | undefined;
  /** In an announcement, where facts without a field of their own have a place. */
  #placeForFact: PlaceForFact | undefined;
  /** Whether a value was left out because a fault of form stands in it, which is told elsewhere. */
  #isPartial = false;
  readonly #file: string;
  readonly #code: string | undefined;

  /** `code` replaces the code of every finding, for files that have one code of their own. */
  constructor(file: string, code: string | undefined) {
    this.#file = file;
    this.#code = code;
  }

  readonly add: Add = (code, span, message, remedy, field) => {
    const named = field === undefined ? {} : { field };
    const rest = { ...span, ...named, message, ...remedyOf(remedy) };
    this.findings.push(diagnostic(this.#file, this.#code ?? code, rest));
  };

  /** The type that an announcement says it is. */
  typeOf(map: MapNode, written: Tree): ReturnType<typeof readType> {
    this.#placeForFact = placeForFacts(written.kind === 'map' ? written : map);
    return readType(map, this.add, categoryOfFolder(this.#file));
  }

  /** `first` is the field that such a file begins with. */
  notMap(tree: Tree, first: string): Diagnostic {
    const help = `每行写一栏，例如“${first}: …”`;
    const rest = { ...tree.span, message: '没有按“栏目名: 内容”的格式写', help };
    return diagnostic(this.#file, this.#code ?? 'F111', rest);
  }

  /** Gives the record its English keys. Values stay text; only their shape is looked at. */
  record(
    map: MapNode,
    fields: readonly Field[],
    spec?: TypeSpec,
    within: string | Field = '',
  ): Record<string, unknown> {
    const byLabel = Map.groupBy(fields, ({ label }) => label);
    const present = new Set(map.entries.map((entry) => entry.key));
    const missing = fields.filter(({ label }) => !present.has(label));
    this.#isPartial ||= map.unread !== undefined;
    const record: Record<string, unknown> = {};
    const failed = new Set<string>();
    for (const [index, entry] of map.entries.entries()) {
      const field = byShape(byLabel.get(entry.key), entry.value);
      if (!field && this.#unreadable(entry.key, entry.keySpan)) continue;
      if (!field && isTold(map, index)) this.#isPartial = true;
      else if (!field) {
        const meant = this.#unknown(entry, missing, { spec, within });
        if (meant) failed.add(meant.key);
      } else {
        const value = this.#value(entry, field);
        if (value === undefined) failed.add(field.key);
        else record[field.key] = value;
      }
    }
    for (const field of fields) {
      if (!field.required || byLabel.get(field.label)!.some(({ key }) => key in record || failed.has(key)))
        continue;
      if (mayHave(map, field.label)) continue;
      const at = spec ? this.typeLine! : (map.entries[0]?.keySpan ?? map.span);
      const who = spec ? `${spec.term}必须写“${field.label}”` : `缺少“${field.label}”`;
      this.#missing(field, at, who);
    }
    return record;
  }

  /**
   * `within` names the record that the entry stands in, where that is not the whole front matter; a list that is not
   * about the matter is that list: what stands in it is no fact of the matter.
   */
  #unknown(
    entry: MapEntry,
    missing: readonly Field[],
    { spec, within }: { spec: TypeSpec | undefined; within: string | Field },
  ): Field | undefined {
    const { key, keySpan, value } = entry;
    const named = unitInName(key, missing);
    if (named && value.kind === 'text') {
      const { field, unit } = named;
      const text = value.text.trim();
      const message = `“${key}”的单位是${unit}，内容却写了“${text}”`;
      const figure = /^[\d.,]+/u.exec(text)?.[0];
      const other = figure === undefined ? '' : ` 或 ${field.label}: ${figure}${unit}`;
      const help = `${field.label}: ${text}${other}，对照原件确定；单位只写在内容里`;
      this.add('F201', keySpan, message, help, key);
      return field;
    }
    const place = typeof within === 'string' ? this.#placeForFact?.(`${within}${key}`, value) : undefined;
    const holding = spec ? typesWith(key) : [];
    // 存量公告 has every field of its category: it is no answer to where a line belongs, but for its own two.
    const written = holding.filter((other) => !isLegacy({ type: other.id }));
    const elsewhere = written.length > 0 ? written : holding;
    if (elsewhere.length > 0) {
      const owners = elsewhere.filter((other) => other.category === spec!.category);
      const names = [...new Set((owners.length ? owners : elsewhere).map((other) => other.term))]
        .slice(0, 3)
        .join('、');
      const help = `核对类型（它是${names}的一栏）；公告里确实有的，改成 ${place!}`;
      this.add('F203', keySpan, `${spec!.term}没有“${key}”这一栏`, help, key);
      return undefined;
    }
    const label = near(
      key,
      missing.map((field) => field.label),
    );
    const meant = label === undefined ? undefined : `${label}: …`;
    const help =
      place === undefined
        ? (meant ?? whatFits(within))
        : meant
          ? `${meant}；说的不是这一栏，改成 ${place}`
          : `${place}（没有专门栏目的内容都写在“其他事项”）`;
    this.add('F201', keySpan, `没有“${key}”这一栏`, help, key);
    return missing.find((field) => field.label === label);
  }

  /**
   * Holds the fields of an announcement of unknown type against the forms that it could have: told is a value that
   * none of them takes, a field that none has, and one that is missing from all.
   */
  ofAnyType(map: MapNode, forms: readonly (readonly Field[])[]): void {
    const byLabel = Map.groupBy(new Set(forms.flat()), ({ label }) => label);
    const [common = []] = forms;
    const present = new Set(map.entries.map(({ key }) => key));
    const missing = [...byLabel].flatMap(([label, [field]]) => (present.has(label) ? [] : [field!]));
    const meant = new Set<string>();
    const slip = this.findings.find(({ code }) => code === 'F201')?.field;
    for (const [index, entry] of map.entries.entries()) {
      const meanings = byLabel.get(entry.key) ?? [];
      if ([...TYPE_LABELS, slip].includes(entry.key) || isTold(map, index)) continue;
      if (meanings.length > 0) this.findings.push(...this.#faultsUnderAll(map, entry, meanings));
      else for (const field of this.#meantUnderAny(entry, forms, missing)) meant.add(field.key);
    }
    const required = common.filter(
      ({ key, label }) =>
        !TYPE_LABELS.includes(label) &&
        forms.every((form) => form.some((field) => field.key === key && field.required)),
    );
    for (const field of required) {
      const { key, label } = field;
      if (present.has(label) || meant.has(key) || mayHave(map, label)) continue;
      this.#missing(field, map.entries[0]?.keySpan ?? map.span, `缺少“${label}”`);
    }
  }

  /** What a name that no field has means under any of the forms; told is one that has a place under none of them. */
  #meantUnderAny(
    entry: MapEntry,
    forms: readonly (readonly Field[])[],
    missing: readonly Field[],
  ): readonly Field[] {
    const meant = fieldsMeant(entry, forms);
    if (meant.length > 0 || isKeptUnderAny(entry, forms)) return meant;
    const slip = this.#unknown(entry, missing, { spec: undefined, within: '' });
    return slip ? [slip] : [];
  }

  #missing({ label, example, help }: Field, at: Span, message: string): void {
    const what = `写上“${label}”：${help.replace(/。$/u, '')}`;
    const remedy = { help: what, ...(example !== undefined && { example: `${label}: ${example}` }) };
    this.add('F202', at, message, remedy, label);
  }

  /** What is wrong with a value whatever it means; nothing when it is right under one of the meanings. */
  #faultsUnderAll(map: MapNode, entry: MapEntry, meanings: readonly Field[]): readonly Diagnostic[] {
    let faults: readonly Diagnostic[] = [];
    for (const field of new Map(meanings.map((one) => [one.schema, one])).values()) {
      const reader = new MeaningReader(this.#file, this.#code);
      reader.#placeForFact = this.#placeForFact;
      const value = reader.#value(entry, field);
      if (value !== undefined)
        reader.parse(z.object({ [field.key]: field.schema }), { [field.key]: value }, map, [field]);
      if (reader.findings.length === 0) return [];
      if (faults.length === 0) faults = reader.findings;
    }
    return faults;
  }

  #value(entry: MapEntry, field: Field): unknown {
    const { value } = entry;
    if (value.kind === 'unclear') {
      this.#isPartial = true;
      return undefined;
    }
    if (value.kind === 'text' && value.text.trim() === '') {
      const { label, example } = field;
      const remedy = field.required
        ? { help: `写上“${label}”的内容`, ...(example !== undefined && { example: `${label}: ${example}` }) }
        : `写上内容，或者删掉“${label}”这一行`;
      this.add('F206', entry.keySpan, `“${label}”没有写内容`, remedy, label);
      return undefined;
    }
    if (field.shape === 'scalar') {
      if (value.kind === 'text') return this.#text(value, field);
      const message = `“${field.label}”只写一个值`;
      const flow = value.written === undefined ? undefined : bracketed(field.label, value.written);
      this.add(
        'F207',
        flow ? value.span : entry.keySpan,
        flow ? `${message}，${flow.reason}` : message,
        flow?.help ??
          (field.example === undefined
            ? `${field.label}: …`
            : { example: `${field.label}: ${field.example}` }),
        field.label,
      );
      return undefined;
    }
    // One record needs no dash to be a list of one.
    if (value.kind === 'map' && field.shape === 'records') {
      const item = this.#item(value, field, 0);
      return item === undefined ? undefined : [item];
    }
    if (value.kind === 'text' && field.shape === 'values' && isOnOneLine(value.text, field))
      return this.#valuesOnOneLine(value, field);
    if (value.kind !== 'list' || value.items.length === 0) {
      const item = field.fields ? `${field.fields[0]!.label}: …` : '…';
      this.add(
        'F207',
        entry.keySpan,
        `“${field.label}”要逐项列出`,
        `另起一行，缩进两格写“- ${item}”，一项一个“-”`,
        field.label,
      );
      return undefined;
    }
    const items = value.items.map((item, index) => this.#item(item, field, index));
    return items.includes(undefined) ? undefined : items;
  }

  /** Names and codes one after another, 王某、李某（采购人代表）: as good as a list. */
  #valuesOnOneLine({ text, span }: TextNode, field: Field): unknown {
    const parts = field.item?.name === 'old-address' ? [text] : partsOf(text);
    const items = parts.map((part) => this.#text({ kind: 'text', text: part, span }, field));
    return items.includes(undefined) ? undefined : items;
  }

  #item(item: Tree, field: Field, index: number): unknown {
    if (item.kind === 'unclear') {
      this.#isPartial = true;
      return undefined;
    }
    if (field.shape === 'values') {
      if (item.kind === 'text' && item.text.trim() !== '') return this.#text(item, field);
      this.add('F207', item.span, `“${field.label}”的每一项只写一个值`, '- …', field.label);
      return undefined;
    }
    if (item.kind === 'map')
      return this.record(
        item,
        field.fields!,
        undefined,
        field.block === 'elsewhere' ? field : `${field.label}第 ${index + 1} 项的`,
      );
    const names = field.fields!.filter((one) => one.required).map((one) => one.label);
    this.add(
      'F207',
      item.span,
      `“${field.label}”的每一项要分栏写`,
      `- ${names.map((name) => `${name}: …`).join('，下一行 ')}`,
      field.label,
    );
    return undefined;
  }

  /** A text without the blanks round it; nothing when nobody could read it. What is unfinished in it is told. */
  #text(node: TextNode, field: Field): string | undefined {
    if (this.#unreadable(node.text, node.span, field.label)) return undefined;
    // What a correction replaces stands here as it was published.
    const marks = field.key === 'from' ? [] : unfinishedInField(node.text);
    for (const { kind, index, text, message, help } of marks) {
      const code = FIELD_CODE[kind];
      const span = partOf(node, index, text);
      const own = codeOf(code).severity === 'error' ? (this.#code ?? code) : code;
      this.findings.push(diagnostic(this.#file, own, { ...span, field: field.label, message, help }));
    }
    return marks.some(({ kind }) => codeOf(FIELD_CODE[kind]).severity === 'error')
      ? undefined
      : node.text.trim();
  }

  #unreadable(text: string, span: Span, label?: string): boolean {
    const mark = unreadableIn(text, label === undefined ? '栏目名' : '文字');
    if (mark)
      this.add(
        FIELD_CODE[mark.kind],
        partOf({ text, span }, mark.index, mark.text),
        mark.message,
        mark.help,
        label,
      );
    return mark !== undefined;
  }

  /** Says once what was kept among 其他事项, so that a slip in the name of a field is seen. */
  tellKept(kept: readonly MapEntry[]): void {
    const [first] = kept;
    if (!first) return;
    const names = kept.slice(0, MOST_NAMED).map(({ key }) => `“${key}”`);
    const more = kept.length > MOST_NAMED ? `等 ${kept.length} 项` : '';
    const message = `${names.join('')}${more}没有专门的栏目，照原样放进了“其他事项”`;
    this.add('F334', first.keySpan, message, '核对名称有没有写错；没有写错就不用改', first.key);
  }

  oneOf(map: MapNode, spec: TypeSpec): void {
    const form = formOf(spec);
    const given = new Set(map.entries.map((entry) => form.find((field) => field.label === entry.key)?.key));
    for (const group of spec.oneOf) {
      const groupLabels = group.map((key) => form.find((field) => field.key === key)!.label);
      const names = groupLabels.map((label) => `“${label}”`).join('、');
      const chosen = group.filter((key) => given.has(key));
      if (chosen.length === 0 && !groupLabels.some((label) => mayHave(map, label)))
        this.add('F208', this.typeLine!, `${spec.term}要写${names}其中一个`, '写上其中一个', groupLabels[0]);
      if (chosen.length < 2) continue;
      const second = map.entries.findLast((entry) => groupLabels.includes(entry.key))!;
      this.add('F208', second.keySpan, `${names}只能写一个`, '删掉不用的那一个', second.key);
    }
  }

  /** Hands the texts to the schema and turns its issues into findings. Fields already reported are not reported again. */
  parse<S extends z.ZodType>(
    schema: S,
    input: Record<string, unknown>,
    tree: MapNode,
    fields: readonly Field[],
  ): z.output<S> | undefined {
    const result = schema.safeParse(input);
    if (result.success) return this.#isPartial ? undefined : result.data;
    for (const issue of result.error.issues) {
      if (issue.code !== 'custom') continue;
      const { code, message, ...remedy } = issue.params as unknown as Fault;
      const path = issue.path as (string | number)[];
      const field = fields.find((candidate) => candidate.key === path[0]);
      this.add(code, placeOf(tree, path, fields), message, remedyIn(remedy), field?.label);
    }
    // What the schema refuses must have been said: a file must not vanish without a word.
    if (this.findings.length === 0 && !this.#isPartial)
      throw new Error(`${this.#file}: ${result.error.message}`);
    return undefined;
  }
}

/** Of two fields of one name, a single value means the one that takes one, and anything else the list. */
function byShape(named: readonly Field[] = [], value: Tree): Field | undefined {
  const isList = value.kind === 'list' || value.kind === 'map';
  return named.find(({ shape }) => (shape === 'records') === isList) ?? named[0];
}

/** Whether what is wrong with an entry has been told, so that its name needs no word: it has none, or is a second one. */
function isTold(map: MapNode, index: number): boolean {
  const { key, value } = map.entries[index]!;
  if (value.kind !== 'unclear') return false;
  return key === '' || mayHave(map, key) || map.entries.findIndex((entry) => entry.key === key) < index;
}

let byLabel: ReadonlyMap<string, readonly TypeSpec[]> | undefined;

/** The types whose forms have a field of this label; found for all labels when the first is asked for. */
function typesWith(label: string): readonly TypeSpec[] {
  byLabel ??= new Map(
    [
      ...Map.groupBy(
        types.flatMap((spec) => formOf(spec).map((field) => [field.label, spec] as const)),
        ([one]) => one,
      ),
    ].map(([one, pairs]) => [one, [...new Set(pairs.map(([, spec]) => spec))]]),
  );
  return byLabel.get(label) ?? [];
}
