import type { Edition } from '../../core/edition.ts';
import { CATEGORIES, categories } from '../../core/announcement/category.ts';
import type { Fact } from '../../core/announcement/fact.ts';
import { printDate } from '../../core/announcement/instant.ts';
import { printMoney } from '../../core/announcement/money.ts';
import { toColumns, type ColumnsChart } from '../../core/chart/columns.ts';
import type { Row } from '../../core/listing.ts';
import { accountsOf, type Account, type Result } from '../../core/party/account.ts';
import { resultsIn, type Part } from '../../core/party/named.ts';
import type { Involvement, KnownParty } from '../../core/party/parties.ts';
import { isStopped } from '../../core/status.ts';
import { announcementPath, partyFeedPath, partyPath, partyTablePath, projectPath } from '../address.ts';
import { contactsOf, type PartyContact } from './contacts.ts';
import { linkNames, type Piece } from './known.ts';
import { hasTable } from './table.ts';

/** One matter of a unit, or one result that names it. */
interface Deed {
  title: string;
  href: string;
  /** Day of the announcement, as a program reads it. */
  day: string;
  row: Row;
  facts: readonly string[];
  /** Others that had a part in it: who called, or who won. */
  others: readonly { label: string; pieces: readonly Piece[] }[];
}

/** What a unit did in one part, the newest first. */
export interface Deeds {
  id: string;
  title: string;
  count: number;
  /** 个 or 次. */
  unit: string;
  shown: readonly Deed[];
}

/** All that the page of a unit shows. */
interface PartyPage {
  name: string;
  path: string;
  codes: readonly string[];
  spellings: readonly string[];
  /** One sentence of figures. */
  summary: string;
  sums: readonly PartySums[];
  deeds: readonly Deeds[];
  contacts: readonly PartyContact[];
  rss: string;
  /** None of a unit of which the page says all. */
  csv: string | undefined;
  /** The search for its name, which finds more than fields name. */
  search: string;
}

/** A list shows so many; the table of the unit has them all. */
const MOST = 20;

export function partyPage(edition: Edition, party: KnownParty): PartyPage {
  const { id, name, involvements } = party;
  const deeds = deedsOf(edition, involvements);
  return {
    name,
    path: partyPath(id),
    codes: party.codes,
    spellings: party.spellings,
    summary: summaryOf(edition, party, deeds),
    sums: sumsOf(edition, involvements),
    deeds,
    contacts: contactsOf(edition, involvements),
    rss: edition.address(partyFeedPath(id)),
    csv: hasTable(party) ? edition.address(partyTablePath(id)) : undefined,
    search: edition.address(`search/?scope=all&q=${encodeURIComponent(name)}`),
  };
}

function summaryOf(edition: Edition, { name, involvements }: KnownParty, deeds: readonly Deeds[]): string {
  const days = involvements.map(({ by }) => edition.row(by).publishedAt.slice(0, 10));
  const [first, last] = [days.at(-1)!, days[0]!];
  const count = new Set(involvements.map(({ by }) => by)).size;
  const span = first === last ? printDate(first) : `${printDate(first)}至${printDate(last)}`;
  const said = deeds.map(({ title, count: own, unit }) => `${title} ${own} ${unit}`).join('，');
  return `${span}，本站有 ${count} 份公告写到${name}：${said}。`;
}

type Words = Readonly<{ id: string; title: string; unit: string }>;

/** The parts in the order in which a page tells of them. */
const WORDS: Readonly<Record<Part, Words>> = {
  principal: { id: 'called', title: '发起项目', unit: '个' },
  winner: { id: 'won', title: '中标、成交', unit: '次' },
  contractor: { id: 'contracts', title: '合同和履约', unit: '次' },
  bidder: { id: 'bid', title: '参加', unit: '个项目' },
  agency: { id: 'agency', title: '代理', unit: '个项目' },
};

const PARTS = Object.keys(WORDS) as readonly Part[];

function deedsOf(edition: Edition, involvements: readonly Involvement[]): readonly Deeds[] {
  return PARTS.flatMap((part) => {
    const own = involvements.filter((one) => one.part === part);
    if (own.length === 0) return [];
    const isByMatter = part === 'principal' || part === 'agency' || part === 'bidder';
    const all = isByMatter ? mattersOf(edition, own) : own.map((one) => [one]);
    const deedOf = isByMatter ? matterDeed : resultDeed;
    return [
      { ...WORDS[part], count: all.length, shown: all.slice(0, MOST).map((ones) => deedOf(edition, ones)) },
    ];
  });
}

/** Involvements by project, or by announcement where there is no code; the matter with the latest news first. */
const mattersOf = (
  edition: Edition,
  involvements: readonly Involvement[],
): readonly (readonly Involvement[])[] => [
  ...Map.groupBy(involvements, ({ by }) => edition.row(by).projectCode ?? by).values(),
];

/** A matter under its name, or the title of its call, or else that of the first announcement that names the unit. */
function matterDeed(edition: Edition, involvements: readonly Involvement[]): Deed {
  const [{ part, by }] = involvements as [Involvement];
  const code = edition.row(by).projectCode;
  const rows = (code === undefined ? [by] : edition.project(code).ids).map((id) => edition.row(id));
  const call = rows.find(({ stage }) => stage === 'call') ?? edition.row(involvements.at(-1)!.by);
  const newest = rows.at(-1)!;
  const result = rows.findLast(
    (row) => row.stage === 'result' && !row.withdrawn && !isStopped(row.happening?.kind),
  );
  return {
    title: nameOf(edition, call),
    href: edition.address(code === undefined ? announcementPath(call.id) : projectPath(code)),
    day: newest.publishedAt,
    row: call,
    facts: [
      ...(part === 'bidder' ? asBidder(involvements) : []),
      ...(result ? [] : [`最新公告 ${newest.typeTerm}`]),
      ...(result?.price ? [`${result.price.label} ${result.price.text}`] : []),
    ],
    others: [...(part === 'principal' ? [] : [call.principal]), result?.winner].flatMap((fact) =>
      fact ? [otherOf(edition, fact)] : [],
    ),
  };
}

const otherOf = (edition: Edition, { label, text }: Fact): Deed['others'][number] => ({
  label,
  pieces: linkNames(edition, text),
});

function nameOf(edition: Edition, { id, title }: Row): string {
  const { announcement } = edition.effective(id);
  return ('projectName' in announcement ? announcement.projectName : undefined) ?? title;
}

/** 投标人、中标候选人（第 1 名）, and what was bid. */
function asBidder(involvements: readonly Involvement[]): readonly string[] {
  const labels = involvements.map(
    ({ label, rank }) => `${label}${rank === undefined ? '' : `（第 ${rank} 名）`}`,
  );
  const bids = [...new Set(involvements.flatMap(({ money }) => money?.text ?? []))];
  return [
    [...new Set(labels.reverse())].join('、'),
    ...(involvements.some(({ isJoint }) => isJoint) ? ['联合体成员'] : []),
    ...(bids.length === 0 ? [] : [`报价 ${bids.join('、')}`]),
  ];
}

function resultDeed(edition: Edition, [involvement]: readonly Involvement[]): Deed {
  const { by, label, isJoint, money } = involvement!;
  const row = edition.row(by);
  return {
    title: row.title,
    href: edition.address(announcementPath(by)),
    day: row.publishedAt,
    row,
    facts: [
      row.typeTerm,
      label,
      ...(isJoint ? ['联合体成员'] : []),
      ...(money ? [`金额 ${money.text}`] : []),
    ],
    others: row.principal ? [otherOf(edition, row.principal)] : [],
  };
}

/** Results of one sort, added up by category, and how they spread over the years. */
export interface PartySums {
  id: string;
  title: string;
  /** What is counted. */
  counted: string;
  lines: readonly { label: string; text: string }[];
  /** Results a year; none where they are too few to be worth a picture. */
  chart: ColumnsChart | undefined;
  /** What the picture says, in words. */
  finding: string;
}

type Dated = Result & { year: number };

function sumsOf(edition: Edition, involvements: readonly Involvement[]): readonly PartySums[] {
  const standing = involvements.filter(({ by }) => !isStopped(edition.row(by).happening?.kind));
  const won = standing.filter(({ part }) => part === 'winner').map((one) => dated(edition, one));
  const called = standing.flatMap((one) => (one.part === 'principal' ? calledResults(edition, one) : []));
  return [
    ...sums('results', '发起项目的结果', '它作为招标人、采购人、出让人或者转让方，已经公布的结果', called),
    ...sums('won-sums', '中标、成交的金额', '它中标、成交或者受让的结果，分标段、分包的逐个算', won),
  ];
}

const dated = (
  edition: Edition,
  { by, isJoint, money }: Pick<Involvement, 'by' | 'isJoint' | 'money'>,
): Dated => {
  const { category, publishedAt } = edition.row(by);
  return { category, isJoint, money, year: Number(publishedAt.slice(0, 4)) };
};

/** What was agreed by a result whose matter a unit has called. */
const calledResults = (edition: Edition, { by }: Involvement): readonly Dated[] =>
  resultsIn(edition.effective(by).announcement).map((result) => dated(edition, { ...result, by }));

function sums(id: string, title: string, counted: string, results: readonly Dated[]): readonly PartySums[] {
  if (results.length === 0) return [];
  const accounts = accountsOf(results, categories);
  return [
    {
      id,
      title,
      counted,
      lines: accounts.map((account) => ({ label: CATEGORIES[account.category], text: wordsOf(account) })),
      ...picture(results, accounts),
    },
  ];
}

/** 2 次，合计 866.85万元；联合体 1 次，几家共 341.2万元；1 次是单价或者费率. */
const wordsOf = ({ count, alone, joint, unsummed }: Account): string =>
  [
    `${count} 次${alone.count === 0 ? '' : `，合计 ${printMoney(alone.fen)}`}`,
    ...(joint.count === 0 ? [] : [`联合体 ${joint.count} 次，几家共 ${printMoney(joint.fen)}，没有计入`]),
    ...(unsummed === 0 ? [] : [`${unsummed} 次没有确定的总数，没有计入`]),
  ].join('；');

/** Fewer results, or years, are read sooner than looked at; more columns than these are too thin. */
const PICTURE = { results: 6, years: 3, columns: 12 } as const;

function picture(
  results: readonly Dated[],
  accounts: readonly Account[],
): Pick<PartySums, 'chart' | 'finding'> {
  const all = results.map(({ year }) => year);
  const last = Math.max(...all);
  const first = Math.max(Math.min(...all), last - PICTURE.columns + 1);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const countOf = (year: number): number => all.filter((one) => one === year).length;
  const most = Math.max(...years.map(countOf));
  const finding = `${first}年至${last}年，最多的一年 ${most} 次（${years.filter((year) => countOf(year) === most).join('、')}年）。`;
  if (results.length < PICTURE.results || years.length < PICTURE.years) return { chart: undefined, finding };
  const chart = toColumns({
    labels: years.map(String),
    series: accounts.map(({ category }) => ({
      key: category,
      values: years.map(
        (year) => results.filter((one) => one.year === year && one.category === category).length,
      ),
    })),
  });
  return { chart, finding };
}
