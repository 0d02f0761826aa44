import { categories } from '../../core/announcement/category.ts';
import { ALTERATIONS } from '../changes.ts';
import { MONTHS, yearsIn } from '../month-archives.ts';
import { page, single, type Kind } from '../unit.ts';

/** The first page of a category: what is open, what is new, and the years. */
const category: Kind = {
  name: 'category',
  keys: () => categories,
  pages: (_, key) => [page('[category]', { category: key })],
};

/** A year of a category, `construction 2026`. */
const year: Kind = {
  name: 'year',
  keys: (edition) => categories.flatMap((one) => yearsIn(edition, one).map((year) => `${one} ${year}`)),
  pages: (_, key) => {
    const [category, year] = key.split(' ');
    return [page('[category]/[year]', { category, year })];
  },
  year: (_, key) => key.split(' ')[1]!,
};

/** A month of a category, `construction 2026-10`. */
const month: Kind = {
  name: 'month',
  keys: MONTHS,
  pages: (_, key) => {
    const [category, year, month] = key.split(/[ -]/u);
    return [page('[category]/[year]/[month]', { category, year, month })];
  },
  year: (_, key) => key.split(/[ -]/u)[1]!,
};

/** A month of what was changed, `2026-10`. */
const monthOfChanges: Kind = {
  name: 'month of changes',
  keys: ALTERATIONS,
  pages: (_, key) => {
    const [year, month] = key.split('-');
    return [page('changes/[year]/[month]', { year, month })];
  },
  year: (_, key) => key.slice(0, 4),
};

/** Lists of announcements, most of which know today. */
export const lists: readonly Kind[] = [
  single('home', page('')),
  single('open calls', page('open')),
  single('plans', page('coming')),
  single('changes', page('changes')),
  single('site map for readers', page('sitemap')),
  single('state of publishing', page('publishing')),
  category,
  year,
  month,
  monthOfChanges,
];
