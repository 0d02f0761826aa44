import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { CATEGORIES, categories, type Category } from '../../src/core/announcement/category.ts';
import type { Field } from '../../src/core/announcement/field.ts';
import { formOf, typeOf } from '../../src/core/announcement/schema.ts';
import { runScript, ScriptError, wholeNumber } from '../script.ts';
import { chanceOf, type Chance } from './archive/chance.ts';
import { construction } from './archive/construction.ts';
import { anyDay, daysOff, EVER, HOLIDAYS, makeUpDay, YEARS, yearSpan, type Span } from './archive/days.ts';
import { region, regions, type Draft, type Matter, type Written } from './archive/draft.ts';
import { general } from './archive/general.ts';
import { land } from './archive/land.ts';
import { procurement } from './archive/procurement.ts';
import { property } from './archive/property.ts';

/** The moment a site of the archive takes for the present. */
export const TODAY = '2026-11-02T09:00+08:00';

/** How many announcements of each category one district centre published in 2018; the letters of its codes. */
const SHARES: Readonly<Record<Category, { share: number; letters: string; matter: typeof construction }>> = {
  construction: { share: 276, letters: 'JS', matter: construction },
  procurement: { share: 59, letters: 'CG', matter: procurement },
  land: { share: 163, letters: 'TD', matter: land },
  property: { share: 20, letters: 'CQ', matter: property },
  general: { share: 18, letters: 'TZ', matter: general },
};

/** One matter in this many has its announcements in folders of their own, each with an attachment. */
const ONE_ATTACHMENT_IN = 10;

/**
 * Writes a content folder of exactly `count` made-up announcements, with its settings, calendars, one display and one kiosk. The
 * same arguments give the same bytes, and the check finds nothing in them. All are published within `span`.
 */
export function generate(folder: string, count: number, seed: string, span = EVER): void {
  writeSettings(folder);
  for (const draft of draftsOf(count, seed, span)) writeDraft(folder, draft);
}

/** The announcements of such a folder, category by category. */
export const draftsOf = (count: number, seed: string, span = EVER): readonly Draft[] =>
  quotas(count).flatMap(([category, quota]) =>
    announcements(category, quota, chanceOf(`${seed}/${category}`), span),
  );

/** As many as the district centre published in 2018, all in that year: the office's own year, made up. */
export function generate2018(folder: string): void {
  const count = categories.reduce((sum, category) => sum + SHARES[category].share, 0);
  generate(folder, count, '2018', yearSpan(2018));
}

/** Whole matters one after another; the last is cut where the quota ends, and any where the span does. */
function announcements(category: Category, quota: number, chance: Chance, span: Span): readonly Draft[] {
  const { letters, matter } = SHARES[category];
  const serials = new Map<string, number>();
  const drafts: Draft[] = [];
  while (drafts.length < quota) {
    const day = anyDay(chance, span);
    const year = day.slice(0, 4);
    const serial = (serials.get(year) ?? 0) + 1;
    serials.set(year, serial);
    const code = `GM-${letters}-${year}-${String(serial).padStart(4, '0')}`;
    const facts: Matter = { code, region: region(chance), day };
    const published = matter(facts, chance).filter(({ publishedAt }) => publishedAt.slice(0, 10) <= span.to);
    drafts.push(...published.slice(0, quota - drafts.length));
  }
  return drafts;
}

/** Splits a count over the categories in proportion, largest remainders first. */
function quotas(count: number): readonly (readonly [Category, number])[] {
  const total = categories.reduce((sum, category) => sum + SHARES[category].share, 0);
  const exact = categories.map((category) => ({ category, part: (count * SHARES[category].share) / total }));
  const missing = count - exact.reduce((sum, { part }) => sum + Math.floor(part), 0);
  const favoured = exact
    .toSorted((a, b) => (b.part % 1) - (a.part % 1))
    .slice(0, missing)
    .map(({ category }) => category);
  return exact.map(({ category, part }) => [
    category,
    Math.floor(part) + (favoured.includes(category) ? 1 : 0),
  ]);
}

function writeDraft(folder: string, draft: Draft): void {
  const withAttachment = Number(/-(\d{4})(?:-[a-z]|$)/u.exec(draft.id)?.[1]) % ONE_ATTACHMENT_IN === 0;
  const place = join(folder, 'announcements', draft.category, draft.publishedAt.slice(0, 4));
  const path = join(place, withAttachment ? `${draft.id}/index.md` : `${draft.id}.md`);
  const attachments: Draft['fields'] = withAttachment
    ? { attachments: [{ file: '附件一.pdf', name: '附件一' }] }
    : {};
  write(path, printed({ ...draft, fields: { ...draft.fields, ...attachments } }));
  if (withAttachment) write(join(dirname(path), '附件一.pdf'), pdf(draft.id));
}

/** The file of a draft: its fields in the order and under the names of the schema. */
function printed({ category, type, publishedAt, fields, body }: Draft): string {
  const spec = typeOf(category, type);
  const values: Record<string, Written> = {
    ...fields,
    publishedAt,
    category: CATEGORIES[category],
    type: spec.term,
  };
  const form = formOf(spec);
  const stray = Object.keys(values).filter((key) => !form.some((field) => field.key === key));
  if (stray.length > 0) throw new Error(`${category}/${type} has no field ${stray.join(', ')}`);
  return `---\n${form.map((field) => lines(field, values[field.key])).join('')}---\n\n${body.join('\n\n')}\n`;
}

function lines({ label, fields = [] }: Field, value: Written | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return `${label}: ${scalar(value)}\n`;
  const items = value.map((item) => {
    if (typeof item === 'string') return `  - ${scalar(item)}\n`;
    const rows = fields.filter(({ key }) => item[key] !== undefined);
    return rows
      .map((field, index) => `  ${index === 0 ? '-' : ' '} ${field.label}: ${scalar(item[field.key]!)}\n`)
      .join('');
  });
  return `${label}:\n${items.join('')}`;
}

const scalar = (text: string): string =>
  /^[\p{L}\p{N}（][^:#'"]*$/u.test(text) ? text : stringify(text).trimEnd();

function writeSettings(folder: string): void {
  const settings = {
    站点名称: '示例公共资源交易',
    中心名称: '示例市公共资源交易中心',
    网址: 'https://www.example.gov.cn',
    示例站: '是',
    地区: regions,
    联系电话: '0757-00000000',
    // Nobody's: the data that a registered centre publishes are measured too.
    OCDS前缀: 'ocds-zb0000',
  };
  write(join(folder, 'site.yaml'), stringify(settings));
  const screen = {
    名称: '一楼大厅',
    尺寸: '55英寸',
    像素: '1920×1080',
    观看距离: '3米',
    栏目: [{ 内容: '可参与', 条数: '20' }],
  };
  write(join(folder, 'displays/lobby.yaml'), stringify(screen));
  write(
    join(folder, 'kiosks/hall.yaml'),
    stringify({ 名称: '一楼查询机', 尺寸: '21.5英寸', 像素: '1920×1080' }),
  );
  for (const year of YEARS) {
    const off = daysOff(year);
    const calendar = {
      年份: year,
      依据: '示例安排',
      文号: '示例',
      节假日: HOLIDAYS.map(({ name, from, to }) => ({
        名称: name,
        开始: `${year}-${from}`,
        结束: `${year}-${to}`,
      })),
      法定节日: off,
      调休上班: [makeUpDay(year)],
    };
    write(join(folder, `calendar/${year}.yaml`), stringify(calendar));
  }
}

const made = new Set<string>();

function write(path: string, text: string): void {
  const folder = dirname(path);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  writeFileSync(path, text);
}

/** The least that is a PDF: one empty page, told apart from others by the name of its announcement. */
function pdf(name: string): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let text = `%PDF-1.4\n% ${name}\n`;
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}

const usage = `usage: npx node tests/bench/generate.ts --out FOLDER [--2018 | --count N [--seed TEXT]]
Writes a made-up archive into a folder: settings, calendars, a display, a kiosk and N announcements (10000).
--2018  the 536 announcements of the office's year 2018 instead
--seed  another archive for another text (1); the same count and seed give the same bytes`;

const options = {
  count: { type: 'string', default: '10000' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string' },
  2018: { type: 'boolean', default: false },
} as const;

if (import.meta.main)
  await runScript({ usage, options }, ({ count, seed, out, 2018: isYear }) => {
    if (!out) throw new ScriptError('--out names the folder that is to be written; --help tells more');
    if (existsSync(out) && readdirSync(out).length > 0)
      throw new ScriptError(
        `${out} is not empty; nothing was written. Name a folder that is empty or not there.`,
      );
    if (isYear) generate2018(out);
    else generate(out, wholeNumber('count', count, 1), seed);
    return 0;
  });
