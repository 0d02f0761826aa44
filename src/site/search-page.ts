import type { Edition, View } from '../core/edition.ts';
import { categories, CATEGORIES, type Category } from '../core/announcement/category.ts';
import { types } from '../core/announcement/schema.ts';
import type { Stage } from '../core/announcement/type.ts';
import { SCOPES, SORTS, STATUSES } from '../core/search/question.ts';
import { siteFrame } from './frame.ts';
import { searchExamples, type Example } from './search-examples.ts';
import { searchManifest } from './search-manifest.ts';

/** A value that can be chosen, and its term. */
export interface Choice {
  value: string;
  term: string;
}

export interface SearchPage {
  manifest: ReturnType<typeof searchManifest>;
  scopes: readonly Choice[];
  categories: readonly (Choice & { value: Category })[];
  /** Under the steps of a project. */
  types: readonly { step: string; choices: readonly Choice[] }[];
  regions: readonly Choice[];
  /** Without 另有存量公告: it is a warning to who reads one, and nobody looks for it. */
  statuses: readonly Choice[];
  sorts: readonly Choice[];
  examples: readonly Example[];
  months: ReturnType<typeof archiveMonths>;
  phone: string;
}

/** The search page: its form, which offers only what there is to be found, and its worked examples. */
export function searchPage(edition: Edition): SearchPage {
  return {
    manifest: searchManifest(edition),
    scopes: choices(SCOPES),
    categories: categories.map((value) => ({ value, term: CATEGORIES[value] })),
    types: typeChoices(edition),
    regions: knownRegions(edition).map((region) => ({ value: region, term: region })),
    statuses: choices(STATUSES).filter(({ value }) => value !== 'archived'),
    sorts: choices(SORTS),
    examples: searchExamples(edition),
    months: archiveMonths(edition),
    phone: siteFrame(edition).phone,
  };
}

const choices = (terms: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(terms).map(([value, term]) => ({ value, term }));

/** What announcements have, for the form to offer nothing else: `type construction tender-notice`, a region, a month of a category. */
export const PRESENT: View<null> = {
  name: 'what can be searched',
  *map(edition, id) {
    const { withdrawn, category, type, former, region, publishedAt } = edition.row(id);
    if (withdrawn) return;
    yield [`type ${category} ${former?.type ?? type}`, null];
    if (region !== undefined) yield [`region ${region}`, null];
    yield [`month ${category} ${publishedAt.slice(0, 7)}`, null];
  },
};

/** What is present under a heading, in the order of its text. */
const presentUnder = (edition: Edition, heading: string): readonly string[] =>
  edition
    .keys(PRESENT)
    .flatMap((key) => (key.startsWith(`${heading} `) ? [key.slice(heading.length + 1)] : []));

/** The regions that announcements have, in the order of the settings; then those that these do not list. */
function knownRegions(edition: Edition): readonly string[] {
  const regions = presentUnder(edition, 'region');
  const listed = (edition.site?.regions ?? []).filter((region) => regions.includes(region));
  return [...new Set([...listed, ...regions])];
}

/** Steps of a project as people divide them. */
const STEPS: readonly (readonly [string, readonly Stage[]])[] = [
  ['计划、意向', ['plan']],
  ['招标、采购、出让', ['call']],
  ['澄清、更正', ['answer', 'correction']],
  ['评审', ['evaluation']],
  ['结果', ['result']],
  ['中止、恢复、流标、终止', ['suspension', 'resumption', 'failure', 'termination']],
  ['合同、履约', ['contract', 'performance']],
  ['异议、投诉', ['dispute']],
  ['通知', ['notice']],
];

/** A type of one name in several categories is one choice, under all its terms. */
function typeChoices(edition: Edition): SearchPage['types'] {
  const known = new Set(presentUnder(edition, 'type'));
  const present = types.filter(({ category, id }) => known.has(`${category} ${id}`));
  const byId = Map.groupBy(present, ({ id }) => id);
  return STEPS.flatMap(([step, stages]) => {
    const own = [...byId].filter(([, [first]]) => stages.includes(first!.stage));
    const choicesOf = own.map(([value, same]) => ({
      value,
      term: [...new Set(same.map(({ term }) => term))].join('、'),
    }));
    return own.length > 0 ? [{ step, choices: choicesOf }] : [];
  });
}

/** Years of an archive that are offered by month; an older year is one link, to the page that has its months. */
const YEARS_BY_MONTH = 2;

/** For readers without JavaScript: the archives of every category that have anything, the newest first. */
function archiveMonths(edition: Edition): readonly {
  category: Category;
  term: string;
  years: readonly { year: string; months: readonly string[] }[];
}[] {
  return categories.map((category) => {
    const months = presentUnder(edition, `month ${category}`).toReversed();
    const years = [...Map.groupBy(months, (month) => month.slice(0, 4))];
    return {
      category,
      term: CATEGORIES[category],
      years: years.map(([year, own], place) => ({
        year,
        months: place < YEARS_BY_MONTH ? own.map((month) => month.slice(5)) : [],
      })),
    };
  });
}
