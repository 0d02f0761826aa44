import type { Edition } from '../core/edition.ts';
import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { typesIn } from '../core/announcement/schema.ts';
import { feedNameInArea } from '../core/feeds/name.ts';
import { feedPath } from './address.ts';
import { areaFeeds, feedGroups, type FeedHead } from './feeds.ts';

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
  const groups = feedGroups(edition);
  const lines = new Map(
    groups.flatMap(({ feeds }) => feeds.map((feed) => [feed.name, lineOf(edition, feed)] as const)),
  );
  const areas = areaFeeds(edition)
    .filter(({ name }) => lines.has(name))
    .map(({ name, title }) => ({ id: name, label: title }));
  const types = (category: Category) => typesAmong(lines, category);
  return {
    example: edition.absolute(feedPath('all', 'xml')),
    main: groups
      .filter(({ name }) => name === 'main')
      .flatMap(({ feeds }) => feeds.map(({ name }) => lines.get(name)!)),
    categories: categories.map((id) => ({ id, label: CATEGORIES[id], types: types(id) })),
    areas,
    tables: [allTable(lines, areas), ...categories.map((one) => categoryTable(lines, one, areas))],
    opml: [
      ...groups.map(({ name, title }) => ({ title, href: edition.address(`feeds/${name}.opml`) })),
      { title: '以上全部', href: edition.address('feeds/all.opml') },
    ],
  };
}

/** The feeds that exist, by name. */
type Lines = ReadonlyMap<string, FeedLine>;

const typesAmong = (lines: Lines, category: Category): readonly { id: string; label: string }[] =>
  typesIn(category)
    .filter(({ id }) => lines.has(`${category}-${id}`))
    .map(({ id, term }) => ({ id, label: term }));

type Areas = FeedsPage['areas'];

function allTable(lines: Lines, areas: Areas): FeedTable {
  const cells = ['all', ...areas.map(({ id }) => id)].map((name) => lines.get(name));
  return { category: 'all', label: '全部业务', rows: [{ label: '全部公告', cells }] };
}

function categoryTable(lines: Lines, category: Category, areas: Areas): FeedTable {
  const row = (label: string, own: string) => ({
    label,
    cells: [own, ...areas.map((area) => feedNameInArea(own, area.label))].map((name) => lines.get(name)),
  });
  return {
    category,
    label: CATEGORIES[category],
    rows: [
      row('全部类型', category),
      ...typesAmong(lines, category).map(({ id, label }) => row(label, `${category}-${id}`)),
    ],
  };
}

const lineOf = (edition: Edition, { name, title, description, isRssOnly }: FeedHead): FeedLine => ({
  name,
  title,
  description,
  rss: edition.address(feedPath(name, 'xml')),
  json: isRssOnly ? undefined : edition.address(feedPath(name, 'json')),
});
