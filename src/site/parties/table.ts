import { toCsv } from '../../core/csv.ts';
import type { Edition } from '../../core/edition.ts';
import type { Involvement, KnownParty } from '../../core/party/parties.ts';
import { isStopped } from '../../core/status.ts';
import { HAPPENING_TAG } from '../../core/status/happening-tag.ts';
import type { TableCell, TableColumn } from '../../core/table.ts';
import { announcementPath } from '../address.ts';

interface Column extends TableColumn {
  valueIn: (edition: Edition, involvement: Involvement) => TableCell;
}

/** New ones go to the end: programs may count on places. */
const COLUMNS: readonly Column[] = [
  { heading: '公告标识', valueIn: (_, { by }) => by },
  { heading: '网址', valueIn: (edition, { by }) => edition.absolute(announcementPath(by)) },
  { heading: '标题', valueIn: (edition, { by }) => edition.row(by).title },
  { heading: '类别', valueIn: (edition, { by }) => edition.row(by).categoryTerm },
  { heading: '类型', valueIn: (edition, { by }) => edition.row(by).typeTerm },
  { heading: '项目编号', valueIn: (edition, { by }) => edition.row(by).projectCode },
  { heading: '发布时间', kind: 'moment', valueIn: (edition, { by }) => edition.row(by).publishedAt },
  { heading: '身份', valueIn: (_, { label }) => label },
  { heading: '排名', kind: 'number', valueIn: (_, { rank }) => rank },
  { heading: '联合体', valueIn: (_, { isJoint }) => (isJoint ? '是' : undefined) },
  { heading: '金额（元）', kind: 'money', valueIn: (_, { money }) => money?.fen },
  {
    heading: '单价、费率或者不确定的金额',
    valueIn: (_, { money }) => (money?.fen === undefined ? money?.text : undefined),
  },
  {
    heading: '变动',
    valueIn: (edition, { by }) => {
      const kind = edition.row(by).happening?.kind;
      return kind && isStopped(kind) ? HAPPENING_TAG[kind] : undefined;
    },
  },
];

/**
 * From so many announcements on a unit has a table. Of fewer its page says all, and two thirds of the units of an
 * archive of 10,000 have fewer: their tables alone would be a twentieth of all files of the site.
 */
const FEWEST = 4;

export const hasTable = ({ involvements }: KnownParty): boolean =>
  new Set(involvements.map(({ by }) => by)).size >= FEWEST;

/** Every announcement that names a unit, once for each part that it plays there, the newest first. */
export const partyTable = (edition: Edition, { involvements }: KnownParty): string =>
  toCsv({
    columns: COLUMNS,
    rows: involvements.map((one) => COLUMNS.map(({ valueIn }) => valueIn(edition, one))),
  });
