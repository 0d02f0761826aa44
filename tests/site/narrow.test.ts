import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { categories, type Category } from '../../src/core/announcement/category.ts';
import type { Announcement } from '../../src/core/announcement/schema.ts';
import { check } from '../../src/core/check.ts';
import type { Corpus, Entry } from '../../src/core/corpus/corpus.ts';
import { editionOf, editionOn, type Edition, type View } from '../../src/core/edition.ts';
import { readOf, recording, type Read } from '../../src/core/edition/recording.ts';
import { feedNameOf } from '../../src/core/feeds/name.ts';
import type { Row } from '../../src/core/listing.ts';
import { partyIdOf } from '../../src/core/party/name.ts';
import { announcementPage } from '../../src/site/announcement.ts';
import { LEGACY_URLS } from '../../src/site/body-links.ts';
import { calendarPage } from '../../src/site/calendar-page.ts';
import { calendarText } from '../../src/site/calendars.ts';
import { categoryPage } from '../../src/site/category-page.ts';
import { alterationMonth, changesPage } from '../../src/site/changes.ts';
import { servicesOf } from '../../src/site/columns.ts';
import { comingPage } from '../../src/site/coming.ts';
import { dossierPage } from '../../src/site/dossier.ts';
import { opml, toJson, toRss } from '../../src/site/feed-text.ts';
import { feedsPage } from '../../src/site/feeds-page.ts';
import { existingFeeds, feedWith } from '../../src/site/feeds.ts';
import { siteFrame } from '../../src/site/frame.ts';
import { homePage } from '../../src/site/home.ts';
import { articleMeta } from '../../src/site/meta.ts';
import { archives, monthOf, yearOf } from '../../src/site/month-archives.ts';
import { openPage } from '../../src/site/open.ts';
import { directoryPage, letterPage } from '../../src/site/parties/directory.ts';
import { linkNames, partyWith } from '../../src/site/parties/known.ts';
import { partyPage } from '../../src/site/parties/page.ts';
import { codeAt } from '../../src/site/project.ts';
import { sitemapIndex, sitemapPart } from '../../src/site/sitemap.ts';
import { announcementData, homeData } from '../../src/site/structured-data.ts';
import { catalogueOf, yearIn } from '../../src/site/catalogues.ts';
import { announcementTable, projectTable } from '../../src/site/data.ts';
import { disposalsOfMonth, disposalsSchemaOf, disposalTable } from '../../src/site/disposals.ts';
import { dataCatalogue } from '../../src/site/datasets.ts';
import { classParts, disclosurePage } from '../../src/site/disclosure/catalogue.ts';
import { itemPage } from '../../src/site/disclosure/item-page.ts';
import { handbookPage } from '../../src/site/handbook.ts';
import { yearSpelling } from '../../src/site/kiosk-search.ts';
import { kioskWith } from '../../src/site/kiosks.ts';
import { movedPart, movedParts, movedPaths, serverMoves } from '../../src/site/old-addresses.ts';
import { instruments, rulePage } from '../../src/site/rules.ts';
import { feedOn, screenWith } from '../../src/site/screens.ts';
import { publishingPage } from '../../src/site/publishing.ts';
import { searchPage } from '../../src/site/search-page.ts';
import { securityTxt } from '../../src/site/security-txt.ts';
import { overview } from '../../src/site/statistics/overview.ts';
import { yearPage } from '../../src/site/statistics/year.ts';
import { keysOf, type Kind, type Rendered } from '../../src/site/unit.ts';
import { KINDS } from '../../src/site/units.ts';
import { VIEWS } from '../../src/site/views.ts';
import { checkedOf } from '../build/archive.ts';

type Asks = (edition: Edition, params: Readonly<Record<string, string>>) => unknown;

const announcement: Asks = (edition, { id, day, version }) => {
  const earlier = version === undefined ? undefined : { version: Number(version) };
  const page = announcementPage(edition, id!, day === undefined ? earlier : { day });
  return [articleMeta(edition, page), announcementData(edition, page)];
};

const named = (edition: Edition, rows: readonly Row[]): unknown =>
  rows.map(
    ({ winner, principal }) => (winner ?? principal) && linkNames(edition, (winner ?? principal)!.text),
  );

/** What the pages of each route ask, as their files in src/pages have it. */
const ASKS: Readonly<Record<string, Asks>> = {
  'announcements/[id]': announcement,
  'announcements/[id]/on/[day]': announcement,
  'announcements/[id]/v[version]': announcement,
  'projects/[code]': (edition, { code }) =>
    dossierPage(edition, codeAt(edition, code!)).facts.map(({ text }) => linkNames(edition, text)),
  '': (edition) => {
    const { next, later, inside } = homePage(edition);
    return [homeData(edition), named(edition, [...next, ...later, ...inside])];
  },
  open: (edition) => {
    const { rows, inside } = openPage(edition);
    return named(edition, [...rows, ...inside]);
  },
  coming: comingPage,
  publishing: publishingPage,
  changes: (edition) => [changesPage(edition), existingFeeds(edition, ['corrections', 'stops'])],
  sitemap: (edition) => [archives(edition), edition.pages, servicesOf(edition.hasDisclosure)],
  '[category]': (edition, { category }) => {
    const { open, newest } = categoryPage(edition, category as Category);
    return named(edition, [...open, ...newest]);
  },
  '[category]/[year]': (edition, { category, year }) => yearOf(edition, category as Category, year!),
  '[category]/[year]/[month]': (edition, { category, year, month }) =>
    named(edition, monthOf(edition, category as Category, `${year}-${month}`).rows),
  'changes/[year]/[month]': (edition, { year, month }) => alterationMonth(edition, `${year}-${month}`),
  parties: directoryPage,
  'parties/[id]': (edition, { id }) => partyPage(edition, partyWith(edition, id!)),
  'parties/letter/[letter]': (edition, { letter }) => letterPage(edition, letter!),
  'feeds/[name].xml': (edition, { name }) => void toRss(edition, feedWith(edition, name!)),
  'feeds/[name].json': (edition, { name }) => toJson(edition, feedWith(edition, name!)),
  'feeds/[name].opml': (edition, { name }) => opml(edition, name!),
  feeds: feedsPage,
  'calendar/[name].ics': (edition, { name }) => calendarText(edition, name!),
  calendar: calendarPage,
  'data/announcements-[year].csv': (edition, { year }) => announcementTable(edition, year!),
  'data/announcements-[year].xlsx': (edition, { year }) => announcementTable(edition, year!),
  'data/projects-[year].csv': (edition, { year }) => projectTable(edition, year!),
  'data/projects-[year].xlsx': (edition, { year }) => projectTable(edition, year!),
  'data/[catalogue].json': (edition, { catalogue }) => catalogueOf(edition, yearIn(catalogue!)),
  'disposals/disposals-[month].json': (edition, { month }) => disposalsOfMonth(edition, month!),
  'disposals/disposals-[year].csv': (edition, { year }) => disposalTable(edition, year!),
  'disposals/schema.json': disposalsSchemaOf,
  data: dataCatalogue,
  search: searchPage,
  'search/synonyms.json': ({ synonyms }) => synonyms,
  'search/simplified.json': () => undefined,
  'statistics/[year]': (edition, { year }) => yearPage(edition, Number(year)),
  'statistics/[year]/lists': (edition, { year }) => yearPage(edition, Number(year)),
  'statistics/[year].csv': (edition, { year }) => yearPage(edition, Number(year)),
  'statistics/[year].xlsx': (edition, { year }) => yearPage(edition, Number(year)),
  statistics: overview,
  'kiosk/data/[pinyin].json': (edition, { pinyin }) => yearSpelling(edition, yearIn(pinyin!)),
  'kiosk/[id]': (edition, { id }) => kioskWith(edition, id!),
  'kiosk/[id]/head.json': (edition, { id }) => kioskWith(edition, id!),
  'kiosk/[id]/panel.css': (edition, { id }) => kioskWith(edition, id!),
  'display/[id]': (edition, { id }) => screenWith(edition, id!, ''),
  'display/[id]/head.json': (edition, { id }) => screenWith(edition, id!, ''),
  'display/data/[feed].json': (edition, { feed }) => feedOn(edition, feed!.replace(/\.[0-9a-f]+$/u, '')),
  'redirects/[shard].json': (edition, { shard }) => movedPart(edition, shard!),
  'redirects/addresses.json': movedPaths,
  'redirects/caddy.txt': serverMoves,
  'redirects/nginx.map': serverMoves,
  'disclosure/[id]': (edition, { id }) => itemPage(edition, id!),
  'disclosure/[...home]': disclosurePage,
  'disclosure/[catalogue]': classParts,
  'handbook/[...document]': (edition, { document = '' }) =>
    handbookPage(edition, document === '' ? 'handbook/' : `handbook/${document}/`),
  'handbook/[picture].png': () => undefined,
  'rules/[code]': (edition, { code }) => rulePage(edition, code!),
  rules: instruments,
  '[page]': ({ pages }) => pages,
  '.well-known/[file]': securityTxt,
  '404': movedParts,
  'robots.txt': () => undefined,
  'sitemap.xml': sitemapIndex,
  'sitemap-[part].xml': (edition, { part }) => sitemapPart(edition, part!),
};

/** What the making of each unit asks, by the name of its kind and its key. */
function readsOfUnits(edition: Edition): ReadonlyMap<string, ReadonlySet<Read>> {
  const recorder = recording(edition);
  const recorded = editionOn(recorder.answers);
  return new Map(
    kindsAndKeys(edition).map(([kind, key]) => {
      recorder.begin();
      make(recorded, kind, key);
      return [nameOf(kind, key), recorder.end()];
    }),
  );
}

const kindsAndKeys = (edition: Edition): readonly (readonly [Kind, string])[] =>
  KINDS.flatMap((kind) => keysOf(kind, edition).map((key) => [kind, key] as const));

const nameOf = ({ name }: Kind, key: string): string => `${name} ${key}`.trim();

const unitsOf = (edition: Edition): readonly string[] =>
  kindsAndKeys(edition).map(([kind, key]) => nameOf(kind, key));

function make(edition: Edition, kind: Kind, key: string): void {
  siteFrame(edition);
  for (const { route, params } of kind.pages(edition, key)) ASKS[route]!(edition, given(params));
  for (const _ of kind.files?.(edition, key) ?? []);
}

const given = (params: Rendered['params']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** What an edition answers to what was noted. */
function answerTo(read: Read, edition: Edition): unknown {
  const [kind, ...words] = read.split(' ');
  const rest = words.join(' ');
  const ofEntry = ['effective', 'events', 'course', 'judgements', 'excused', 'entry'] as const;
  if (kind === 'entry') return edition.has(rest) && ofEntry.map((ask) => edition[ask](rest));
  if (kind === 'row') return edition.row(rest);
  if (kind === 'project') return [edition.project(rest), edition.coursesOf(rest)];
  if (kind === readOf.now || kind === readOf.month) return edition[kind as 'now'];
  if (kind === readOf.disclosure) return edition.disclosure;
  const view = VIEWS.find(({ name }) => rest === name || rest.startsWith(`${name} `))!;
  return ofView(edition, view, kind!, rest.slice(view.name.length + 1));
}

function ofView(edition: Edition, view: View<unknown, unknown>, kind: string, key: string): unknown {
  const newest = /^newest-(\d+)$/u.exec(kind)?.[1];
  if (newest !== undefined) return edition.newest(view, key, Number(newest));
  switch (kind) {
    case 'values':
      return edition.values(view, key);
    case 'keys':
      return edition.keys(view);
    case 'counts':
      return edition.counts(view);
    case 'sum':
      return edition.reduced(view, key);
    case 'sums':
      return edition.reductions(view);
    case 'group':
      return edition.reductions(view, key);
    case 'groups':
      return edition.groups(view);
    default:
      throw new Error(`Nothing that can be answered narrowly: ${kind}`);
  }
}

let corpus: Corpus;
let before: Edition;
let reads: ReadonlyMap<string, ReadonlySet<Read>>;

beforeAll(() => {
  corpus = check(resolve('content')).corpus;
  before = editionAmong(corpus.entries);
  reads = readsOfUnits(before);
});

const editionAmong = (entries: readonly Entry[]): Edition =>
  editionOf(checkedOf(corpus, entries), {
    now: '2026-11-22T09:00:00+08:00',
    isStanding: false,
    base: '/',
    origin: 'https://www.example.gov.cn',
    contentDir: resolve('content'),
    pdf: () => undefined,
    hasWords: () => undefined,
  });

/** An announcement like one of the sample, of a project of its own. */
function like(id: string, fields: object = {}): Entry {
  const template = corpus.entries.find((one) => one.id === id)!;
  const { related: _, ...own } = template.announcement as Announcement & { related?: string };
  const isOfProject = 'projectCode' in own;
  return {
    ...template,
    id: 'new',
    announcement: {
      ...own,
      title: `${own.title}（新）`,
      publishedAt: '2026-11-21T10:00:00+08:00',
      ...(isOfProject && { projectCode: 'GM-NEW-2026-999' }),
      ...fields,
    } as Announcement,
  };
}

/** The units that one more announcement makes, or makes again. */
function madeWith(added: Entry): readonly string[] {
  const after = editionAmong([...corpus.entries, added]);
  const known = new Map<Read, boolean>();
  const hasChanged = (read: Read): boolean => {
    const isKnown = known.get(read) ?? !isDeepStrictEqual(answerTo(read, before), answerTo(read, after));
    known.set(read, isKnown);
    return isKnown;
  };
  const made = unitsOf(after).filter(
    (unit) => [...(reads.get(unit) ?? [])].some(hasChanged) || !reads.has(unit),
  );
  return [...new Set(made.map((unit) => unit.replace(/^(search texts) .*/u, '$1')))].sort();
}

const area = (name: string): string => feedNameOf('area', name);
const buyer = (name: string): string => feedNameOf('buyer', name);

/** What stands in the hall: it says when it was made. */
const HALL = [
  ...['hall-1', 'hall-2'].map((id) => `kiosk ${id}`),
  ...['door-301', 'door-303', 'lobby-a', 'lobby-b', 'strip-1'].map((id) => `screen ${id}`),
];

/** What every announcement makes again, whatever it is; a part of the texts of the search is called by what it has. */
const ALWAYS = [
  'announcement new',
  'search texts',
  'home',
  'site map for readers',
  'state of publishing',
  'parties',
  'feed all',
  'calendar deadlines',
  'site map',
  'part of the site map 2026',
  'part of the site map parties',
  'announcement table 2026',
  'catalogue 2026',
  'spelling 2026',
  'data package',
  'data index',
  'search',
  'figures',
  ...HALL,
];

/** What has all calls that are open. */
const OPEN = [
  'open calls',
  ...categories.map((category) => `category ${category}`),
  'feed open',
  'calendar open',
  'agenda',
];

/** The data of a procedure that began, or in which something was published, this month. */
const ocdsOf = (opener: string) => [
  `ocds record ${opener}`,
  'ocds records of a month 2026-11',
  'ocds releases of a month 2026-11',
];

describe('one more announcement makes again what shows it, and nothing else', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a tender',
      'gm-js-2026-036-tender',
      [
        ...OPEN,
        'project gm-new-2026-999',
        'project table 2026',
        'year construction 2026',
        'month construction 2026-11',
        ...ocdsOf('new'),
        `party ${partyIdOf('杨和镇示例城建水务办公室')}`,
        `party ${partyIdOf('广东示例项目管理有限公司')}`,
        'letter of parties g',
        'letter of parties y',
        'feed construction',
        'feed construction-tender-notice',
        `feed ${area('杨和镇')}`,
        `feed construction-${area('杨和镇')}`,
        `feed construction-tender-notice-${area('杨和镇')}`,
        `feed of a buyer ${buyer('杨和镇示例城建水务办公室')}`,
        'calendar construction',
        `calendar ${area('杨和镇')}`,
      ],
    ],
    [
      'a purchase',
      'gm-cg-2026-089-tender',
      [
        ...OPEN,
        'project gm-new-2026-999',
        'project table 2026',
        'year procurement 2026',
        'month procurement 2026-11',
        ...ocdsOf('new'),
        `party ${partyIdOf('高明区更合镇示例交通管理所')}`,
        `party ${partyIdOf('佛山市示例采购代理有限公司')}`,
        'letter of parties g',
        'letter of parties s',
        'feed procurement',
        'feed procurement-tender-notice',
        `feed ${area('更合镇')}`,
        `feed procurement-${area('更合镇')}`,
        `feed procurement-tender-notice-${area('更合镇')}`,
        `feed of a buyer ${buyer('高明区更合镇示例交通管理所')}`,
        'calendar procurement',
        `calendar ${area('更合镇')}`,
      ],
    ],
    [
      'a listing of land',
      'gm-td-2026-05-relisting',
      [
        ...OPEN,
        'project gm-new-2026-999',
        'project table 2026',
        'year land 2026',
        'month land 2026-11',
        'disposals of a month 2026-11',
        'disposal table 2026',
        `party ${partyIdOf('高明区示例自然资源局')}`,
        'letter of parties s',
        'feed land',
        'feed land-land-grant-notice',
        `feed ${area('杨和镇')}`,
        `feed land-${area('杨和镇')}`,
        `feed land-land-grant-notice-${area('杨和镇')}`,
        `feed of a buyer ${buyer('高明区示例自然资源局')}`,
        'calendar land',
        `calendar ${area('杨和镇')}`,
      ],
    ],
    [
      'a lease',
      'gm-cq-2026-21-lease',
      [
        'category property',
        'project gm-new-2026-999',
        'project table 2026',
        'year property 2026',
        'month property 2026-11',
        'disposals of a month 2026-11',
        'disposal table 2026',
        `party ${partyIdOf('明城镇示例村股份合作经济社')}`,
        'letter of parties m',
        'feed property',
        'feed property-asset-lease',
        `feed ${area('明城镇')}`,
        `feed property-${area('明城镇')}`,
        `feed property-asset-lease-${area('明城镇')}`,
        `feed of a buyer ${buyer('明城镇示例村股份合作经济社')}`,
        'calendar property',
        `calendar ${area('明城镇')}`,
      ],
    ],
    [
      'a notice',
      'gm-tz-2026-020-publicity',
      [
        'category general',
        'agenda',
        'year general 2026',
        'month general 2026-11',
        `party ${partyIdOf('示例市公共资源交易中心高明分中心')}`,
        'letter of parties g',
        'feed general',
        'feed general-publicity-notice',
        `feed ${area('高明区')}`,
        `feed general-${area('高明区')}`,
        `feed general-publicity-notice-${area('高明区')}`,
        `feed of a buyer ${buyer('示例市公共资源交易中心高明分中心')}`,
        'calendar general',
        `calendar ${area('高明区')}`,
      ],
    ],
  ])('%s', (_, id, own) => {
    expect(madeWith(like(id))).toEqual([...ALWAYS, ...own].sort());
  });

  test('a correction: what it corrects and all that lists it, the project, the changes', () => {
    const of = { related: 'gm-js-2026-035-tender', projectCode: 'GM-JS-2026-035' };
    const feeds = ['construction', 'construction-correction-notice', 'construction-tender-notice'];
    expect(madeWith(like('gm-js-2026-035-correction-1', of))).toEqual(
      [
        ...ALWAYS,
        ...OPEN,
        'announcement gm-js-2026-035-tender',
        'announcement gm-js-2026-035-correction-1',
        'project gm-js-2026-035',
        'project table 2026',
        'figures of a year 2026-10',
        'year construction 2026',
        'month construction 2026-11',
        'changes',
        'month of changes 2026-11',
        ...ocdsOf('gm-js-2026-035-tender'),
        `party ${partyIdOf('高明区示例水务工程管理所')}`,
        `party ${partyIdOf('佛山示例招标代理有限公司')}`,
        'letter of parties f',
        'letter of parties s',
        'feed corrections',
        ...feeds.flatMap((feed) => [`feed ${feed}`, `feed ${feed}-${area('更合镇')}`]),
        `feed ${area('更合镇')}`,
        `feed of a buyer ${buyer('高明区示例水务工程管理所')}`,
        'calendar construction',
        `calendar ${area('更合镇')}`,
      ].sort(),
    );
  });

  test('a buyer that was never named: the lists of feeds too, and of a new letter the pages of all', () => {
    const usual = madeWith(like('gm-js-2026-036-tender'));
    const made = madeWith(like('gm-js-2026-036-tender', { buyer: '阿示例中学' }));
    const letters = [...'acfghjmsyz'].map((letter) => `letter of parties ${letter}`);
    expect(made.filter((unit) => !usual.includes(unit))).toEqual(
      [
        'feeds',
        'list of feeds all',
        'list of feeds buyers',
        `feed of a buyer ${buyer('阿示例中学')}`,
        `party ${partyIdOf('阿示例中学')}`,
        ...letters.filter((unit) => !usual.includes(unit)),
        'part of the site map pages',
      ].sort(),
    );
  });
});

test('these units alone ask for the present moment', () => {
  const asking = (read: Read) => [...reads].flatMap(([unit, asked]) => (asked.has(read) ? [unit] : []));
  expect(asking(readOf.now).sort()).toEqual(['home', 'plans', 'security.txt', ...OPEN, ...HALL].sort());
});

test('the views that units ask or are keyed by are those of the list, each of them', () => {
  const asked = [...reads.values()].flatMap((own) => [...own].flatMap((read) => viewIn(read) ?? []));
  const keyed = KINDS.flatMap(({ keys }) => (typeof keys === 'function' ? [] : keys.name));
  // Asked where a body links to an address of the old site, which none of the sample does.
  const ofLinks = LEGACY_URLS.name;
  expect(asked).not.toContain(ofLinks);
  expect([...new Set([...asked, ...keyed, ofLinks])].sort()).toEqual(VIEWS.map(({ name }) => name).sort());
});

/** The name of the view that a question is for; the rest of the question where the list has no such view. */
function viewIn(read: Read): string | undefined {
  const [kind, rest = ''] = /^(?:values|newest-\d+|keys|counts|sums?|groups?) (.*)$/u.exec(read) ?? [];
  if (kind === undefined) return undefined;
  return VIEWS.find(({ name }) => rest === name || rest.startsWith(`${name} `))?.name ?? rest;
}
