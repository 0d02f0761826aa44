import { CATEGORIES, categories } from '../core/announcement/category.ts';
import { typesIn } from '../core/announcement/schema.ts';
import { byInitial } from '../core/feeds/initials.ts';
import { feedNameOf } from '../core/feeds/name.ts';
import { absolute, address, feedPath } from './address.ts';
import { feedGroups, feedsByName, type Feed } from './feeds.ts';
import { rowsIn } from './rows.ts';

/** A feed as the page lists it. */
export interface FeedLine {
  title: string;
  description: string;
  rss: string;
  json: string;
}

/** A part of a long list: the names under one letter, or all of a short one. */
export interface FeedPart {
  letter: string | undefined;
  feeds: readonly FeedLine[];
}

export interface FeedsPage {
  /** An example of an address, to show what one copies. */
  example: string;
  main: readonly FeedLine[];
  categories: readonly FeedLine[];
  areas: readonly FeedLine[];
  /** 招标人、采购人、出让人 …, each with its names. */
  buyers: readonly { label: string; count: number; parts: readonly FeedPart[] }[];
  /** The types of each category. */
  types: readonly { label: string; feeds: readonly FeedLine[] }[];
  opml: readonly { title: string; href: string }[];
}

/** From this many names on a list is divided by letter. */
const MANY = 24;

export function feedsPage(): FeedsPage {
  const lines = (name: string): readonly FeedLine[] =>
    (feedGroups().find((group) => group.name === name)?.feeds ?? []).map(lineOf);
  return {
    example: absolute(feedPath('all', 'xml')),
    main: lines('main'),
    categories: lines('categories'),
    areas: lines('areas'),
    buyers: buyersByLabel(),
    types: typesByCategory(),
    opml: [
      ...feedGroups().map(({ name, title }) => ({ title, href: address(`feeds/${name}.opml`) })),
      { title: '以上全部', href: address('feeds/all.opml') },
    ],
  };
}

const typesByCategory = (): FeedsPage['types'] =>
  categories
    .map((category) => ({
      label: CATEGORIES[category],
      feeds: typesIn(category).flatMap(({ id, term }) => {
        const feed = feedsByName().get(`${category}-${id}`);
        return feed ? [{ ...lineOf(feed), title: term }] : [];
      }),
    }))
    .filter(({ feeds }) => feeds.length > 0);

/** Buyers under the name of the part they play; one that plays two parts is found under both. */
function buyersByLabel(): FeedsPage['buyers'] {
  const principals = categories.flatMap((category) =>
    rowsIn(category)
      .flatMap(({ principal }) => principal ?? [])
      .sort((a, b) => (a.label < b.label ? -1 : 1)),
  );
  const byName = feedsByName();
  return [...Map.groupBy(principals, ({ label }) => label)].map(([label, group]) => {
    const names = [...new Set(group.map(({ text }) => text.normalize('NFC')))];
    const feeds = names.map((name) => lineOf(byName.get(feedNameOf('buyer', name))!));
    return { label, count: names.length, parts: partsOf(feeds) };
  });
}

function partsOf(feeds: readonly FeedLine[]): readonly FeedPart[] {
  const parts = byInitial(feeds, ({ title }) => title);
  return feeds.length < MANY
    ? [{ letter: undefined, feeds: parts.flatMap(({ items }) => items) }]
    : parts.map(({ letter, items }) => ({ letter, feeds: items }));
}

const lineOf = ({ name, title, description }: Feed): FeedLine => ({
  title,
  description,
  rss: address(feedPath(name, 'xml')),
  json: address(feedPath(name, 'json')),
});
