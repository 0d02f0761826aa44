import { CATEGORIES } from './announcement/category.ts';
import type { Field } from './announcement/field.ts';
import { toYuan } from './announcement/money.ts';
import { moneyKind } from './announcement/money-forms.ts';
import { statedOutcomes, type LotOutcome } from './announcement/outcomes.ts';
import { isParty } from './announcement/parties-of.ts';
import { partyIn } from './announcement/party.ts';
import { sumIn, type Price } from './announcement/price.ts';
import { formOf, typeOf, type Announcement } from './announcement/schema.ts';
import { isReadable, withdrawalOf } from './announcement/withdrawal.ts';
import type { Change, Course, Events } from './project.ts';

/**
 * Counts up when a key changes its meaning. 2: a key of money may be absent though a price is stated, which then stands
 * beside it. What has no such key is 1.
 */
const SCHEMA = 2;

/** Fields that are said elsewhere in the data, or not to outsiders. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'category',
  'type',
  'attachments',
  'legacyUrls',
  'withdrawn',
]);

/** A money field is named after what it is; its unit is stated in the value. */
const nameOf = (key: string): string => key.replace(/Fen$/u, '');

/** The fields of an announcement for machines: English keys, money in yuan with its currency, instants with +08:00. */
export function toData(announcement: Announcement): Record<string, unknown> {
  const form = formOf(typeOf(announcement.category, announcement.type));
  return objectOf(announcement as unknown as Record<string, unknown>, form);
}

function objectOf(
  values: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter(({ key }) => values[key] !== undefined && !ELSEWHERE.has(key))
      .flatMap((field) =>
        field.kind?.name === 'price'
          ? pricesOf(nameOf(field.key), values[field.key] as Price, field)
          : [
              [nameOf(field.key), valueOf(values[field.key], field)] as const,
              ...(isParty(field) ? membersOf(field.key, values[field.key] as string) : []),
            ],
      ),
  );
}

/** A sum stands under the name that sums have always had; what is no plain sum stands beside it, and has no sum. */
function pricesOf(name: string, price: Price, field: Field): readonly (readonly [string, unknown])[] {
  const fen = sumIn(price);
  return [
    ...(fen === undefined ? [] : [[name, moneyKind.toJson(fen)] as const]),
    ...(typeof price === 'number' ? [] : [[besideOf(name), field.kind!.toJson(price)] as const]),
  ];
}

/** The members of a consortium stand beside its name, and the one that leads where the notice says which. */
function membersOf(key: string, name: string): readonly (readonly [string, unknown])[] {
  const { members, leader } = partyIn(name);
  return members.length < 2
    ? []
    : [
        [`${key}Members`, members],
        [`${key}Leader`, leader ?? null],
      ];
}

/** `award` has `awardPrice` beside it, `startPrice` has `startPriceForm`. */
const besideOf = (name: string): string => (/price$/iu.test(name) ? `${name}Form` : `${name}Price`);

function valueOf(value: unknown, field: Field): unknown {
  if (field.kind) return field.kind.toJson(value);
  const items = value as readonly unknown[];
  if (field.item) return items.map((item) => field.item!.toJson(item));
  return items.map((item) => objectOf(item as Record<string, unknown>, field.fields!));
}

/**
 * `/announcements/<id>.json`: what the page shows, as data. Of one that was withdrawn 撤下 nothing is in force any more:
 * `effective` is null, and `withdrawn` says when and why. Without a readable original `published` has the title alone.
 */
export function toDocument(given: {
  id: string;
  url: string;
  published: Announcement;
  effective: Announcement;
  changes: readonly Change[];
  events: Events;
  /** The life of its matter. */
  course: Course | undefined;
  /** What the statutory rules say of it. */
  checks: readonly Record<string, unknown>[];
  attachments: readonly { name: string; url: string; bytes: number }[];
  body: string;
  urlOf: (id: string) => string;
}): Record<string, unknown> {
  const { id, url, published, effective, changes, events, course, checks, attachments, body, urlOf } = given;
  const { category, type } = published;
  const withdrawal = withdrawalOf(published);
  const isShown = isReadable(published);
  return {
    schema: SCHEMA,
    id,
    url,
    category,
    categoryTerm: CATEGORIES[category],
    type,
    typeTerm: typeOf(category, type).term,
    ...(withdrawal && { withdrawn: { ...withdrawal, basis: withdrawal.basis ?? null } }),
    published: isShown ? toData(published) : { title: published.title, publishedAt: published.publishedAt },
    effective: withdrawal ? null : toData(effective),
    changes: (isShown ? changes : []).map(({ by, at, field, label, from, to }) => ({
      by,
      url: urlOf(by),
      at,
      field: field === undefined ? null : nameOf(field),
      label,
      from,
      to,
    })),
    events,
    outcomes: withdrawal ? [] : statedOutcomes(effective).map(outcomeData),
    lots: (course?.root === id ? course.lots : []).map(({ lot, steps }) => ({
      lot: lot ?? null,
      steps: steps.map(({ state, by, at }) => ({ state, by, url: urlOf(by), at })),
    })),
    checks,
    attachments: isShown ? attachments : [],
    body: { format: 'text/markdown', text: isShown ? body : '' },
  };
}

/** One outcome; a price that is no exact sum has its words alone. */
const outcomeData = ({ lots, state, words, winner, price, reason }: LotOutcome): Record<string, unknown> => ({
  lots,
  state,
  words,
  winner: winner?.text ?? null,
  price: price
    ? {
        label: price.label,
        text: price.text,
        yuan: typeof price.value === 'number' ? toYuan(price.value) : null,
      }
    : null,
  reason: reason ?? null,
});
