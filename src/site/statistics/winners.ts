import type { Instant } from '../../core/announcement/instant.ts';
import { partyIn } from '../../core/announcement/party.ts';
import { isOrganisation } from '../../core/party/organisation.ts';
import { toBars } from '../../core/chart/bars.ts';
import { printRoughly } from '../../core/statistics/amount.ts';
import type { Known } from '../../core/statistics/chronicle.ts';
import { firstDay } from '../../core/statistics/period.ts';
import { winnersIn, type FirstWin, type Winner } from '../../core/statistics/winners.ts';
import { announcementPath } from '../address.ts';
import { counted, listPath, percentOf, sum, word, type Cell, type MemberList, type Told } from './figure.ts';

/** A share of fewer winners than this is none. */
const FEWEST = 10;

/** How many are named. */
const FIRST = 5;

/** Since when who has won anything. */
export interface Wins {
  firstOf: FirstWin;
  /** When the first of all was told. */
  first: Instant | undefined;
}

/** Who won what was bought: the first five by sum, what all the others won, and who is new. */
export function winners(known: Known, wins: Wins): Told {
  const { year } = known.period;
  const all = winnersIn(known, wins.firstOf);
  const first = all.slice(0, FIRST);
  const rest = all.slice(FIRST);
  const whole = fenOf(all);
  const fresh = newIn(all);
  // In the first year of all everybody would be new.
  const isTold = wins.first !== undefined && wins.first < firstDay(known.period);
  const isEnough = all.length >= FEWEST && whole > 0;
  const has = `公布的中标、成交结果里有 ${all.length} 家单位，成交价合计 ${printRoughly(whole)}`;
  const newcomers = isTold ? `；本年第一次中标的 ${fresh.length} 家，得到 ${printRoughly(fenOf(fresh))}` : '';
  const share = (fen: number): string => (whole === 0 ? '—' : percentOf(fen, whole));
  return {
    figure: {
      id: 'winners',
      title: '谁中标',
      finding: isEnough
        ? `${has}；前 ${FIRST} 家占 ${share(fenOf(first))}${newcomers}。`
        : `${has}${newcomers}，太少，不说集中不集中。`,
      chart: isEnough
        ? {
            kind: 'bars',
            chart: toBars({
              whole,
              bars: [
                ...first.map((winner) => ({
                  label: shortened(nameOf(winner)),
                  value: winner.fen,
                  text: `${printRoughly(winner.fen)}，${share(winner.fen)}`,
                })),
                {
                  key: 'rest',
                  label: `其余 ${rest.length} 家`,
                  value: fenOf(rest),
                  text: `${printRoughly(fenOf(rest))}，${share(fenOf(rest))}`,
                },
              ],
            }),
          }
        : undefined,
      table: {
        head: ['中标（成交）的单位', '结果（份）', '成交价合计（元）', '占全部', '本年第一次中标'],
        rows: [
          ...first.map((winner, index) =>
            line(nameOf(winner), `winner-${index + 1}`, [winner], word(winner.isNew ? '是' : '否')),
          ),
          ...(rest.length === 0
            ? []
            : [line(`其余 ${rest.length} 家`, 'winners-rest', rest, word(`${newIn(rest).length} 家`))]),
          line('合计', 'winners-all', all, counted(fresh.length, listPath(year, 'winners-new'))),
        ],
      },
      definition:
        '数本年公布结果的招标和采购；土地和产权是买的人出钱，不在内。一个联合体算一家，不拆到成员。按标段中标的，各标段归各自的单位。一份结果里有几家的，每家各数一份，合计里只数一份。只加写明总价的，以单价、费率成交的只计份数。个人和个体经营者计入，不列名。第一次中标：以前各年在本站公布的结果里没有它。',
    },
    lists: [
      ...first.map((winner, index) =>
        listOf(`winner-${index + 1}`, `${nameOf(winner)}中标的结果`, winner.results),
      ),
      listOf('winners-rest', '其余各家中标的结果', resultsOf(rest)),
      listOf('winners-all', '招标和采购的结果', resultsOf(all)),
      {
        id: 'winners-new',
        title: '本年第一次中标的单位和它的第一份结果',
        members: isTold
          ? fresh.map((winner) => ({ ...memberOf(winner.results[0]!), title: nameOf(winner) }))
          : [],
      },
    ],
  };

  function line(name: string, list: string, own: readonly Winner[], isNew: Cell): readonly Cell[] {
    const path = listPath(year, list);
    const fen = fenOf(own);
    return [
      word(name),
      counted(resultsOf(own).length, path),
      sum(fen, path),
      word(share(fen)),
      isTold ? isNew : word('—'),
    ];
  }
}

/** Who may be a person is counted, and not named. */
const nameOf = ({ name }: Winner): string =>
  partyIn(name).members.every((member) => isOrganisation(member, { codes: [], isOffice: false }))
    ? name
    : '个人或者个体经营者（不列名）';

/** Characters of a name that a chart on a phone has room for; the table has all of it. */
const LONGEST = 26;

function shortened(name: string): string {
  const { members } = partyIn(name);
  const short = members.length > 1 ? `${members[0]!}等 ${members.length} 家` : name;
  return short.length > LONGEST ? `${short.slice(0, LONGEST)}…` : short;
}

const fenOf = (winners: readonly Winner[]): number => winners.reduce((all, { fen }) => all + fen, 0);

const resultsOf = (winners: readonly Winner[]): Winner['results'] => [
  ...new Set(winners.flatMap(({ results }) => results)),
];

const newIn = (winners: readonly Winner[]): readonly Winner[] => winners.filter(({ isNew }) => isNew);

const listOf = (id: string, title: string, results: Winner['results']): MemberList => ({
  id,
  title,
  members: results.map(memberOf),
});

const memberOf = ({ row }: Winner['results'][number]): MemberList['members'][number] => ({
  title: row.title,
  path: announcementPath(row.id),
  note: [row.publishedAt.slice(0, 10), row.winner?.text, row.price?.text]
    .filter((one) => one !== undefined)
    .join(' · '),
});
