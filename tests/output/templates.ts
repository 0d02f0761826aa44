import type { Kind } from './budgets.ts';

/** One page that stands for a template. */
export interface Sample {
  /** What a person would call it. */
  readonly name: string;
  /** Its address below the site's folder. */
  readonly path: string;
  readonly kind: Kind;
}

/**
 * Pages of the sample content for every file below src/pages that makes HTML, by that file: at least one each, and one
 * more where a page can look quite different. The audits run over this list; templates.test.ts proves it complete.
 */
export const templates: Readonly<Record<string, readonly Sample[]>> = {
  'index.astro': [{ name: 'home', path: '', kind: 'list' }],
  '404.astro': [{ name: 'an address that does not exist', path: 'no-such-page/', kind: 'missing' }],
  'announcements/[id]/index.astro': [
    { name: 'a corrected tender', path: 'announcements/gm-js-2026-031-tender/', kind: 'announcement' },
    { name: 'its correction', path: 'announcements/gm-js-2026-031-correction-2/', kind: 'announcement' },
    {
      name: 'an award with a table of lots',
      path: 'announcements/gm-js-2026-020-award/',
      kind: 'announcement',
    },
    { name: 'a termination', path: 'announcements/gm-cg-2025-041-termination/', kind: 'announcement' },
    {
      name: 'an announcement of an old site',
      path: 'announcements/gm-old-20180108-k3f9a/',
      kind: 'announcement',
    },
  ],
  'announcements/[id]/v[version].astro': [
    { name: 'an earlier version', path: 'announcements/gm-js-2026-025-tender/v1/', kind: 'announcement' },
  ],
  'announcements/[id]/on/[day].astro': [
    {
      name: 'a tender as it was in force on a day',
      path: 'announcements/gm-js-2026-031-tender/on/2026-11-02/',
      kind: 'announcement',
    },
  ],
  'projects/[code]/index.astro': [
    { name: 'a project', path: 'projects/gm-js-2026-031/', kind: 'list' },
    { name: 'a project of several lots', path: 'projects/gm-js-2026-020/', kind: 'list' },
    { name: 'a project with questions and answers', path: 'projects/gm-js-2026-012/', kind: 'list' },
  ],
  '[category]/index.astro': [{ name: 'a category', path: 'construction/', kind: 'list' }],
  '[category]/[year]/index.astro': [{ name: 'a year', path: 'construction/2026/', kind: 'list' }],
  '[category]/[year]/[month]/index.astro': [{ name: 'a month', path: 'construction/2026/11/', kind: 'list' }],
  'search/index.astro': [{ name: 'search before a question', path: 'search/', kind: 'search' }],
  'parties/index.astro': [{ name: 'all units', path: 'parties/', kind: 'parties' }],
  'parties/letter/[letter].astro': [
    { name: 'the units of a letter', path: 'parties/letter/s/', kind: 'list' },
  ],
  'parties/[id]/index.astro': [
    { name: 'a buyer', path: 'parties/b6c8bbf935/', kind: 'list' },
    { name: 'a supplier', path: 'parties/4dd1424c0c/', kind: 'list' },
    { name: 'an agency', path: 'parties/e1888fc736/', kind: 'list' },
  ],
  'feeds/index.astro': [{ name: 'feeds', path: 'feeds/', kind: 'feeds' }],
  'rules/index.astro': [{ name: 'the rules', path: 'rules/', kind: 'text' }],
  'rules/[code].astro': [{ name: 'a rule', path: 'rules/D104/', kind: 'text' }],
  'handbook/[...document].astro': [
    { name: "the clerk's handbook", path: 'handbook/', kind: 'handbook' },
    { name: 'the handbook of fields', path: 'handbook/fields/', kind: 'handbook' },
  ],
  '[page].astro': [{ name: 'a page of the centre', path: 'help/', kind: 'text' }],
  'open/index.astro': [{ name: 'what can still be joined', path: 'open/', kind: 'list' }],
  'statistics/index.astro': [{ name: 'the figures of all years', path: 'statistics/', kind: 'statistics' }],
  'statistics/[year]/index.astro': [
    { name: 'the figures of a year', path: 'statistics/2026/', kind: 'statistics' },
  ],
  'statistics/[year]/lists/index.astro': [
    { name: 'the members of its figures', path: 'statistics/2026/lists/', kind: 'text' },
  ],
  'data/index.astro': [{ name: 'the data', path: 'data/', kind: 'text' }],
  'calendar/index.astro': [{ name: 'the calendar', path: 'calendar/', kind: 'calendar' }],
  'coming/index.astro': [{ name: 'what is planned', path: 'coming/', kind: 'list' }],
  'changes/index.astro': [{ name: 'what changed', path: 'changes/', kind: 'changes' }],
  'changes/[year]/[month].astro': [
    { name: 'what changed in a month', path: 'changes/2026/11/', kind: 'list' },
  ],
  'disclosure/[...home].astro': [{ name: 'government information', path: 'disclosure/', kind: 'list' }],
  'disclosure/[catalogue]/index.astro': [
    { name: 'the catalogue of government information', path: 'disclosure/catalogue/', kind: 'catalogue' },
  ],
  'disclosure/[id]/index.astro': [
    { name: 'a document with a long title', path: 'disclosure/entry-rules/', kind: 'text' },
    { name: 'a document that was repealed', path: 'disclosure/archives-2022/', kind: 'text' },
    { name: 'a scan', path: 'disclosure/deposit-window/', kind: 'text' },
    { name: 'how to apply, with a form', path: 'disclosure/request/', kind: 'text' },
  ],
  'publishing/index.astro': [{ name: 'the state of publishing', path: 'publishing/', kind: 'publishing' }],
  'sitemap/index.astro': [{ name: 'the site map', path: 'sitemap/', kind: 'text' }],
  'kiosk/[id]/index.astro': [
    { name: 'a kiosk', path: 'kiosk/hall-1/', kind: 'screen' },
    { name: 'a tall kiosk', path: 'kiosk/hall-2/', kind: 'screen' },
  ],
  'display/[id]/index.astro': [{ name: 'a lobby screen', path: 'display/lobby-a/', kind: 'screen' }],
};

export const samples: readonly Sample[] = Object.values(templates).flat();

/** Files whose pages the sample has not: it keeps no ledger. `tests/office/registering.test.ts` has them made. */
export const unsampled = ['ledger/[...home].astro', 'verify/[...home].astro'];
