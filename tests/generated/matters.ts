import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Field } from '../../src/core/announcement/field.ts';
import { formOf, typeOf } from '../../src/core/announcement/schema.ts';
import type { Entry } from '../../src/core/corpus/corpus.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import type { Tree } from '../core/fixtures.ts';
import { valuesOf } from './values.ts';

type Value = string | readonly string[] | readonly Readonly<Record<string, string>>[];
type Fields = Readonly<Record<string, Value>>;

/** A copy of an announcement of the sample, under an id and code of its own. */
interface Draft {
  path: string;
  written: Fields;
  /** Fields with other values than the sample's, by label. */
  changes: Fields;
  body: string;
  attachments: Tree;
}

/** The announcements of one project, which only make sense together. */
export type Matter = readonly Draft[];

/** Fields that say where an announcement lies or what it follows: changed, it would be another. */
const FIXED = new Set([
  'category',
  'type',
  'related',
  'relatedElsewhere',
  'publishedAt',
  'attachments',
  'projectCode',
  'errata',
  'exceptions',
  'legacyUrls',
]);

/** How many fields of each announcement get another value, beside its old addresses. */
const CHANGED = 8;

const BODIES = [
  '',
  '## 一、说明\n\n## 一、说明\n\n## 二\n\n## 三\n\n## 四\n',
  '| 甲 | 乙 |\n| --- | --- |\n| 1 || \n| ^^ | 2 |\n',
  '- 一\n  - 二\n    - 三\n\n> 引用 ~~删~~ **粗** `</code>` &lt;b&gt; &#38;\n',
  '\\`\\`\\`\n\n```\n</pre><script>\n```\n\n    缩进 &amp;\n',
  `长${'W'.repeat(3000)} \u{20089} 甲\n`,
  '[网站](https://example.gov.cn/?a=1&b=%D5) <https://example.gov.cn> a@example.gov.cn\n',
];

/**
 * Copies of the sample's projects with other values in some fields. `round` decides which: as many rounds as a form
 * has fields reach them all.
 */
export function mattersOf(sample: readonly Entry[], round: number, seed: number): readonly Matter[] {
  return [...Map.groupBy(sample, codeOf).values()].map((entries, index) =>
    entries.map((entry, nth) =>
      draftOf(entry, sample, {
        suffix: `-r${round}-${index}`,
        round,
        seed: seed + 1000 * round + 10 * index + nth,
      }),
    ),
  );
}

/** The files of a matter. */
export const filesOf = (matter: Matter): Tree =>
  Object.assign(
    {},
    ...matter.map(({ path, written, changes, body, attachments }) => ({
      ...attachments,
      [path]: `---\n${toYaml({ ...written, ...changes })}---\n${body}`,
    })),
  ) as Tree;

/**
 * A matter with the values taken back that the check refuses: those in the fields it names, or else all in the files
 * it names, or else all of them.
 * Nothing where it refuses what the sample says.
 */
export function mended(matter: Matter, errors: readonly Diagnostic[]): Matter | undefined {
  const ofMatter = errors.filter(({ file }) => matter.some(({ path }) => path === file));
  if (ofMatter.length === 0) return matter;
  const named = (path: string, label: string): boolean =>
    ofMatter.some(({ file, field }) => file === path && field === label);
  const kept = matter.map((draft) => ({
    ...draft,
    changes: Object.fromEntries(Object.entries(draft.changes).filter(([label]) => !named(draft.path, label))),
  }));
  const count = (drafts: Matter): number => drafts.flatMap(({ changes }) => Object.keys(changes)).length;
  if (count(kept) < count(matter)) return kept;
  const ofRightFiles = matter.map((draft) =>
    ofMatter.some(({ file }) => file === draft.path) ? { ...draft, changes: {} } : draft,
  );
  if (count(ofRightFiles) < count(matter)) return ofRightFiles;
  return count(matter) === 0 ? undefined : matter.map((draft) => ({ ...draft, changes: {} }));
}

const codeOf = ({ id, announcement }: Entry): string =>
  ('projectCode' in announcement ? announcement.projectCode : undefined) ?? id;

function draftOf(
  entry: Entry,
  sample: readonly Entry[],
  { suffix, round, seed }: { suffix: string; round: number; seed: number },
): Draft {
  const { announcement, file, frontMatter, body, id } = entry;
  const form = formOf(typeOf(announcement.category, announcement.type));
  const { 旧网址: _, ...written } = parse(renamed(frontMatter, sample, suffix), {
    schema: 'failsafe',
  }) as Fields;
  const free = form.filter(({ key }) => !FIXED.has(key));
  const chosen = Array.from(
    { length: CHANGED },
    (__, nth) => free[(round * CHANGED + nth + seed) % free.length]!,
  );
  const old = form.find(({ key }) => key === 'legacyUrls')!;
  const path = file.replace(id, `${id}${suffix}`);
  return {
    path,
    written,
    changes: Object.fromEntries(
      [...chosen, old].map((field, nth) => [field.label, valueOf(field, written[field.label], seed + nth)]),
    ),
    body: `${renamed(body, sample, suffix)}\n${BODIES[seed % BODIES.length]!}`,
    attachments: attachmentsOf(entry, dirname(path)),
  };
}

/** Ids and project codes of the sample, each followed by the suffix; the codes so that they stay codes. */
function renamed(text: string, sample: readonly Entry[], suffix: string): string {
  const names = [...new Set(sample.flatMap((entry) => [entry.id, codeOf(entry)]))].sort(
    (a, b) => b.length - a.length,
  );
  return text.replaceAll(
    new RegExp(`(?<![A-Za-z0-9-])(${names.join('|')})(?![A-Za-z0-9-])`, 'gu'),
    `$1${suffix}`,
  );
}

const attachmentsOf = ({ file, attachments }: Entry, folder: string): Tree =>
  Object.fromEntries(
    attachments.length === 0
      ? []
      : readdirSync(join('content', dirname(file)))
          .filter((name) => name !== 'index.md')
          .map((name) => [`${folder}/${name}`, readFileSync(join('content', dirname(file), name))]),
  );

/** Areas that generated settings know beside the sample's; an area becomes part of lists, feeds and addresses. */
export const AREAS = ['甲/乙“街道”', '__proto__', 'A&B <镇>', '百分之%41', '示例\u00e9街道'];

function valueOf(field: Field, written: Value | undefined, seed: number): Value {
  const pick = (one: Pick<Field, 'terms' | 'example' | 'itemExample' | 'kind'>, nth: number): string =>
    fc.sample(valuesOf(one.kind!, one), { numRuns: 1, seed: seed * 31 + nth })[0]!;
  if (field.key === 'region') return AREAS[seed % AREAS.length]!;
  if (field.shape === 'scalar') return pick(field, 0);
  if (field.shape === 'values') return [0, 1, 2].map((nth) => pick({ ...field, kind: field.item! }, nth));
  const records = Array.isArray(written) ? (written as readonly Record<string, string>[]) : [{}];
  return records.map((record, nth) => {
    const changed = field.fields![seed % field.fields!.length]!;
    const missing = field.fields!.filter(({ required, label }) => required && !(label in record));
    return {
      ...record,
      ...Object.fromEntries(
        [...missing, changed].map((one, place) => [one.label, pick(one, nth * 20 + place)]),
      ),
    };
  });
}

/** YAML in which every value is between double quotes, whatever it holds. */
const toYaml = (fields: Fields): string =>
  Object.entries(fields)
    .map(
      ([label, value]) => `${label}: ${typeof value === 'string' ? quoted(value) : `\n${toItems(value)}`}\n`,
    )
    .join('');

const toItems = (items: Exclude<Value, string>): string =>
  items
    .map((item) =>
      typeof item === 'string'
        ? `  - ${quoted(item)}`
        : `  - ${Object.entries(item)
            .map(([label, value]) => `${label}: ${quoted(value)}`)
            .join('\n    ')}`,
    )
    .join('\n');

const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, (char) =>
    char.codePointAt(0)! > 0xffff
      ? `\\U${char.codePointAt(0)!.toString(16).padStart(8, '0')}`
      : `\\u${char.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
