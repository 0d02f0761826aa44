import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { Field } from '../../../src/core/announcement/field.ts';
import { formOf, typeOf, types, type Announcement } from '../../../src/core/announcement/schema.ts';
import type { Entry } from '../../../src/core/corpus/corpus.ts';
import { labels } from '../../../src/core/corpus/labels.ts';
import { loadCorpus } from '../../../src/core/corpus/load.ts';
import { readAnnouncement } from '../../../src/core/corpus/meaning.ts';
import { readTree } from '../../../src/core/corpus/read-tree.ts';
import type { Tree } from '../../../src/core/corpus/tree.ts';
import { judgePublished, type Present } from '../../../src/core/ledger/judge.ts';
import { hash, keep, slips } from './statements.ts';

/** Fields that name the announcement's form: another type is another form, and no slip of one character. */
const FORM = ['category', 'type'];

const judge = (kept: Present, now: Present) =>
  judgePublished({ kept: keep(kept), present: [now], ids: new Set([now.id]), hash });

const mayChange = (field: Field): boolean => field.afterPublication === 'may-change';

/** Whether one changed value of an announcement is told once, by the name of its field, and nothing else is. */
function expectTold(kept: Present, now: Present, top: Field, isFree: boolean): void {
  const told = judge(kept, now).map(({ code, at, message }) => ({ code, key: at?.split('.')[0], message }));
  const one = { code: 'K101', key: top.key, message: expect.stringContaining(`“${top.label}”`) as string };
  expect(told, `${kept.id} ${top.label}`).toEqual(isFree ? [] : [one]);
}

test('of each type, every field of its form that is changed by one character is told by its name', () => {
  for (const spec of types) {
    const form = formOf(spec);
    const input = { ...exampleOf(form), category: spec.category, type: spec.id };
    const kept = presentOf(spec.schema.parse(input) as Announcement);
    for (const { path, top, field } of leavesOf(form).filter(({ top }) => !FORM.includes(top.key))) {
      const now = changed(input, path, field, (one) => {
        const parsed = spec.schema.safeParse(one);
        return parsed.success ? (parsed.data as Announcement) : undefined;
      });
      expect(
        now,
        `${spec.term} ${top.label} ${field.label}: no value differs by one character`,
      ).toBeDefined();
      expectTold(kept, presentOf(now!), top, mayChange(field));
    }
  }
}, 60_000);

test('of samples of each type, every value in the file that is changed by one character is told by the name of its field', () => {
  const { entries } = loadCorpus('content');
  expect(entries.length).toBeGreaterThan(100);
  let values = 0;
  for (const entry of someOfEachType(entries)) {
    const form = formOf(typeOf(entry.announcement.category, entry.announcement.type));
    const kept = { ...entry, attachments: [] };
    for (const { top, field, line, column, text } of valuesIn(entry, form)) {
      const now = firstOf(slips(text, field), (slip) => reread(entry, line, column, text, slip));
      if (!now) continue;
      values += 1;
      expectTold(kept, { ...kept, announcement: now }, top, mayChange(field));
    }
  }
  expect(values).toBeGreaterThan(1000);
}, 120_000);

test('a body that differs in one character is told at its line', () => {
  for (const { id, announcement, body } of loadCorpus('content').entries) {
    const kept = { id, announcement, body, attachments: [] };
    const line = body.trim().split('\n').length - 1;
    const told = judge(kept, { ...kept, body: `${body.trimEnd()}改` });
    expect(told).toEqual([expect.objectContaining({ code: 'K101', bodyLine: line })]);
  }
});

/** Three of each type: all of them would take four times as long and have the same fields. */
const someOfEachType = (entries: readonly Entry[]): readonly Entry[] =>
  [...Map.groupBy(entries, ({ announcement: { category, type } }) => `${category} ${type}`).values()].flatMap(
    (same) => same.slice(0, 3),
  );

/** A form filled with the example of each field. */
function exampleOf(form: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(
    form.map((field) => {
      if (field.shape === 'scalar') return [field.key, field.example];
      return [field.key, [field.fields ? exampleOf(field.fields) : (field.itemExample ?? field.example)]];
    }),
  );
}

interface Leaf {
  readonly path: readonly (string | number)[];
  readonly top: Field;
  readonly field: Field;
}

const leavesOf = (form: readonly Field[]): readonly Leaf[] =>
  form.flatMap((top) => {
    if (top.shape === 'scalar') return [{ path: [top.key], top, field: top }];
    if (!top.fields) return [{ path: [top.key, 0], top, field: top }];
    return leavesOf(top.fields).map(({ path, field }) => ({ path: [top.key, 0, ...path], top, field }));
  });

/** The announcement with the first slip at a place that can be read and means another thing. */
function changed(
  input: Record<string, unknown>,
  path: readonly (string | number)[],
  field: Field,
  parse: (input: unknown) => Announcement | undefined,
): Announcement | undefined {
  const before = parse(input);
  const text = String(path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], input));
  return firstOf(slips(text, field), (slip) => {
    const copy = structuredClone(input);
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], copy);
    (parent as Record<string, unknown>)[path.at(-1)!] = slip;
    const after = parse(copy);
    return after && !isDeepStrictEqual(before, after) ? after : undefined;
  });
}

const presentOf = (announcement: Announcement): Present => ({
  id: 'gm-js-2026-001-tender',
  announcement,
  body: '现予公告。',
  attachments: [],
});

interface Value {
  readonly top: Field;
  readonly field: Field;
  /** Line of the front matter, counted from 0, and column in it, counted from 0. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** The values that stand on one line of a front matter as they are written. */
function valuesIn({ frontMatter }: Entry, form: readonly Field[]): readonly Value[] {
  const lines = frontMatter.split('\n');
  const { tree } = readTree(frontMatter, 1, labels);
  const inTree = (
    node: Tree,
    fields: readonly Field[],
    owner: { top?: Field; field?: Field },
  ): readonly Value[] => {
    if (node.kind === 'list') return node.items.flatMap((item) => inTree(item, fields, owner));
    if (node.kind === 'map') {
      return node.entries.flatMap(({ key, value }) => {
        // Two fields of one name, 关联公告: one takes an id, the other a list.
        const sameName = fields.filter(({ label }) => label === key);
        const field =
          sameName.find(({ shape }) => (shape === 'scalar') === (value.kind === 'text')) ?? sameName[0]!;
        return inTree(value, field.fields ?? [], { top: owner.top ?? field, field });
      });
    }
    if (node.kind === 'unclear') return [];
    const { top, field } = owner;
    const line = node.span.line - 1;
    const column = node.span.column - 1;
    const isPlain = [...(lines[line] ?? '')].slice(column).join('').startsWith(node.text);
    if (!top || !field || !isPlain || FORM.includes(top.key)) return [];
    return [{ top, field, line, column, text: node.text }];
  };
  return inTree(tree!, form, {});
}

/** The announcement as it is read with one value of its front matter replaced; undefined where it means the same or nothing. */
function reread(
  entry: Entry,
  line: number,
  column: number,
  text: string,
  slip: string,
): Announcement | undefined {
  const lines = entry.frontMatter.split('\n');
  const characters = [...lines[line]!];
  characters.splice(column, [...text].length, slip);
  const { tree } = readTree(lines.with(line, characters.join('')).join('\n'), 1, labels);
  const after = tree && readAnnouncement(entry.file, tree).announcement;
  return after && !isDeepStrictEqual(after, entry.announcement) ? after : undefined;
}

function firstOf<T, R>(items: Iterable<T>, find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
