import { countedYears } from '../statistics/records.ts';
import { yearPage } from '../statistics/year.ts';
import { descriptionOf, figuresOf } from '../tables.ts';
import { file, page, type Kind } from '../unit.ts';

/** The figures of a year. Its key has the last month that is counted, `2026-10`: a month later they are others. */
const years: Kind = {
  name: 'figures of a year',
  keys: (edition) =>
    countedYears(edition).map(({ year, toMonth }) => `${year}-${String(toMonth).padStart(2, '0')}`),
  pages(edition, key) {
    const year = key.slice(0, 4);
    const { lists } = yearPage(edition, Number(year));
    return [
      page('statistics/[year]', { year }),
      ...(lists.length > 0 ? [page('statistics/[year]/lists', { year })] : []),
      file('statistics/[year].csv', { year }),
      file('statistics/[year].xlsx', { year }),
    ];
  },
  files: (edition, key) => [descriptionOf(edition, figuresOf(edition, key.slice(0, 4)))],
  year: (_, key) => key.slice(0, 4),
};

/** All years beside each other. */
const index: Kind = {
  name: 'figures',
  keys: () => [''],
  pages: () => [page('statistics')],
};

export const statistics: readonly Kind[] = [years, index];
