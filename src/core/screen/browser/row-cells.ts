import type { Instant } from '../../announcement/instant.ts';
import type { Item, ItemChange, PartKind } from './feed.ts';
import { holdsRoom, type Layout } from './layout.ts';
import { setName } from './name.ts';
import { whenOf } from './words.ts';

/** What stands over the columns of a part. */
interface ColumnWords {
  date: string;
  hour: string;
  names: string;
  /** Stands in for a list without rows. */
  empty: string;
}

const published = { date: '发布', hour: '' };
const closing = { date: '截止日期', hour: '时间', names: '项目' };

export const COLUMN_WORDS: Readonly<Record<PartKind, ColumnWords>> = {
  openings: {
    date: '日期',
    hour: '时间',
    names: '项目',
    empty: '近期没有开标安排，有新安排会列在这里。',
  },
  closing: { ...closing, empty: '近期没有项目截止，新项目发布后会列在这里。' },
  open: { ...closing, empty: '目前没有可参与的项目，新项目发布后会列在这里。' },
  newest: { ...published, names: '公告', empty: '最近没有发布公告，新公告发布后会列在这里。' },
  results: { ...published, names: '项目和结果', empty: '最近没有公布结果，新结果公布后会列在这里。' },
  corrections: {
    date: '',
    hour: '',
    names: '项目和变化',
    empty: '最近没有更正，有更正会列在这里。',
  },
};

/** The words of a row, each in its place: the page prints them, the script writes them, the layout counts them. */
interface Cells {
  year: string;
  month: string;
  day: string;
  time: string;
  room: string;
  mark: string;
  name: string;
  /** What follows a name on its line: the type and the area, where the title does not say them. */
  tail: readonly string[];
  /** Pieces of one line, such as a winner and a price; each stays whole where it can. */
  details: readonly string[];
  changes: readonly ItemChange[];
}

export function rowCells(kind: PartKind, item: Item, generated: Instant, layout: Layout): Cells {
  const { at, mark = '', detail = '', changes = [] } = item;
  const isOpening = kind === 'openings';
  const { room, place } = placeOf(item, layout);
  // What one change is of stands beside the name: below it there is the more room for what was and is.
  const only = changes.length === 1 ? changes[0]! : undefined;
  const { year, time } = whenOf(at, generated);
  return {
    year,
    month: String(Number(at.slice(5, 7))),
    day: String(Number(at.slice(8, 10))),
    time,
    room: isOpening ? room : '',
    mark,
    name: setName(item),
    tail: only ? [only.label] : tailOf(kind, item),
    details: isOpening ? (place === '' ? [] : [place]) : detail === '' ? [] : detail.split(' · '),
    changes: changes.map(({ label, was, now }) => ({
      label: only ? '' : label,
      was,
      now: was === '' ? now : `→ ${now}`,
    })),
  };
}

/** The room of an opening as its column holds it, else in words for a line of its own. */
export function placeOf(
  { room, detail }: Pick<Item, 'room' | 'detail'>,
  layout: Pick<Layout, 'room' | 'body'>,
): { room: string; place: string } {
  if (room !== undefined && holdsRoom(layout, room)) return { room, place: '' };
  return { room: '', place: detail ?? room ?? '地点见公告' };
}

/** Titles mostly end with what kind of announcement it is. */
const SAYS_KIND = /(?:公告|公示|通知|通告|公开|计划|结果|合同)(?:（[^（）]*）)*$/u;

const OF_ANNOUNCEMENTS: readonly PartKind[] = ['newest', 'results'];

/** A project is known by its name; of an announcement one wants to know what it is and for where. */
function tailOf(kind: PartKind, { title, type, region }: Item): readonly string[] {
  if (OF_ANNOUNCEMENTS.indexOf(kind) < 0) return [];
  return [
    ...(title.includes(type) || SAYS_KIND.test(title) ? [] : [type]),
    ...(region === undefined || title.includes(region) ? [] : [region]),
  ];
}
