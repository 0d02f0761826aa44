import type { Edition } from '../core/edition.ts';
import { CATEGORIES, categories } from '../core/announcement/category.ts';
import { typesIn } from '../core/announcement/schema.ts';
import { byInitial } from '../core/party/initials.ts';
import { feedPath } from './address.ts';
import { feedGroups, feedOfBuyer, feedsByName, type Feed } from './feeds.ts';

/** A feed as the page lists it. */
export interface FeedLine {
  title: string;
  description: string;
  rss: string;
  json: string;
}

/** A part of a long list: the names under one letter, or all of a short one. */
interface FeedPart {
  letter: string | undefined;
  feeds: readonly FeedLine[];
}

interface FeedsPage {
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

export function feedsPage(edition: Edition): FeedsPage {
  const lines = (name: string): readonly FeedLine[] =>
    (feedGroups(edition).find((group) => group.name === name)?.feeds ?? []).map((one) =>
      lineOf(edition, one),
    );
  return {
    example: edition.absolute(feedPath('all', 'xml')),
    main: lines('main'),
    categories: lines('categories'),
    areas: lines('areas'),
    buyers: buyersByLabel(edition),
    types: typesByCategory(edition),
    opml: [
      ...feedGroups(edition).map(({ name, title }) => ({
        title,
        href: edition.address(`feeds/${name}.opml`),
      })),
      { title: '以上全部', href: edition.address('feeds/all.opml') },
    ],
  };
}

const typesByCategory = (edition: Edition): FeedsPage['types'] =>
  categories
    .map((category) => ({
      label: CATEGORIES[category],
      feeds: typesIn(category).flatMap(({ id, term }) => {
        const feed = feedsByName(edition).get(`${category}-${id}`);
        return feed ? [{ ...lineOf(edition, feed), title: term }] : [];
      }),
    }))
    .filter(({ feeds }) => feeds.length > 0);

/** Buyers under the name of the part they play; one that plays two parts is found under both. */
function buyersByLabel(edition: Edition): FeedsPage['buyers'] {
  const principals = categories.flatMap((category) =>
    edition
      .rows(category)
      .flatMap(({ principal }) => principal ?? [])
      .sort((a, b) => (a.label < b.label ? -1 : 1)),
  );
  return [...Map.groupBy(principals, ({ label }) => label)].map(([label, group]) => {
    const spellings = [...new Set(group.map(({ text }) => text))];
    const own = new Set(spellings.map((spelling) => feedOfBuyer(edition, spelling)));
    const feeds = [...own].map((feed) => lineOf(edition, feed));
    return { label, count: feeds.length, parts: partsOf(feeds) };
  });
}

function partsOf(feeds: readonly FeedLine[]): readonly FeedPart[] {
  const parts = byInitial(feeds, ({ title }) => title);
  return feeds.length < MANY
    ? [{ letter: undefined, feeds: parts.flatMap(({ items }) => items) }]
    : parts.map(({ letter, items }) => ({ letter, feeds: items }));
}

const lineOf = (edition: Edition, { name, title, description }: Feed): FeedLine => ({
  title,
  description,
  rss: edition.address(feedPath(name, 'xml')),
  json: edition.address(feedPath(name, 'json')),
});
