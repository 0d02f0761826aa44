import type { Edition } from '../core/edition.ts';
import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { typesIn } from '../core/announcement/schema.ts';
import { feedNameInArea, feedNameOf } from '../core/feeds/name.ts';
import { feedPath } from './address.ts';
import { feedGroups, feedsByName, feedWith, type Feed } from './feeds.ts';

/** A feed as the page lists it. */
export interface FeedLine {
  /** What its files are called. */
  name: string;
  title: string;
  description: string;
  rss: string;
  /** None of a pair. */
  json: string | undefined;
}

/** The feeds of a category: its own and those of its types in the rows, everywhere and in each area in the columns. */
export interface FeedTable {
  category: Category | 'all';
  label: string;
  rows: readonly { label: string; cells: readonly (FeedLine | undefined)[] }[];
}

interface FeedsPage {
  /** An example of an address, to show what one copies. */
  example: string;
  main: readonly FeedLine[];
  /** The fields of the chooser: categories, the types of each that have had an announcement, areas. */
  categories: readonly { id: Category; label: string; types: readonly { id: string; label: string }[] }[];
  /** Each with what stands for it in the name of a feed. */
  areas: readonly { id: string; label: string }[];
  tables: readonly FeedTable[];
  opml: readonly { title: string; href: string }[];
}

export function feedsPage(edition: Edition): FeedsPage {
  const areas = (edition.site?.regions ?? [])
    .filter((area) => feedsByName(edition).has(feedNameOf('area', area)))
    .map((area) => ({ id: feedNameOf('area', area), label: area }));
  return {
    example: edition.absolute(feedPath('all', 'xml')),
    main: feedGroups(edition)
      .filter(({ name }) => name === 'main')
      .flatMap(({ feeds }) => feeds.map((one) => lineOf(edition, one))),
    categories: categories.map((id) => ({ id, label: CATEGORIES[id], types: typesOf(edition, id) })),
    areas,
    tables: [allTable(edition, areas), ...categories.map((one) => categoryTable(edition, one, areas))],
    opml: [
      ...feedGroups(edition).map(({ name, title }) => ({
        title,
        href: edition.address(`feeds/${name}.opml`),
      })),
      { title: '以上全部', href: edition.address('feeds/all.opml') },
    ],
  };
}

const typesOf = (edition: Edition, category: Category): readonly { id: string; label: string }[] =>
  typesIn(category)
    .filter(({ id }) => feedsByName(edition).has(`${category}-${id}`))
    .map(({ id, term }) => ({ id, label: term }));

type Areas = FeedsPage['areas'];

function allTable(edition: Edition, areas: Areas): FeedTable {
  const cells = ['all', ...areas.map(({ id }) => id)].map((name) => lineOf(edition, feedWith(edition, name)));
  return { category: 'all', label: '全部业务', rows: [{ label: '全部公告', cells }] };
}

function categoryTable(edition: Edition, category: Category, areas: Areas): FeedTable {
  const row = (label: string, own: string) => ({
    label,
    cells: [own, ...areas.map((area) => feedNameInArea(own, area.label))].map((name) => {
      const feed = feedsByName(edition).get(name);
      return feed && lineOf(edition, feed);
    }),
  });
  return {
    category,
    label: CATEGORIES[category],
    rows: [
      row('全部类型', category),
      ...typesOf(edition, category).map(({ id, label }) => row(label, `${category}-${id}`)),
    ],
  };
}

const lineOf = (edition: Edition, { name, title, description, isRssOnly }: Feed): FeedLine => ({
  name,
  title,
  description,
  rss: edition.address(feedPath(name, 'xml')),
  json: isRssOnly ? undefined : edition.address(feedPath(name, 'json')),
});
