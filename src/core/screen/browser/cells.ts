import type { Instant } from '../../announcement/instant.ts';
import type { Item, ItemChange, PartKind } from './feed.ts';
import { whenOf, type When } from './words.ts';

/** What stands over the columns of a part, and in a row that has no columns. */
interface ColumnWords {
  moment: string;
  /** In a row without columns. */
  momentShort: string;
  what: string;
  titles: string;
  /** Stands in for a list without rows. */
  empty: string;
}

const published = { moment: '发布时间', momentShort: '发布', what: '类型 地区' };
const closing = { moment: '截止时间', momentShort: '截止', what: '类型 地区', titles: '项目' };

export const COLUMN_WORDS: Readonly<Record<PartKind, ColumnWords>> = {
  openings: {
    moment: '开标时间',
    momentShort: '开标',
    what: '地点',
    titles: '项目',
    empty: '近期没有开标安排，有新安排会列在这里。',
  },
  closing: { ...closing, empty: '近期没有项目截止，新项目发布后会列在这里。' },
  open: { ...closing, empty: '目前没有可参与的项目，新项目发布后会列在这里。' },
  newest: { ...published, titles: '公告', empty: '最近没有发布公告，新公告发布后会列在这里。' },
  results: { ...published, titles: '项目和结果', empty: '最近没有公布结果，新结果公布后会列在这里。' },
  corrections: { ...published, titles: '项目和变化', empty: '最近没有更正，有更正会列在这里。' },
};

/** The words of a row, each in its place: the page prints them, the script writes them, the layout counts them. */
export interface Cells extends When {
  label: string;
  what: string;
  where: string;
  mark: string;
  title: string;
  /** Pieces of one line, such as a winner and a price; each stays whole where it can. */
  details: readonly string[];
  changes: readonly ItemChange[];
}

/** An opening says first where it is: whoever stands in the hall is looking for a room. */
export function cellsOf(kind: PartKind, item: Item, generated: Instant): Cells {
  const { type, region = '', at, mark = '', title, detail = '', changes = [] } = item;
  const isOpening = kind === 'openings';
  return {
    ...whenOf(at, generated),
    label: COLUMN_WORDS[kind].momentShort,
    what: isOpening ? detail || '地点见公告' : type,
    where: isOpening ? '' : region,
    mark,
    title,
    details: isOpening || detail === '' ? [] : detail.split(' · '),
    changes: changes.map(({ label, was, now }) => ({ label, was, now: was === '' ? now : `→ ${now}` })),
  };
}
