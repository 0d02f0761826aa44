import { dayOf, type Instant } from '../announcement/instant.ts';
import { printMoney } from '../announcement/money.ts';
import { priceUnitOf } from '../announcement/price-unit.ts';
import { sumOf } from '../announcement/sum.ts';
import { addDays } from '../calendar.ts';
import type { Alteration, AlterationKind, AlteredLine } from '../changes.ts';
import { MOST_CHANGES, type Item, type ItemChange } from './browser/feed.ts';
import { widthOf } from './browser/lines.ts';
import { factOf } from '../announcement/fact.ts';
import { type Row } from '../listing.ts';
import { winnersOf } from '../announcement/outcomes.ts';
import { HAPPENING_TAG } from '../status.ts';
import type { Collection } from '../edition.ts';

/** A call with the moment it closes, to newcomers or for good; then it leaves the screen. */
export const callItem =
  (closing: (row: Row) => Instant) =>
  (row: Row): Item => ({ ...known(row), at: closing(row), ...markOf(row), until: closing(row) });

/** An opening with its room, until its day is over: who comes late looks for the room too. */
export function openingItem(row: Row, { effective }: Collection): Item {
  const at = row.opening!.value;
  const place = factOf(effective(row.id).announcement, 'opening-place')?.text;
  const until = `${addDays(dayOf(at), 1)}T00:00:00+08:00`;
  return { ...known(row), at, ...detailOf(place), ...markOf(row), until };
}

export const publishedItem = (row: Row): Item => ({ ...known(row), at: row.publishedAt, ...markOf(row) });

/** A result with who won and for how much. */
export function resultItem(row: Row, { effective }: Collection): Item {
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
