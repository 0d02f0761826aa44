import { dayOf, type Instant } from '../announcement/instant.ts';
import { printMoney } from '../announcement/money.ts';
import { priceUnitOf } from '../announcement/price-unit.ts';
import { sumOf } from '../announcement/sum.ts';
import { addDays } from '../calendar.ts';
import type { Alteration, AlterationKind, AlteredLine } from '../changes.ts';
import { MOST_CHANGES, type Item, type ItemChange } from './browser/feed.ts';
import { widthOf } from './browser/lines.ts';
import { factOf } from '../announcement/fact.ts';
import type { Opened, Row } from '../listing.ts';
import { roomIn, type House } from '../rooms.ts';
import { STATE_WORDS } from './browser/openings.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import { winnersOf } from '../announcement/outcomes.ts';
import { HAPPENING_TAG } from '../status/happening-tag.ts';
import type { Collection } from '../edition.ts';

/** A call with the moment it closes, to newcomers or for good; then it leaves the screen. */
export const callItem =
  (closing: (row: Row) => Instant) =>
  (row: Row): Item => ({ ...known(row), at: closing(row), ...markOf(row), until: closing(row) });

/**
 * An opening with its room, until its day is over, since who comes late looks for the room too; and each hour or room
 * that it was moved from, since who comes then must be told.
 */
export function openingItems(
  row: Opened,
  collection: Pick<Collection, 'site' | 'entry' | 'effective'>,
): readonly Item[] {
  const house = collection.site;
  const held = openingsSaid(row, collection).map(({ at, place }) => ({ at, ...placeOf(place, house) }));
  const { at: lastAt, ...now } = held.at(-1)!;
  const moved = {
    at: lastAt,
    ...(now.room !== undefined ? { room: now.room } : now.detail !== undefined && { place: now.detail }),
  };
  // A room that is only worded otherwise is the same.
  const signOf = ({ at, room, detail }: (typeof held)[number]): string => `${at} ${room ?? detail ?? ''}`;
  const old = held.slice(0, -1).filter((one) => signOf(one) !== signOf(held.at(-1)!));
  return [
    {
      ...known(row),
      at: lastAt,
      ...now,
      ...markOf(row),
      ...stoppedOf(row, lastAt, collection),
      ...untilNight(lastAt),
    },
    ...old
      .filter((one, index) => old.findIndex((other) => signOf(other) === signOf(one)) === index)
      .map(({ at, ...where }) => ({
        ...known(row),
        at,
        ...where,
        mark: STATE_WORDS[at === lastAt ? 'elsewhere' : 'moved'],
        moved,
        ...untilNight(at),
      })),
  ];
}

/** When and where a call said that it would be opened, first as it was published and then with each correction. */
function openingsSaid(
  { id, opening }: Opened,
  { entry, effective }: Pick<Collection, 'entry' | 'effective'>,
): readonly { at: Instant; place?: string }[] {
  const { announcement, changes } = effective(id);
  const form = formOf(typeOf(announcement.category, announcement.type));
  const [atKey, placeKey] = (['opening', 'opening-place'] as const).map((role) =>
    form.filter((field) => field.role === role).map(({ key }) => key),
  );
  const first = entry(id).announcement;
  const said = [{ at: valueOf(first, 'opening'), place: valueOf(first, 'opening-place') }];
  for (const [, own] of Map.groupBy(changes, ({ by }) => by)) {
    const next = { ...said.at(-1)! };
    for (const { field, values } of own) {
      if (field !== undefined && atKey!.includes(field)) next.at = String(values!.to);
      if (field !== undefined && placeKey!.includes(field)) next.place = String(values!.to);
    }
    said.push(next);
  }
  const present = { at: opening.value, place: valueOf(announcement, 'opening-place') };
  return [...said.flatMap(({ at, place }) => (at === undefined ? [] : [{ at, place }])), present].map(
    ({ at, place }) => ({ at, ...(place !== undefined && { place }) }),
  );
}

const valueOf = (announcement: Announcement, role: 'opening' | 'opening-place'): string | undefined => {
  const fact = factOf(announcement, role);
  return fact && String(role === 'opening' ? fact.value : fact.text);
};

function placeOf(
  place: string | undefined,
  house: House | undefined,
): Pick<Item, 'detail' | 'room' | 'roomId'> {
  const room = place === undefined ? undefined : roomIn(place, house);
  return {
    ...detailOf(place),
    ...(room && { room: room.label, ...(room.id !== undefined && { roomId: room.id }) }),
  };
}

const untilNight = (at: Instant): Pick<Item, 'until'> => ({
  until: `${addDays(dayOf(at), 1)}T00:00:00+08:00`,
});

/** What failed was opened, unless it was given up before. */
function stoppedOf(
  { happening }: Row,
  at: Instant,
  { entry }: Pick<Collection, 'entry'>,
): Pick<Item, 'stopped'> {
  if (happening?.kind === 'suspended') return { stopped: 'suspended' };
  if (happening?.kind === 'terminated') return { stopped: 'terminated' };
  const isGivenUp = happening?.kind === 'failed' && entry(happening.by).announcement.publishedAt < at;
  return isGivenUp ? { stopped: 'terminated' } : {};
}

export const publishedItem = (row: Row): Item => ({ ...known(row), at: row.publishedAt, ...markOf(row) });

/** A result with who won and for how much. */
export function resultItem(row: Row, { effective }: Pick<Collection, 'effective'>): Item {
  const announcement = effective(row.id).announcement;
  const winners = winnersOf(announcement).map(({ text }) => text);
  const fen = row.price ? undefined : sumOf(announcement, 'price');
  const price = row.price?.text ?? (fen === undefined ? undefined : printMoney(fen));
  const who = winners.length > MOST_WINNERS ? `${winners[0]!}等 ${winners.length} 家` : winners.join('、');
  return {
    ...publishedItem(row),
    ...detailOf([who, price && priceUnitOf(announcement) + price].filter(Boolean).join(' · ')),
  };
}

/** What was changed or stopped: the earlier announcement's title, and what is different now. */
export function alterationItem({ kind, at, lines, reason }: Alteration, about: Row, by: Row): Item {
  const changes = lines.toSorted(byWeight).slice(0, MOST_CHANGES).map(changeOf(by.publishedAt));
  const tag = TAGS[kind];
  return {
    ...known(about),
    id: by.id,
    type: by.typeTerm,
    at,
    ...(tag !== undefined && { mark: tag }),
    ...(tag !== undefined && detailOf(reasonOf(reason))),
    ...(changes.length > 0 && { changes }),
  };
}

/** With more than so many winners the first is named and the rest counted. */
const MOST_WINNERS = 2;

/** Wider texts, in em, are read on the website: a row is to be found at a glance. */
const WIDEST_REASON = 40;
const WIDEST_CHANGE = 16;

/** A correction shows by its lines what it is; what has ended says so in a word. */
const TAGS: Readonly<Partial<Record<AlterationKind, string>>> = {
  termination: HAPPENING_TAG.terminated,
  failure: HAPPENING_TAG.failed,
  suspension: HAPPENING_TAG.suspended,
  resumption: '已恢复',
};

const known = ({ id, title, typeTerm, region }: Row): Pick<Item, 'id' | 'title' | 'type' | 'region'> => ({
  id,
  title,
  type: typeTerm,
  ...(region && { region }),
});

const markOf = ({ happening }: Row): Pick<Item, 'mark'> =>
  happening ? { mark: HAPPENING_TAG[happening.kind] } : {};

const detailOf = (detail: string | undefined): Pick<Item, 'detail'> => (detail ? { detail } : {});

/** Deadlines first: they are what a bidder must not miss. */
const byWeight = (a: AlteredLine, b: AlteredLine): number => Number(!a.deadline) - Number(!b.deadline);

/** A passage that may be written in several lines, as a row shows it. */
const onOneLine = (passage: string): string => passage.replace(/\s+/gu, ' ');

function reasonOf(reason = ''): string | undefined {
  const line = onOneLine(reason);
  return widthOf(line) <= WIDEST_REASON ? line : undefined;
}

const changeOf =
  (correctedAt: Instant) =>
  ({ label, from, to }: AlteredLine): ItemChange => {
    const [was, now] = different(short(from, correctedAt), short(to, correctedAt));
    return [was, now].every((words) => widthOf(words) <= WIDEST_CHANGE)
      ? { label, was, now }
      : { label, was: '', now: '有改动，详见公告' };
  };

/** `2026年12月8日（星期二）09:30` as rows print moments; a year that is not the correction's stays. */
const short = (words: string, correctedAt: Instant): string =>
  onOneLine(words)
    .replace(/（星期.）/u, ' ')
    .replace(new RegExp(`^${correctedAt.slice(0, 4)}年(?=\\d{1,2}月)`, 'u'), '')
    .trim();

/** `示例交易中心 301 开标室` and `示例交易中心 305 开标室` differ from 301 on: words they begin with alike are left out. */
function different(was: string, now: string): [string, string] {
  const words = was.split(' ');
  const others = now.split(' ');
  const last = Math.min(words.length, others.length) - 1;
  const alike = words.findIndex((word, index) => word !== others[index]);
  // A day is no less told with a time that has moved.
  if (alike < 1 || alike > last || /日$/u.test(words[alike - 1]!)) return [was, now];
  return [words.slice(alike).join(' '), others.slice(alike).join(' ')];
}
