import type { Edition } from '../core/edition.ts';
import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { isLegacy } from '../core/announcement/legacy.ts';
import { writtenTypesIn } from '../core/announcement/schema.ts';
import type { Stage } from '../core/announcement/type.ts';
import { partyKey } from '../core/announcement/party.ts';
import { belongingsOf, type Belonging } from '../core/feeds/belonging.ts';
import { feedNameInArea, feedNameOf } from '../core/feeds/name.ts';
import { feedRows } from '../core/feeds/select.ts';
import { byNewest, type Row } from '../core/listing.ts';
import { categoryPath, changesPath } from './address.ts';

/** One feed of the site. Its files are `/feeds/<name>.xml` and `.json`. */
export interface Feed {
  name: string;
  title: string;
  description: string;
  /** Path of the page with the same announcements. */
  page: string;
  /** Its entries, the newest first. */
  rows: readonly Row[];
  /** Whether there is its RSS alone: of pairs, which are many. */
  isRssOnly?: true;
}

/** Feeds of one sort, as the page and the lists of subscriptions group them; `/feeds/<name>.opml`. */
interface FeedGroup {
  name: string;
  title: string;
  feeds: readonly Feed[];
}

/**
 * Every feed there is, by group. One without entries does not exist, but for those that every site has, all, the open
 * calls and the five categories: open calls come and go, and an address that was subscribed to must not die.
 */
export function feedGroups(edition: Edition): readonly FeedGroup[] {
  return edition.once('feed groups', () => gather(edition));
}

const gather = (edition: Edition): readonly FeedGroup[] =>
  [
    { name: 'main', title: '常用', feeds: mainFeeds(edition) },
    { name: 'categories', title: '按业务类型', feeds: categoryFeeds(edition) },
    { name: 'types', title: '按公告类型', feeds: typeFeeds(edition) },
    { name: 'areas', title: '按地区', feeds: areaFeeds(edition) },
    { name: 'pairs', title: '按业务、类型和地区', feeds: pairFeeds(edition) },
    { name: 'buyers', title: '按单位', feeds: buyerFeeds(edition) },
  ].filter(({ feeds }) => feeds.length > 0);

/** @throws when two feeds share a name */
export function feedsByName(edition: Edition): ReadonlyMap<string, Feed> {
  return edition.once('feeds by name', () => {
    const feeds = [...feedGroups(edition).flatMap((group) => group.feeds), ...otherSpellings(edition)];
    const byName = new Map(feeds.map((feed) => [feed.name, feed]));
    if (byName.size !== feeds.length) throw new Error('两种订阅的名称相同，网站没有切换。');
    return byName;
  });
}

export const feedWith = (edition: Edition, name: string): Feed => feedsByName(edition).get(name)!;

/** Feeds that say who won; a failure is among the stops. */
const RESULTS: readonly Stage[] = ['evaluation', 'result'];

function mainFeeds(edition: Edition): readonly Feed[] {
  const altered = edition.alterations().filter(({ kind }) => kind !== 'erratum');
  const stops = new Set(
    altered.filter(({ kind }) => kind !== 'correction' && kind !== 'extension').map(({ by }) => by),
  );
  const corrections = new Set(altered.map(({ by }) => by).filter((by) => !stops.has(by)));
  const rows = newsOf(edition);
  const besides = rows.length < edition.published().length ? '；从旧网站迁移来的存量公告不在其中' : '';
  return [
    newest('all', '全部公告', `五类公告，一份不漏${besides}。`, '', rows),
    {
      ...newest('open', '可参与', '现在还能参加的项目；截止了就不再列出。', 'open/', []),
      rows: edition.open().toSorted(byNewest),
    },
    ...[
      newest(
        'corrections',
        '更正和延期',
        '更正、变更、延期公告：改了什么，原来是什么。',
        changesPath(),
        rows.filter(
          ({ id, stage, withdrawn }) => corrections.has(id) || (withdrawn && stage === 'correction'),
        ),
      ),
      newest(
        'stops',
        '中止、终止和流标',
        '停下来的项目、撤下的公告和原因。',
        changesPath(),
        rows.filter(({ id }) => stops.has(id)),
      ),
      newest(
        'results',
        '评审和结果',
        '开标记录、中标候选人、中标和成交结果。',
        '',
        rows.filter(({ stage }) => RESULTS.includes(stage)),
      ),
    ].filter(hasEntries),
  ];
}

/**
 * All announcements but those that are kept as an old site had them: on the day on which an archive moves in it is no
 * news, and a feed of few entries would be filled with it. What of it is open stands in the feed of open calls.
 */
const newsOf = (edition: Edition, category?: Category): readonly Row[] =>
  edition.once(`news of ${category ?? ''}`, () =>
    edition.published(category).filter((row) => !isLegacy(row)),
  );

const categoryFeeds = (edition: Edition): readonly Feed[] =>
  categories.map((category) => {
    const term = CATEGORIES[category];
    return newest(category, term, `只看${term}的公告。`, categoryPath(category), newsOf(edition, category));
  });

const typeFeeds = (edition: Edition): readonly Feed[] =>
  categories.flatMap((category) => {
    const byType = Map.groupBy(newsOf(edition, category), ({ type }) => type);
    return writtenTypesIn(category)
      .map(({ id, term }) =>
        newest(
          `${category}-${id}`,
          `${CATEGORIES[category]} ${term}`,
          `只看${CATEGORIES[category]}的${term}。`,
          categoryPath(category),
          byType.get(id) ?? [],
        ),
      )
      .filter(hasEntries);
  });

/** Areas in the order of `content/site.yaml`. */
const areaFeeds = (edition: Edition): readonly Feed[] =>
  areasOf(edition)
    .map(({ name, area, page, rows }) => newest(name, area, `只看${area}的公告。`, page, rows))
    .filter(hasEntries);

/** Each area of `content/site.yaml` with what belongs to it, which has none of its own as its call has. */
export function areasOf(
  edition: Edition,
): readonly { name: string; area: string; page: string; rows: readonly Row[] }[] {
  const byArea = edition.once('published by area', () =>
    Map.groupBy(newsOf(edition), ({ id }) => belongingOf(edition, id).region),
  );
  return (edition.site?.regions ?? []).map((area) => ({
    name: feedNameOf('area', area),
    area,
    page: searchPath(area),
    rows: byArea.get(area) ?? [],
  }));
}

/**
 * What a category, or one of its types, has in one area. Only pairs that have had an announcement: in a district these
 * are a fifth of all that could be, and one appears with its first announcement.
 */
const pairFeeds = (edition: Edition): readonly Feed[] =>
  categories.flatMap((category) => {
    const byArea = Map.groupBy(newsOf(edition, category), ({ id }) => belongingOf(edition, id).region);
    return (edition.site?.regions ?? []).flatMap((area) => {
      const rows = byArea.get(area) ?? [];
      return [undefined, ...writtenTypesIn(category)]
        .map((type) => pairFeed(category, area, rows, type))
        .filter(hasEntries);
    });
  });

function pairFeed(
  category: Category,
  area: string,
  rows: readonly Row[],
  type: { id: string; term: string } | undefined,
): Feed {
  const own = type ? `${category}-${type.id}` : category;
  const words = type ? `${CATEGORIES[category]} ${type.term}` : CATEGORIES[category];
  const asked = new URLSearchParams({ scope: 'all', category, region: area, ...(type && { type: type.id }) });
  return {
    ...newest(
      feedNameInArea(own, area),
      `${area} ${words}`,
      `只看${area}的${CATEGORIES[category]}${type ? `${type.term}` : '公告'}。`,
      `search/?${asked.toString()}`,
      type ? rows.filter((row) => row.type === type.id) : rows,
    ),
    isRssOnly: true,
  };
}

/** Buyers in the order of their names' Unicode; the page sorts them for people. */
function buyerFeeds(edition: Edition): readonly Feed[] {
  return buyersOf(edition)
    .map(({ name, rows }) => buyerFeed(name, name, rows))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** Feeds under the other spellings of a buyer's name: each is an address that was, or could have been, subscribed to. */
const otherSpellings = (edition: Edition): readonly Feed[] =>
  buyersOf(edition).flatMap(({ name, others, rows }) => others.map((other) => buyerFeed(other, name, rows)));

const buyerFeed = (spelling: string, name: string, rows: readonly Row[]): Feed =>
  newest(feedNameOf('buyer', spelling), name, `只看${name}的公告。`, searchPath(name), rows);

/** A buyer under the name of its first announcement, which no later spelling changes. */
interface Buyer {
  name: string;
  others: readonly string[];
  rows: readonly Row[];
}

const buyersOf = (edition: Edition): readonly Buyer[] =>
  edition.once('buyers', () => {
    const nameOf = ({ id }: Row): string | undefined =>
      belongingOf(edition, id).principal?.text.normalize('NFC');
    const byKey = Map.groupBy(newsOf(edition), (row) => buyerKey(nameOf(row)));
    byKey.delete(undefined);
    return [...byKey.values()].map((rows) => {
      const spellings = new Set(rows.map((row) => nameOf(row)!).reverse());
      const [name = '', ...others] = spellings;
      return { name, others, rows };
    });
  });

const buyerKey = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : partyKey(name);

/** The search for some words; it lists the same announcements. */
const searchPath = (words: string): string => `search/?q=${encodeURIComponent(words.toWellFormed())}`;

const hasEntries = ({ rows }: Feed): boolean => rows.length > 0;

const newest = (
  name: string,
  title: string,
  description: string,
  page: string,
  rows: readonly Row[],
): Feed => ({ name, title, description, page, rows: feedRows(rows) });

/** The area and the buyer an announcement belongs to; see `core/feeds/belonging.ts`. */
function belongingOf(edition: Edition, id: string): Belonging {
  const belongings = edition.once('belongings', () =>
    belongingsOf(edition.published(), (one) => {
      const { announcement } = edition.effective(one);
      return 'related' in announcement ? announcement.related : undefined;
    }),
  );
  return belongings.get(id)!;
}
