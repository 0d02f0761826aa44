import type { Edition, View } from '../core/edition.ts';
import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { isLegacy } from '../core/announcement/legacy.ts';
import { writtenTypesIn } from '../core/announcement/schema.ts';
import type { Stage } from '../core/announcement/type.ts';
import { partyKey } from '../core/announcement/party.ts';
import { belongingOf as belongingIn, type Belonging } from '../core/feeds/belonging.ts';
import { feedNameInArea, feedNameOf } from '../core/feeds/name.ts';
import { feedRows } from '../core/feeds/select.ts';
import { byNewest, type Row } from '../core/listing.ts';
import { categoryPath, changesPath } from './address.ts';
import { alterationsOf } from './changes.ts';

/** A feed of the site. Its files are `/feeds/<name>.xml` and `.json`. */
export interface FeedHead {
  name: string;
  title: string;
  description: string;
  /** Path of the page with the same announcements. */
  page: string;
  /** Whether there is its RSS alone: of pairs, which are many. */
  isRssOnly?: true;
}

/** The same with its entries, the newest first. */
export interface Feed extends FeedHead {
  rows: readonly Row[];
}

/** Feeds of one sort, as the page and the lists of subscriptions group them; `/feeds/<name>.opml`. */
interface FeedGroup {
  name: string;
  title: string;
  feeds: readonly FeedHead[];
}

/**
 * What is news, under the names of the feeds that have it; of buyers see `BUYERS`. These are all announcements but
 * those that are kept as an old site had them: on the day on which an archive moves in it is no news, and a feed of few
 * entries would be filled with it. What of it is open stands in the feed of open calls.
 */
export const NEWS: View<string> = {
  name: 'news',
  map: (edition, id) => (isNews(edition, id) ? feedsOf(edition, id).map((name) => [name, id]) : []),
};

/** What is kept as an old site had it, under one key. */
export const LEGACY_ENTRIES: View<string> = {
  name: 'legacy',
  map: (edition, id) => (isNews(edition, id) ? [] : [['', id]]),
};

/** What was withdrawn of a feed, which comes again with its withdrawal; of a buyer under `buyer ` and its key. */
export const WITHDRAWN_NEWS: View<string> = {
  name: 'withdrawn news',
  map(edition, id) {
    if (!edition.row(id).withdrawn || !isNews(edition, id)) return [];
    const ofBuyer = keyOfBuyer(edition, id).map(withdrawnOf);
    return [...feedsOf(edition, id), ...ofBuyer].map((name) => [name, id]);
  },
};

/** A buyer under the name of its first announcement, which no later spelling changes. */
interface Buyer {
  name: string;
  others: readonly string[];
}

/** What is news of a buyer, however its name is spelt. */
export const BUYERS: View<{ id: string; name: string }, Buyer> = {
  name: 'buyers',
  map: (edition, id) =>
    isNews(edition, id)
      ? keyOfBuyer(edition, id).map((key) => [key, { id, name: buyerOf(edition, id)! }])
      : [],
  reduce(news) {
    const [name = '', ...others] = new Set(news.map((one) => one.name));
    return { value: { name, others } };
  },
};

/**
 * The buyer of a feed: each spelling of a name has one, at an address that was, or could have been, subscribed to.
 * A name that two buyers share ends the build.
 */
export const BUYER_FEEDS: View<string, string> = {
  name: 'feeds of buyers',
  map: (edition, id) =>
    isNews(edition, id)
      ? keyOfBuyer(edition, id).map((key) => [feedNameOf('buyer', buyerOf(edition, id)!), key])
      : [],
  reduce([first, ...others]) {
    if (others.some((one) => one !== first)) throw new Error(SHARED_NAME);
    return { value: first! };
  },
};

const SHARED_NAME = '两种订阅的名称相同，网站没有切换。';

const isNews = (edition: Edition, id: string): boolean => !isLegacy(edition.row(id));

const buyerOf = (edition: Edition, id: string): string | undefined =>
  belongingOf(edition, id).principal?.text.normalize('NFC');

const withdrawnOf = (buyer: string): string => `buyer ${buyer}`;

function keyOfBuyer(edition: Edition, id: string): readonly string[] {
  const name = buyerOf(edition, id);
  return name === undefined ? [] : [partyKey(name)];
}

/** Feeds that say who won; a failure is among the stops. */
const RESULTS: readonly Stage[] = ['evaluation', 'result'];

/** The feeds that an announcement is in, but those of open calls and of its buyer. */
function feedsOf(edition: Edition, id: string): readonly string[] {
  const { category, type } = edition.row(id);
  const own = [category, `${category}-${type}`];
  return [
    'all',
    ...own,
    ...areaOf(edition, id).flatMap((area) => [
      feedNameOf('area', area),
      ...own.map((one) => feedNameInArea(one, area)),
    ]),
    ...feedsByStage(edition, id),
  ];
}

/** The area of `content/site.yaml` that an announcement belongs to; none where there is none. */
function areaOf(edition: Edition, id: string): readonly string[] {
  const { region } = belongingOf(edition, id);
  return edition.site?.regions?.filter((area) => area === region) ?? [];
}

/** The feed of the area of what is news. */
export const areaFeedOf = (edition: Edition, id: string): readonly string[] =>
  isNews(edition, id) ? areaOf(edition, id).map((area) => feedNameOf('area', area)) : [];

function feedsByStage(edition: Edition, id: string): readonly string[] {
  const { stage, withdrawn } = edition.row(id);
  const kinds = alterationsOf(edition, id).flatMap(({ kind }) => (kind === 'erratum' ? [] : [kind]));
  const isStop = kinds.some((kind) => kind !== 'correction' && kind !== 'extension');
  const isCorrection = withdrawn ? stage === 'correction' : kinds.length > 0 && !isStop;
  return [
    ...(isCorrection ? ['corrections'] : []),
    ...(isStop ? ['stops'] : []),
    ...(RESULTS.includes(stage) ? ['results'] : []),
  ];
}

/** The area and the buyer an announcement belongs to; see `core/feeds/belonging.ts`. */
function belongingOf(edition: Edition, id: string): Belonging {
  return edition.once(`belonging of ${id}`, () =>
    belongingIn(id, {
      rowOf: (one) => (edition.has(one) ? edition.row(one) : undefined),
      relatedOf(one) {
        const { announcement } = edition.effective(one);
        return 'related' in announcement ? announcement.related : undefined;
      },
    }),
  );
}

/**
 * Every feed there is, by group. One without entries does not exist, but for those that every site has, all, the open
 * calls and the five categories: open calls come and go, and an address that was subscribed to must not die.
 */
export const feedGroups = (edition: Edition): readonly FeedGroup[] =>
  [...possibleGroups(edition), { name: BUYERS_GROUP }].flatMap(({ name }) => feedGroup(edition, name) ?? []);

/** One of them; undefined where none of its feeds exists. */
export function feedGroup(edition: Edition, name: string): FeedGroup | undefined {
  const group = name === BUYERS_GROUP ? buyersGroup(edition) : groupAmong(edition, name);
  return group.feeds.length > 0 ? group : undefined;
}

const BUYERS_GROUP = 'buyers';

const buyersGroup = (edition: Edition): FeedGroup => ({
  name: BUYERS_GROUP,
  title: '按单位',
  feeds: buyerFeeds(edition),
});

function groupAmong(edition: Edition, name: string): FeedGroup {
  const names = new Set(feedNames(edition));
  const group = possibleGroups(edition).find((one) => one.name === name)!;
  return { ...group, feeds: group.feeds.filter((feed) => names.has(feed.name)) };
}

/** The names of the feeds that exist, but those of buyers. */
export const feedNames = (edition: Edition): readonly string[] => [
  ...new Set(['all', 'open', ...categories, ...edition.keys(NEWS)]),
];

/** A feed with its entries. */
export function feedWith(edition: Edition, name: string): Feed {
  const head = possibleFeeds(edition).get(name);
  if (!head) return buyerFeedWith(edition, name);
  const rows =
    name === 'open'
      ? edition.open().toSorted(byNewest)
      : newestNews(edition, edition.values(WITHDRAWN_NEWS, name), (count) =>
          edition.newest(NEWS, name, count),
        );
  return { ...head, rows };
}

function buyerFeedWith(edition: Edition, feed: string): Feed {
  const key = edition.reduced(BUYER_FEEDS, feed)!;
  const { name } = edition.reduced(BUYERS, key)!;
  const rows = newestNews(edition, edition.values(WITHDRAWN_NEWS, withdrawnOf(key)), (count) =>
    edition.newest(BUYERS, key, count).map(({ id }) => id),
  );
  return { ...buyerFeed(feed, name), rows };
}

/** What was published last of what a feed has, even if it was withdrawn. */
export const newestOf = (edition: Edition, name: string): Row | undefined =>
  edition.newest(NEWS, name, 1).map((id) => edition.row(id))[0];

/** Those of some feeds that exist. */
export const existingFeeds = (edition: Edition, names: readonly string[]): readonly FeedHead[] =>
  names.filter((name) => newestOf(edition, name)).map((name) => possibleFeeds(edition).get(name)!);

/** So many are read at first; a busy month has more. */
const FIRST = 100;

/**
 * The entries of a feed. What was withdrawn may be older than all others; of the rest so many are read that the last of
 * them is not among the entries: none that is older can be.
 * @param newest the newest of the feed, as many as are asked for
 */
function newestNews(
  edition: Edition,
  withdrawn: readonly string[],
  newest: (count: number) => readonly string[],
): readonly Row[] {
  for (let count = FIRST; ; count *= 2) {
    const ids = newest(count);
    const rows = [...new Set([...ids, ...withdrawn])].map((id) => edition.row(id)).sort(byNewest);
    const entries = feedRows(rows);
    if (ids.length < count || entries.every(({ id }) => id !== ids.at(-1))) return entries;
  }
}

/** Every feed that could be, but those of buyers, as the settings have it. @throws when two of them share a name */
export const possibleFeeds = (edition: Edition): ReadonlyMap<string, FeedHead> =>
  edition.once('possible feeds', () => {
    const feeds = possibleGroups(edition).flatMap((group) => group.feeds);
    const byName = new Map(feeds.map((feed) => [feed.name, feed]));
    if (byName.size !== feeds.length) throw new Error(SHARED_NAME);
    return byName;
  });

const possibleGroups = (edition: Edition): readonly FeedGroup[] =>
  edition.once('possible groups of feeds', () => [
    { name: 'main', title: '常用', feeds: mainFeeds(edition) },
    { name: 'categories', title: '按业务类型', feeds: categoryFeeds },
    { name: 'types', title: '按公告类型', feeds: typeFeeds },
    { name: 'areas', title: '按地区', feeds: areaFeeds(edition) },
    { name: 'pairs', title: '按业务、类型和地区', feeds: pairFeeds(edition) },
  ]);

function mainFeeds(edition: Edition): readonly FeedHead[] {
  const besides = edition.keys(LEGACY_ENTRIES).length > 0 ? '；从旧网站迁移来的存量公告不在其中' : '';
  return [
    { name: 'all', title: '全部公告', description: `五类公告，一份不漏${besides}。`, page: '' },
    { name: 'open', title: '可参与', description: '现在还能参加的项目；截止了就不再列出。', page: 'open/' },
    {
      name: 'corrections',
      title: '更正和延期',
      description: '更正、变更、延期公告：改了什么，原来是什么。',
      page: changesPath(),
    },
    {
      name: 'stops',
      title: '中止、终止和流标',
      description: '停下来的项目、撤下的公告和原因。',
      page: changesPath(),
    },
    {
      name: 'results',
      title: '评审和结果',
      description: '开标记录、中标候选人、中标和成交结果。',
      page: '',
    },
  ];
}

const categoryFeeds: readonly FeedHead[] = categories.map((category) => {
  const term = CATEGORIES[category];
  return { name: category, title: term, description: `只看${term}的公告。`, page: categoryPath(category) };
});

const typeFeeds: readonly FeedHead[] = categories.flatMap((category) =>
  writtenTypesIn(category).map(({ id, term }) => ({
    name: `${category}-${id}`,
    title: `${CATEGORIES[category]} ${term}`,
    description: `只看${CATEGORIES[category]}的${term}。`,
    page: categoryPath(category),
  })),
);

/** Areas in the order of `content/site.yaml`. */
export const areaFeeds = (edition: Edition): readonly FeedHead[] =>
  (edition.site?.regions ?? []).map((area) => ({
    name: feedNameOf('area', area),
    title: area,
    description: `只看${area}的公告。`,
    page: searchPath(area),
  }));

/**
 * What a category, or one of its types, has in one area. Only pairs that have had an announcement exist: in a district
 * these are a fifth of all that could be, and one appears with its first announcement.
 */
const pairFeeds = (edition: Edition): readonly FeedHead[] =>
  categories.flatMap((category) =>
    (edition.site?.regions ?? []).flatMap((area) =>
      [undefined, ...writtenTypesIn(category)].map((type) => pairFeed(category, area, type)),
    ),
  );

function pairFeed(
  category: Category,
  area: string,
  type: { id: string; term: string } | undefined,
): FeedHead {
  const own = type ? `${category}-${type.id}` : category;
  const words = type ? `${CATEGORIES[category]} ${type.term}` : CATEGORIES[category];
  const asked = new URLSearchParams({ scope: 'all', category, region: area, ...(type && { type: type.id }) });
  return {
    name: feedNameInArea(own, area),
    title: `${area} ${words}`,
    description: `只看${area}的${CATEGORIES[category]}${type ? `${type.term}` : '公告'}。`,
    page: `search/?${asked.toString()}`,
    isRssOnly: true,
  };
}

/** Buyers in the order of their names' Unicode; the page sorts them for people. */
const buyerFeeds = (edition: Edition): readonly FeedHead[] =>
  edition
    .reductions(BUYERS)
    .map(({ name }) => buyerFeed(feedNameOf('buyer', name), name))
    .sort((a, b) => (a.title < b.title ? -1 : 1));

const buyerFeed = (feed: string, name: string): FeedHead => ({
  name: feed,
  title: name,
  description: `只看${name}的公告。`,
  page: searchPath(name),
});

/** The search for some words; it lists the same announcements. */
const searchPath = (words: string): string => `search/?q=${encodeURIComponent(words.toWellFormed())}`;
