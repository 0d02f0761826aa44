/** What a page is for; screens and kiosks have limits of their own, in tests/e2e/screen-budget.spec.ts and kiosk-page.spec.ts. */
export type Kind =
  | 'announcement'
  | 'list'
  | 'calendar'
  | 'text'
  | 'changes'
  | 'missing'
  | 'parties'
  | 'publishing'
  | 'catalogue'
  | 'feeds'
  | 'search'
  | 'statistics'
  | 'handbook'
  | 'screen';

/** What a browser loads and does until a page stands still. Sizes in bytes as gzip sends them. */
export interface FirstView {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** All of it, pictures and data too. */
  readonly transfer: number;
  readonly requests: number;
  /** Elements of the page. */
  readonly nodes: number;
  /** Cumulative layout shift; no unit. */
  readonly shift: number;
  /** Requests to any other host. */
  readonly foreign: number;
  readonly cookies: number;
}

const KB = 1000;

const everyPage: FirstView = {
  html: 12 * KB,
  css: 8 * KB,
  js: 3 * KB,
  transfer: 40 * KB,
  // The page, the style sheet, the script, the server's clock, and the badge that every government site must show.
  requests: 5,
  nodes: 1500,
  shift: 0.01,
  foreign: 0,
  cookies: 0,
};

/**
 * The most that each kind of page may use. An announcement or a text of the centre may be long: the limit is that of
 * the longest in a hundred, while half of all announcements must keep within `MEDIAN_ANNOUNCEMENT`.
 */
export const budgets: Readonly<Record<Exclude<Kind, 'screen'>, FirstView>> = {
  announcement: { ...everyPage, html: 40 * KB, transfer: 40 * KB, nodes: 4000 },
  list: everyPage,
  text: { ...everyPage, html: 40 * KB, nodes: 4000 },
  // These leave nothing out of their days, however many announcements a centre has: limits of our own.
  calendar: { ...everyPage, nodes: 2500 },
  // It also takes a day to begin with.
  changes: { ...everyPage, js: 4 * KB, nodes: 2500 },
  // It also asks where old addresses have gone.
  missing: { ...everyPage, js: 4 * KB, requests: 6 },
  // It also asks how the publishing machine stands, and how full its disk is.
  publishing: { ...everyPage, js: 4.75 * KB, requests: 6 },
  // These also look for names and addresses, each in a file of its own.
  parties: { ...everyPage, js: 4.5 * KB },
  // It leaves nothing out, and narrows its list by a file of its own.
  catalogue: { ...everyPage, html: 40 * KB, js: 3.5 * KB, nodes: 4000 },
  feeds: { ...everyPage, html: 20 * KB, js: 4.5 * KB, nodes: 4000 },
  search: { ...everyPage, html: 10 * KB, js: 8 * KB, requests: 6, nodes: 400 },
  statistics: { ...everyPage, html: 60 * KB, transfer: 70 * KB, requests: 4, nodes: 3000 },
  // Read by clerks at a desk: pictures of the screen, and a table for every field of every type, of which there are 73.
  handbook: { ...everyPage, html: 48 * KB, transfer: 540 * KB, requests: 12, nodes: 16_000 },
};

/** Half of all announcements are no larger: HTML as gzip sends it, and elements. */
export const MEDIAN_ANNOUNCEMENT = { html: 8 * KB, nodes: 800 };

/** One line a measure, `measured / budget`, those that miss at the front. */
export function compare(
  measured: FirstView,
  kind: Exclude<Kind, 'screen'>,
): {
  lines: readonly string[];
  missed: readonly string[];
} {
  const names = Object.keys(measured) as (keyof FirstView)[];
  const line = (name: keyof FirstView): string =>
    `${name} ${print(name, measured[name])} / ${print(name, budgets[kind][name])}`;
  return {
    lines: names.map(line),
    missed: names.filter((name) => measured[name] > budgets[kind][name]).map(line),
  };
}

const sizes: readonly (keyof FirstView)[] = ['html', 'css', 'js', 'transfer'];

const print = (name: keyof FirstView, value: number): string =>
  sizes.includes(name) ? `${(value / KB).toFixed(1)} KB` : String(Math.round(value * 10_000) / 10_000);
