import type { Figures } from './figures.ts';
import type { Workshop } from './workshop.ts';

/** Something that can be measured by itself; its name is that of its file, and of its place in docs/performance.md. */
export interface Part {
  readonly name: string;
  readonly about: string;
  /** Whether it looks at a finished site without changing it, or takes a copy. */
  readonly takesSite?: boolean;
  /** A part is loaded when it is measured. */
  readonly load: () => Promise<{ run: (figures: Figures, shop: Workshop) => Promise<void> }>;
}

/** In the order of a whole run: the first builds the site that most others look at, the last changes it. */
export const parts: readonly Part[] = [
  { name: 'site', about: 'check, pages and index of the archive', load: () => import('./site.ts') },
  {
    name: 'weights',
    about: 'every page of its site against the budget of its kind',
    takesSite: true,
    load: () => import('./weights.ts'),
  },
  {
    name: 'shards',
    about: 'one full-text index of the search, made and found made',
    load: () => import('./shards.ts'),
  },
  { name: 'search', about: 'answers of the search page among 12,000', load: () => import('./search.ts') },
  {
    name: 'engines',
    about: 'index, answers and size of the search server, and the export',
    load: () => import('./engines.ts'),
  },
  {
    name: 'kiosk',
    about: 'finding an announcement among 20,000 at a kiosk',
    takesSite: true,
    load: () => import('./kiosk.ts'),
  },
  {
    name: 'screens',
    about: 'a day, a start and a minute at rest of a lobby screen',
    takesSite: true,
    load: () => import('./screens.ts'),
  },
  {
    name: 'hall',
    about: 'a working day of each screen of the sample with every fault',
    takesSite: true,
    load: () => import('./hall.ts'),
  },
  {
    name: 'profile',
    about: 'where the processor time of check, pages and index goes',
    load: () => import('./profile.ts'),
  },
  {
    name: 'growth',
    about: 'files that one announcement more changes, in archives of two sizes',
    load: () => import('./growth.ts'),
  },
  {
    name: 'one',
    about: 'publishing one announcement more, a correction, and nothing',
    load: () => import('./one.ts'),
  },
  {
    name: 'desk',
    about: 'what a clerk waits for at 办事台 of the archive',
    load: () => import('./desk.ts'),
  },
  {
    name: 'ledger',
    about: 'tiles and receipts of a ledger of 100,000 leaves, and one leaf more',
    load: () => import('./ledger.ts'),
  },
  {
    name: 'import',
    about: 'the archive as pages of an old site, brought in again',
    load: () => import('./import.ts'),
  },
  {
    name: 'mirror',
    about: 'bringing the site to a box and keeping it there',
    takesSite: true,
    load: () => import('./mirror.ts'),
  },
];
