import { DISPOSALS, disposalYears } from '../disposals.ts';
import { descriptionOf, disposalsOf } from '../tables.ts';
import { file, single, type Kind } from '../unit.ts';

/** What began in a month, as data. */
const months: Kind = {
  name: 'disposals of a month',
  keys: DISPOSALS,
  pages: (_, month) => [file('disposals/disposals-[month].json', { month })],
  year: (_, month) => month.slice(0, 4),
};

/** What began in a year, as a table. */
const years: Kind = {
  name: 'disposal table',
  keys: disposalYears,
  pages: (_, year) => [file('disposals/disposals-[year].csv', { year })],
  files: (edition, year) => [descriptionOf(edition, disposalsOf(edition, year))],
  year: (_, year) => year,
};

/** What is sold and let, and the schema that describes it. */
export const disposals: readonly Kind[] = [
  months,
  years,
  single('disposal schema', file('disposals/schema.json')),
];
