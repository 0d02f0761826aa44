import type { Field } from '../announcement/field.ts';
import { isMatterList } from '../announcement/matter-list.ts';
import { numberIn } from '../announcement/numeral.ts';
import { understand, type RecordAnswer } from '../drafting/draft.ts';
import { maskPersonal } from '../privacy.ts';
import type { RecognisedValue } from './fields.ts';
import type { Cell } from './flow.ts';
import { meaningOf } from './meaning.ts';
import { plainLabel, RANKED } from './label.ts';
import type { Stated, Table } from './stated.ts';
import { readingOf } from './values.ts';

/**
 * The lists of a form that a page states whole: in a table whose heads all name fields of one list, in a table with a
 * column for each candidate, by 第一中标候选人 and those that follow. Where anything of it cannot be read, or two tables
 * could be the list, it stays in the body.
 */
export function recordsIn(
  form: readonly Field[],
  tables: readonly Table[],
  pairs: readonly Stated[],
): readonly RecognisedValue[] {
  const lists = form.filter(isMatterList);
  const found = [
    ...tables.flatMap((table) => ofTable(table, lists)),
    ...lists.flatMap((list) => tables.flatMap((table) => ofColumns(table, list))),
    ...lists.flatMap((list) => ofRanked(pairs, list)),
    ...lists.flatMap((list) => ofOne(pairs, list, form)),
  ];
  return found.filter((one) => found.every((other) => other === one || other.field !== one.field));
}

/** What a table calls the code of a lot or plot, in whose list it stands. */
const CODE = /^(?:标段|标包|包|包组|采购包|分包|地块|宗地)$/u;

/** Columns that no field takes and that say nothing of a record. */
const IGNORED = /^(?:序号|备注|说明)$/u;

function ofTable({ head, rows, isOfLot }: Table, lists: readonly Field[]): readonly RecognisedValue[] {
  if (isOfLot) return [];
  const written = head.map(({ text }) => plainLabel(text.replaceAll('\n', '')));
  if (new Set(written).size < written.length) return [];
  const body = rows.filter(
    (row) => !row.some(({ text }) => /^(?:合计|总计|小计)[:：]?$/u.test(text.replace(/\s/gu, ''))),
  );
  const made = lists.flatMap((list) => {
    const hasCode = list.fields!.some(({ key }) => key === 'code');
    const labels = written.map((label) => (hasCode && CODE.test(label) ? '编号' : label));
    const records = body.map((row) =>
      recordOf(
        labels,
        row.map(({ text }) => text),
        list.fields!,
      ),
    );
    return records.length > 0 && records.every((record) => record !== undefined)
      ? understood(list, records, words(head), lineOf(rows[0]!))
      : [];
  });
  return made.length === 1 ? made : [];
}

/** A row as a record; nothing where one of its columns is no field's or one of its cells cannot be read. */
function recordOf(
  labels: readonly string[],
  texts: readonly string[],
  fields: readonly Field[],
): RecordAnswer | undefined {
  const record: Record<string, string> = {};
  for (const [at, label] of labels.entries()) {
    const text = texts[at] ?? '';
    if (IGNORED.test(label)) {
      if (label !== '序号' && !/^[/／-]?$/u.test(text)) return undefined;
      continue;
    }
    // An empty cell has the field that a figure in it would have.
    const meant = text === '' ? meaningOf(label, '0', fields) : meaningOf(label, text, fields);
    if (!meant || record[meant.field.label] !== undefined) return undefined;
    const { field } = meant;
    const reading = readingOf(field, text === '' ? '' : meant.text, false);
    if ('doubt' in reading) return undefined;
    if ('value' in reading) record[field.label] = reading.answer as string;
  }
  return record;
}

/** Rows of a table with a column for each candidate that say what no field does. */
const BESIDES = /资格|资质|业绩|奖|响应|评标情况|评审情况|备注|信誉|财务|安全|目标|承诺/u;

/** A table that has the candidates side by side, each row with what is said of them. */
function ofColumns({ head, rows, isOfLot }: Table, list: Field): readonly RecognisedValue[] {
  const fields = list.fields!;
  const [rank, name] = ['rank', 'name'].map((key) => fields.find((field) => field.key === key));
  const places = head.slice(1).map(({ text }) => numberIn(RANKED.exec(plainLabel(text))?.[1] ?? ''));
  if (isOfLot || !rank || !name || places.length === 0 || places.some((place, at) => place !== at + 1))
    return [];
  const said = rows.filter(([label]) => !BESIDES.test(label!.text));
  const labels = said.map(([label]) => plainLabel(label!.text.replaceAll('\n', '')));
  const named = labels.map((label) =>
    /^(?:中标)?候选人(?:名称)?$|^投标人(?:名称)?$/u.test(label) ? name.label : label,
  );
  const records = places.map((place, at) => {
    const record = recordOf(
      named,
      said.map((row) => row[at + 1]?.text ?? ''),
      fields,
    );
    return record && { [rank.label]: String(place), ...record };
  });
  if (!records.every((record) => record !== undefined)) return [];
  return understood(list, records, words(head), lineOf(head));
}

/** 第一中标候选人：甲公司, with what is said of each below it. */
function ofRanked(pairs: readonly Stated[], list: Field): readonly RecognisedValue[] {
  const fields = list.fields!;
  const [rank, name] = ['rank', 'name'].map((key) => fields.find((field) => field.key === key));
  const ranked = pairs.filter((pair) => RANKED.test(pair.name));
  if (!rank || !name || ranked.length === 0 || ranked.some(({ isOfLot }) => isOfLot)) return [];
  const records = ranked.map((pair, at): RecordAnswer | undefined => {
    const place = numberIn(RANKED.exec(pair.name)![1]!);
    const reading = readingOf(name, pair.value, false);
    if (place !== at + 1 || !('value' in reading)) return undefined;
    const record: Record<string, string> = {
      [rank.label]: String(place),
      [name.label]: reading.answer as string,
    };
    const from = pairs.indexOf(pair) + 1;
    const next = ranked[at + 1];
    const own = pairs.slice(from, next ? pairs.indexOf(next) : undefined);
    for (const one of own) {
      const meant = meaningOf(one.name, one.value, fields);
      const read = meant && readingOf(meant.field, meant.text, false);
      if (!read || !('value' in read) || record[meant.field.label] !== undefined) break;
      record[meant.field.label] = read.answer as string;
    }
    return record;
  });
  if (!records.every((record) => record !== undefined)) return [];
  const { words: at, line } = ranked[0]!.evidence;
  return understood(list, records, at, line);
}

/** What only the records of a list can have, where a notice is about one plot: its labels stand beside the others. */
function ofOne(pairs: readonly Stated[], list: Field, form: readonly Field[]): readonly RecognisedValue[] {
  const fields = list.fields!;
  if (fields.filter(({ required }) => required).length < LEAST_REQUIRED) return [];
  const own = pairs.flatMap((pair) => {
    const meant = meaningOf(pair.name, pair.value, fields);
    return meant && !meaningOf(pair.name, pair.value, form) ? [{ pair, ...meant }] : [];
  });
  const record: Record<string, string> = {};
  for (const { pair, field, text } of own) {
    const reading = readingOf(field, text, false);
    if ('nothing' in reading) continue;
    if ('doubt' in reading || pair.isOfLot || (record[field.label] ?? reading.answer) !== reading.answer)
      return [];
    record[field.label] = reading.answer as string;
  }
  const first = own[0]?.pair.evidence;
  return first ? understood(list, [record], first.words, first.line) : [];
}

/** A list whose records need fewer fields than these could be of other things. */
const LEAST_REQUIRED = 3;

function understood(
  field: Field,
  records: readonly RecordAnswer[],
  found: string,
  line: number,
): readonly RecognisedValue[] {
  const codes = records.flatMap((record) => record['编号'] ?? []);
  if (new Set(codes).size < codes.length || records.some((record) => Object.keys(record).length === 0))
    return [];
  const read = understand(field, records);
  if ('fault' in read) return [];
  const evidence = { rule: '表格', words: [...maskPersonal(found)].slice(0, 60).join(''), line };
  return [{ field, answer: read.answer, evidence }];
}

const words = (row: readonly Cell[]): string => row.map(({ text }) => text.replaceAll('\n', '')).join(' | ');
const lineOf = (row: readonly Cell[]): number =>
  row.find(({ lines }) => lines.length > 0)?.lines[0]?.line ?? 0;
